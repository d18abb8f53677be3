// Package fixes shows where the removal is offered.
package fixes

import (
	"io"
	"io/ioutil"
	"os"
)

func file(r io.Reader) error {
	f, err := os.CreateTemp("", "x") // want "is never removed"
	if err != nil {
		return err
	}
	_, err = io.Copy(f, r)
	return err
}

func directory() error {
	dir, err := os.MkdirTemp("", "x") // want "is never removed"
	if err != nil {
		return err
	}
	return os.Chmod(dir, 0o700)
}

// No fix: in a loop it would pile up.
func loop() error {
	for {
		dir, err := ioutil.TempDir("", "x") // want "is never removed|gets another value"
		if err != nil {
			return err
		}
		if err := os.Chmod(dir, 0o700); err != nil {
			return err
		}
	}
}
