// Package limits leaves writers unfinished in ways that the rule does not see. Functions whose names begin with unseen are
// known to be missed.
package limits

import (
	"bytes"
	"compress/gzip"
	"io"
)

// Closed, but only after what was written has been taken.
func unseenTooLate(text []byte) []byte {
	var compressed bytes.Buffer
	w := gzip.NewWriter(&compressed)
	defer w.Close()
	w.Write(text)
	return compressed.Bytes()
}

// Reset forgets what has not been written.
func unseenReset(first, second io.Writer, text []byte) error {
	w := gzip.NewWriter(first)
	w.Write(text)
	w.Reset(second)
	w.Write(text)
	return w.Close()
}

// Methods of interfaces may do anything with it.
func unseenInterface(to io.Writer, use interface{ Use(io.Writer) }) {
	use.Use(gzip.NewWriter(to))
}

type lines struct{ w *gzip.Writer }

func (l lines) write(text string) { io.WriteString(l.w, text) }

// The writer is in a field of a value that nobody gets.
func unseenField(to io.Writer) {
	l := lines{gzip.NewWriter(to)}
	l.write("text")
}

// What is returned may be an error, after which nobody wants what has been written.
func errorOrNot(to io.Writer, text []byte) error {
	w := gzip.NewWriter(to) // want "is never closed"
	_, err := w.Write(text)
	return err
}
