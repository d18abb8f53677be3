// Package compression uses github.com/klauspost/compress.
package compression

import (
	"bytes"
	"io"

	"github.com/klauspost/compress/s2"
	"github.com/klauspost/compress/zstd"
)

func okDecoder(from io.Reader) ([]byte, error) {
	r, err := zstd.NewReader(from)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

// Closing what IOReadCloser gives closes the decoder.
func okReadCloser(from io.Reader) (io.ReadCloser, error) {
	r, err := zstd.NewReader(from)
	if err != nil {
		return nil, err
	}
	return r.IOReadCloser(), nil
}

// One for the whole process.
var okShared, _ = zstd.NewReader(nil)

func okEncoder(to io.Writer, text []byte) error {
	w, err := zstd.NewWriter(to)
	if err != nil {
		return err
	}
	w.Write(text)
	return w.Close()
}

// CloseIndex closes as well.
func okIndexed(to io.Writer, text []byte) ([]byte, error) {
	w := s2.NewWriter(to)
	if _, err := w.Write(text); err != nil {
		w.Close()
		return nil, err
	}
	return w.CloseIndex()
}

// A decoder has goroutines that read ahead.
func decoder(from io.Reader) ([]byte, error) {
	r, err := zstd.NewReader(from) // want "r, the reader that zstd.NewReader makes, is never closed"
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func decoderOnOnePath(from io.Reader) ([]byte, error) {
	r, err := zstd.NewReader(from) // want "r, the reader that zstd.NewReader makes, is not closed on every path: `return nil, err` leaves it behind"
	if err != nil {
		return nil, err
	}
	b := make([]byte, 8)
	if _, err := io.ReadFull(r, b); err != nil {
		return nil, err
	}
	r.Close()
	return b, nil
}

func limited(from io.Reader) ([]byte, error) {
	r, err := zstd.NewReader(from) // want "never closed"
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(r, 1<<20))
}

// A writer of s2 has a goroutine from the beginning.
func block(text []byte) ([]byte, error) {
	var compressed bytes.Buffer
	w := s2.NewWriter(&compressed) // want `w, the writer that s2\.NewWriter makes, is not closed on every path`
	if _, err := w.Write(text); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return compressed.Bytes(), nil
}

// Whole blocks need no stream, and have no end to be written.
func okBlock(text []byte) ([]byte, error) {
	w, err := zstd.NewWriter(nil)
	if err != nil {
		return nil, err
	}
	return w.EncodeAll(text, nil), nil
}

func okWholeBlock(block []byte) ([]byte, error) {
	r, err := zstd.NewReader(nil)
	if err != nil {
		return nil, err
	}
	return r.DecodeAll(block, nil)
}

func laterStream(from io.Reader) ([]byte, error) {
	r, err := zstd.NewReader(nil) // want "never closed"
	if err != nil {
		return nil, err
	}
	if err := r.Reset(from); err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}
