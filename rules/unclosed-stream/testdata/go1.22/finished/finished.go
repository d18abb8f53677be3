// Package finished compresses, and finishes what it compresses or does not.
package finished

import (
	"archive/tar"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/lzw"
	"compress/zlib"
	"encoding/json"
	"io"
	"os"
	"strings"
	"sync"
)

func okClosed(text []byte) ([]byte, error) {
	var compressed bytes.Buffer
	w := gzip.NewWriter(&compressed)
	_, err := w.Write(text)
	if closing := w.Close(); err == nil {
		err = closing
	}
	return compressed.Bytes(), err
}

func okDeferred(to io.Writer, value any) error {
	w := gzip.NewWriter(to)
	defer w.Close()
	return json.NewEncoder(w).Encode(value)
}

func okDeferredBesideFile(path string, from io.Reader) (err error) {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w, err := zlib.NewWriterLevel(f, zlib.BestSpeed)
	if err != nil {
		return err
	}
	defer func() {
		if closing := w.Close(); err == nil {
			err = closing
		}
	}()
	_, err = io.Copy(w, from)
	return err
}

func okClosedByReturn(to io.Writer, text []byte) error {
	w, err := flate.NewWriter(to, flate.BestSpeed)
	if err != nil {
		return err
	}
	w.Write(text)
	return w.Close()
}

// When writing fails nobody wants what has been written so far.
func okGivenUp(text []byte) ([]byte, error) {
	var compressed bytes.Buffer
	w := gzip.NewWriter(&compressed)
	if _, err := w.Write(text); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return compressed.Bytes(), nil
}

// The writer goes back to the pool.
var writers = sync.Pool{New: func() any { return gzip.NewWriter(io.Discard) }}

func okPooled(to io.Writer, text []byte) {
	w := writers.Get().(*gzip.Writer)
	defer writers.Put(w)
	w.Reset(to)
	w.Write(text)
	w.Close()
}

// Readers of the standard library hold nothing but memory.
func okReader(compressed []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(compressed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// What is not closed lacks its end.
func flushed(text string) []byte {
	var compressed bytes.Buffer
	w := gzip.NewWriter(&compressed) // want "w, the writer that gzip.NewWriter makes, is never closed; what it writes lacks its end"
	io.Copy(w, strings.NewReader(text))
	w.Flush()
	return compressed.Bytes()
}

func written(text []byte) ([]byte, error) {
	var compressed bytes.Buffer
	w := zlib.NewWriter(&compressed) // want "w, the writer that zlib.NewWriter makes, is never closed"
	if _, err := w.Write(text); err != nil {
		return nil, err
	}
	return compressed.Bytes(), nil
}

func writtenFile(path string, text []byte) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w, err := gzip.NewWriterLevel(f, gzip.BestCompression) // want "w, the writer that gzip.NewWriterLevel makes, is never closed"
	if err != nil {
		return err
	}
	if _, err := w.Write(text); err != nil {
		return err
	}
	return nil
}

func atOnce(to io.Writer, text []byte) {
	gzip.NewWriter(to).Write(text) // want "the writer that gzip.NewWriter makes is thrown away, so it can never be closed; what it writes lacks its end"
}

func thrownAway(to io.Writer) {
	_ = lzw.NewWriter(to, lzw.LSB, 8) // want "the writer that lzw.NewWriter makes is thrown away"
}

// Each file wants its own end.
func eachFile(to map[string]io.Writer, text []byte) {
	var w *gzip.Writer
	for _, file := range to {
		w = gzip.NewWriter(file) // want "w, the writer that gzip.NewWriter makes, gets another value before it is closed"
		w.Write(text)
	}
	if w != nil {
		w.Close()
	}
}

// The end of what is not closed is lost in main, too.
func main() {
	w := gzip.NewWriter(os.Stdout) // want "w, the writer that gzip.NewWriter makes, is never closed"
	io.Copy(w, os.Stdin)
}

// The first has nothing to finish: nothing has been written to it.
func okOtherFormat(to io.Writer, compressed bool, text []byte) error {
	w := tar.NewWriter(to)
	if compressed {
		zipped := gzip.NewWriter(to)
		defer zipped.Close()
		w = tar.NewWriter(zipped)
	}
	defer w.Close()
	_, err := w.Write(text)
	return err
}

func otherAfterUse(to io.Writer, text []byte) error {
	w := tar.NewWriter(to) // want "gets another value before it is closed"
	w.Write(text)
	w = tar.NewWriter(to)
	defer w.Close()
	_, err := w.Write(text)
	return err
}
