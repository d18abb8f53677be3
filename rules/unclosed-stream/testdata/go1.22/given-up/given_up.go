// Package givenup makes writers whose output nobody wants.
package givenup

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"mime/multipart"

	"github.com/klauspost/compress/s2"
)

func okLevel(level int) error {
	if _, err := gzip.NewWriterLevel(io.Discard, level); err != nil {
		return fmt.Errorf("level %d: %w", level, err)
	}
	return nil
}

func okMeasured(text []byte) error {
	w, err := flate.NewWriter((io.Discard), flate.BestSpeed)
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

// The function returns an error in the end, and the buffer with it.
func okUnsupported(text []byte) error {
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	if err := form.WriteField("text", string(text)); err != nil {
		return err
	}
	return errors.New("forms are not supported")
}

// The goroutine tells the reader that it has failed.
func okFailsInGoroutine(text []byte, send func(io.Reader) error) error {
	r, pw := io.Pipe()
	form := multipart.NewWriter(pw)
	go fill(form, pw, text)
	return send(r)
}

func fill(form *multipart.Writer, pw *io.PipeWriter, text []byte) {
	if err := form.WriteField("text", string(text)); err != nil {
		pw.CloseWithError(err)
		return
	}
	make := func() (io.Writer, error) { return form.CreateFormField("more") }
	if err := addTo(make, text); err != nil {
		pw.CloseWithError(err)
		return
	}
	form.Close()
	pw.Close()
}

func addTo(make func() (io.Writer, error), text []byte) error {
	part, err := make()
	if err == nil {
		_, err = part.Write(text)
	}
	return err
}

func later(to io.Writer, text []byte) {
	w := gzip.NewWriter(io.Discard) // want "w, the writer that gzip.NewWriter makes, is never closed"
	w.Reset(to)
	w.Write(text)
}

// Its goroutines stay, wherever it writes to.
func working(text []byte) {
	w := s2.NewWriter(io.Discard) // want "w, the writer that s2.NewWriter makes, is never closed; what it writes lacks its end"
	w.Write(text)
}

var trash = struct{ Discard io.Writer }{}

func other(text []byte) {
	w := gzip.NewWriter(trash.Discard) // want "is never closed"
	w.Write(text)
}

// The path that is shown is the one on which somebody gets what lacks its end.
func form(text string) (io.Reader, error) {
	var body bytes.Buffer
	form := multipart.NewWriter(&body) // want "form, the writer that multipart.NewWriter makes, is never closed; what it writes lacks its end"
	if err := form.WriteField("text", text); err != nil {
		return nil, err
	}
	return &body, nil
}
