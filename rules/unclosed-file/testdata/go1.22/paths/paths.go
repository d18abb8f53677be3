// Package paths closes files on some paths and not on others.
package paths

import (
	"io"
	"os"
	"strings"
)

func look(f *os.File) { _, _ = f.Stat() }

// Only one path closes the file.
func onePath(path string) error {
	f, err := os.Open(path) // want "not closed on every path: `return err` leaves it behind"
	if err != nil {
		return err
	}
	if _, err := f.Stat(); err != nil {
		return err
	}
	return f.Close()
}

// The helper only looks at the file.
func lookedAt(path string) {
	f, _ := os.Open(path) // want "is never closed"
	look(f)
}

// The file of the first turn is lost with the second.
func overwritten(paths []string) error {
	var f *os.File
	for _, path := range paths {
		f, _ = os.Open(path) // want "gets another value before it is closed"
	}
	return f.Close()
}

// A function of the standard library that is not known to leave the file alone.
func read(path string) error {
	f, _ := os.Open(path) // want "is never closed"
	_, err := io.Copy(io.Discard, io.MultiReader(strings.NewReader("x"), f))
	return err
}
