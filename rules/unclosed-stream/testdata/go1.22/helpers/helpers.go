// Package helpers lets functions of its own make, write and close.
package helpers

import (
	"compress/gzip"
	"io"
	"log"
)

func closeQuietly(c io.Closer) {
	if err := c.Close(); err != nil {
		log.Print(err)
	}
}

func compressor(to io.Writer) *gzip.Writer {
	w, err := gzip.NewWriterLevel(to, gzip.BestSpeed)
	if err != nil {
		panic(err)
	}
	return w
}

func write(to io.Writer) { io.WriteString(to, "text") }

func okHelperCloses(to io.Writer) {
	w := gzip.NewWriter(to)
	defer closeQuietly(w)
	write(w)
}

func okHelperMakes(to io.Writer) error {
	w := compressor(to)
	write(w)
	return w.Close()
}

func helperMakes(to io.Writer) {
	w := compressor(to) // want "w, the writer that compressor makes, is never closed"
	write(w)
}

func helperWrites(to io.Writer) {
	w := gzip.NewWriter(to) // want "w, the writer that gzip.NewWriter makes, is never closed"
	write(w)
}
