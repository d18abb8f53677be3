// Package capturedbefore gives files to variables that function literals captured before.
package capturedbefore

import (
	"io"
	"log"
	"os"
)

func okDeferredBefore(path string, w io.Writer) error {
	var source *os.File
	defer func() {
		if source != nil {
			source.Close()
		}
	}()
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	source = file
	_, err = io.Copy(w, file)
	return err
}

func okKeptBefore(path string, keep func(func() error)) error {
	var source *os.File
	keep(func() error { return source.Close() })
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	source = file
	return nil
}

func okAddressedBefore(path string, keep func(**os.File)) error {
	var source *os.File
	keep(&source)
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	source = file
	return nil
}

func okReaderDeferredBefore(path string) (n int64, err error) {
	var source io.ReadCloser
	defer func() { source.Close() }()
	file, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	source = file
	return io.Copy(io.Discard, source)
}

// The return comes before the variable has the file that the deferred function closes.
func givenTooLate(path string) error {
	var source *os.File
	defer func() {
		if source != nil {
			source.Close()
		}
	}()
	file, err := os.Open(path) // want "`return err` leaves it behind"
	if err != nil {
		return err
	}
	if _, err := file.Stat(); err != nil {
		return err
	}
	source = file
	return nil
}

func nameDeferredBefore(path string) error {
	var source *os.File
	defer func() { log.Print(source.Name()) }()
	file, err := os.Open(path) // want "is never closed"
	if err != nil {
		return err
	}
	source = file
	return nil
}
