// Package fixes shows where a deferred Close is offered as a fix, and where it is left to a person.
package fixes

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"io"
)

func withError(to io.Writer, from io.Reader) (n int64, err error) {
	w, err := gzip.NewWriterLevel(to, gzip.BestSpeed) // want "never closed"
	if err != nil {
		return 0, err
	}
	if n, err = io.Copy(w, from); err != nil {
		return n, err
	}
	return n, nil
}

func withoutError(to io.Writer, from io.Reader) int64 {
	w := zlib.NewWriter(to) // want "never closed"
	n, _ := io.Copy(w, from)
	return n
}

// No fix: a defer would come too late for the next turn.
func inLoop(writers []io.Writer) {
	for _, to := range writers {
		w := gzip.NewWriter(to) // want "gets another value"
		w.Write([]byte("text"))
	}
}

// No fix: a defer would come after what it writes is taken out of the buffer.
func intoBuffer(text string) ([]byte, error) {
	var buffer bytes.Buffer
	w := gzip.NewWriter(&buffer) // want "never closed"
	if _, err := w.Write([]byte(text)); err != nil {
		return nil, err
	}
	return buffer.Bytes(), nil
}
