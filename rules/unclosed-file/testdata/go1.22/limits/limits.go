// Package limits leaks in ways that the rule does not see yet. Functions whose names begin with unseen are known to be
// missed.
package limits

import (
	"archive/zip"
	"io"
	"os"
	"path/filepath"
)

// The entries of the archive might leave the function.
func unseenEntries(path string) (names []string) {
	r, err := zip.OpenReader(path)
	if err != nil {
		return nil
	}
	for _, entry := range r.File {
		names = append(names, filepath.Base(entry.Name))
	}
	return names
}

// A helper that closes on one of its paths counts as one that closes.
func unseenHelper(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return closeOnError(f)
}

func closeOnError(f *os.File) error {
	if _, err := f.Stat(); err != nil {
		f.Close()
		return err
	}
	return nil
}

// So does a deferred function literal: what its condition asks is not compared with the way there.
func unseenCondition(path string) (err error) {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
		}
	}()
	_, err = f.Stat()
	return err
}

// A way out by a panic is not looked at.
func unseenPanic(path string) (err error) {
	defer func() { recover() }()
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	if _, err := f.Stat(); err != nil {
		panic(err)
	}
	return f.Close()
}

// The function that is given the literal might keep it.
func unseenCallback(path string, load func(func(io.Reader) error) error) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	return load(func(r io.Reader) error {
		_, err := io.Copy(f, r)
		return err
	})
}
