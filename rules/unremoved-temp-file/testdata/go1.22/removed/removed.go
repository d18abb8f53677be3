// Package removed removes whatever it makes.
package removed

import (
	"io"
	"os"
	"path/filepath"
	"testing"
)

func okFile(r io.Reader) error {
	f, err := os.CreateTemp("", "x")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	defer f.Close()
	_, err = io.Copy(f, r)
	return err
}

func okDirectory(data []byte) error {
	dir, err := os.MkdirTemp("", "x")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	return os.WriteFile(filepath.Join(dir, "a"), data, 0o600)
}

func okLiteral(data []byte) (err error) {
	dir, err := os.MkdirTemp("", "x")
	if err != nil {
		return err
	}
	defer func() {
		if removeError := os.RemoveAll(dir); err == nil {
			err = removeError
		}
	}()
	return os.WriteFile(filepath.Join(dir, "a"), data, 0o600)
}

// Open, but without a name: the system removes it when it is closed.
func okUnlinked() (*os.File, error) {
	f, err := os.CreateTemp("", "x")
	if err != nil {
		return nil, err
	}
	if err := os.Remove(f.Name()); err != nil {
		return nil, err
	}
	return f, nil
}

func okCleanup(t *testing.T) string {
	dir, err := os.MkdirTemp("", "x")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return filepath.Join(dir, "a")
}

// The test removes the directory with all that is in it.
func okInTestDirectory(t *testing.T) error {
	f, err := os.CreateTemp(t.TempDir(), "x")
	if err != nil {
		return err
	}
	return f.Close()
}

func okInDirectoryOfItsOwn(r io.Reader) error {
	dir, err := os.MkdirTemp("", "x")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	f, err := os.CreateTemp(dir, "part")
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(f, r)
	return err
}

func okOnFailureOnly(data []byte) (dir string, err error) {
	dir, err = os.MkdirTemp("", "x")
	if err != nil {
		return "", err
	}
	defer func() {
		if err != nil {
			os.RemoveAll(dir)
		}
	}()
	if err = os.WriteFile(filepath.Join(dir, "a"), data, 0o600); err != nil {
		return "", err
	}
	return dir, nil
}

func okHelper(data []byte) error {
	dir, err := os.MkdirTemp("", "x")
	if err != nil {
		return err
	}
	defer clear(dir)
	return os.WriteFile(filepath.Join(dir, "a"), data, 0o600)
}

func clear(dir string) { _ = os.RemoveAll(dir) }
