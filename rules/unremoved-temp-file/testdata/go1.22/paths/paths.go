// Package paths removes what it makes, and on some ways does not.
package paths

import (
	"io"
	"os"
	"path/filepath"
)

// The file is handed out when it is complete; what is left of an incomplete one nobody knows.
func written(data []byte) (string, error) {
	f, err := os.CreateTemp("", "key") // want "f, the temporary file that os.CreateTemp makes, is not removed on every path: `return \"\", err` leaves it behind"
	if err != nil {
		return "", err
	}
	defer f.Close()
	if _, err := f.Write(data); err != nil {
		return "", err
	}
	return f.Name(), nil
}

func deferredTooLate(data []byte) error {
	dir, err := os.MkdirTemp("", "x") // want "is not removed on every path"
	if err != nil {
		return err
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	return os.WriteFile(filepath.Join(dir, "a"), data, 0o600)
}

func replaced(path string, r io.Reader) error {
	f, err := os.CreateTemp("", "new") // want "is not removed on every path"
	if err != nil {
		return err
	}
	if _, err := io.Copy(f, r); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

func okReplaced(path string, r io.Reader) error {
	f, err := os.CreateTemp("", "new")
	if err != nil {
		return err
	}
	_, err = io.Copy(f, r)
	if closeError := f.Close(); err == nil {
		err = closeError
	}
	if err != nil {
		os.Remove(f.Name())
		return err
	}
	return os.Rename(f.Name(), path)
}
