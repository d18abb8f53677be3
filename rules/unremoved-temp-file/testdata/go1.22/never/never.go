// Package never makes temporary files and directories that stay.
package never

import (
	"io"
	"io/ioutil"
	"os"
	"os/exec"
	"path/filepath"
)

func file(r io.Reader) error {
	f, err := os.CreateTemp("", "upload") // want `f, the temporary file that os\.CreateTemp makes, is never removed`
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(f, r)
	return err
}

func directory(data []byte) error {
	dir, err := os.MkdirTemp("", "work") // want `dir, the temporary directory that os\.MkdirTemp makes, is never removed`
	if err != nil {
		return err
	}
	path := filepath.Join(dir, "input")
	return os.WriteFile(path, data, 0o600)
}

func oldFile() error {
	f, err := ioutil.TempFile("", "old") // want "is never removed"
	if err != nil {
		return err
	}
	return f.Close()
}

func oldDirectory() error {
	dir, err := ioutil.TempDir("", "old") // want "is never removed"
	if err != nil {
		return err
	}
	return os.Chmod(dir, 0o700)
}

func discarded() error {
	_, err := os.CreateTemp("", "probe") // want "the temporary file that os.CreateTemp makes is thrown away, so it can never be removed"
	return err
}

// Closing it, or emptying it, leaves it where it is.
func emptied() error {
	f, err := os.CreateTemp(os.TempDir(), "x") // want "is never removed"
	if err != nil {
		return err
	}
	if err := f.Truncate(0); err != nil {
		return err
	}
	return f.Close()
}

func everyTurn(inputs []io.Reader) error {
	for _, input := range inputs {
		f, err := os.CreateTemp("", "x") // want "is never removed|gets another value before it is removed"
		if err != nil {
			return err
		}
		io.Copy(f, input)
		f.Close()
	}
	return nil
}

func again(n int) (dir string, err error) {
	for range n {
		dir, err = os.MkdirTemp("", "x") // want "gets another value before it is removed"
		if err != nil {
			return "", err
		}
	}
	return dir, nil
}

func command(name string) error {
	dir, err := os.MkdirTemp("", "x") // want "is never removed"
	if err != nil {
		return err
	}
	cmd := exec.Command(name)
	if err := os.Chdir(dir); err != nil {
		return err
	}
	return cmd.Run()
}
