// Package limits leaves files in ways that the rule does not see. Functions whose names begin with unseen are known to be
// missed.
package limits

import (
	"fmt"
	"os"
)

// Whoever gets to see the error could remove the file.
func unseenNamed(data []byte) error {
	f, err := os.CreateTemp("", "x")
	if err != nil {
		return err
	}
	defer f.Close()
	if _, err := f.Write(data); err != nil {
		return fmt.Errorf("write %s: %w", f.Name(), err)
	}
	return os.Remove(f.Name())
}

// A path that is put together by hand may go anywhere.
func unseenConcatenated() error {
	dir, err := os.MkdirTemp("", "x")
	if err != nil {
		return err
	}
	return os.Mkdir(dir+"/a", 0o700)
}

// The directory may be somebody else's to remove.
func unseenInDirectory(dir string) error {
	f, err := os.CreateTemp(dir, "x")
	if err != nil {
		return err
	}
	return f.Close()
}

type options struct{ TempDir string }

// Somebody has chosen the directory, whatever the field is called.
func unseenInField(o options) error {
	f, err := os.CreateTemp(o.TempDir, "x")
	if err != nil {
		return err
	}
	return f.Close()
}
