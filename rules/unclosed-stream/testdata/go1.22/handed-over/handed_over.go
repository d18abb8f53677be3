// Package handedover gives its writers to somebody else, who closes them.
package handedover

import (
	"compress/gzip"
	"encoding/base64"
	"io"
	"net/http"
)

func okReturned(to io.Writer) io.WriteCloser {
	return gzip.NewWriter(to)
}

func okReturnedLater(to io.Writer, level int) (io.WriteCloser, error) {
	w, err := gzip.NewWriterLevel(to, level)
	if err != nil {
		return nil, err
	}
	w.Name = "log"
	return w, nil
}

type response struct {
	http.ResponseWriter
	writer *gzip.Writer
}

func okField(w http.ResponseWriter) *response {
	return &response{ResponseWriter: w, writer: gzip.NewWriter(w)}
}

func (r *response) okLazily() {
	if r.writer == nil {
		r.writer = gzip.NewWriter(r.ResponseWriter)
	}
}

type closers []io.Closer

func okStack(to io.Writer) (io.Writer, closers) {
	encoder := base64.NewEncoder(base64.StdEncoding, to)
	w := gzip.NewWriter(encoder)
	return w, closers{w, encoder}
}

func okHandler(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		compressed := gzip.NewWriter(w)
		defer compressed.Close()
		next.ServeHTTP(&response{w, compressed}, r)
	})
}

func okCloseFunction(to io.Writer) (io.Writer, func() error) {
	w := gzip.NewWriter(to)
	return w, w.Close
}

func okSent(to io.Writer, writers chan<- io.WriteCloser) {
	writers <- gzip.NewWriter(to)
}
