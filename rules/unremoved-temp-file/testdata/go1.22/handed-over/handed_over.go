// Package handedover makes what somebody else removes.
package handedover

import (
	"os"
	"os/exec"
	"path/filepath"
)

func okFile() (*os.File, error) {
	return os.CreateTemp("", "x")
}

func okPath() (string, error) {
	dir, err := os.MkdirTemp("", "x")
	if err != nil {
		return "", err
	}
	return dir, nil
}

// Who knows a path into the directory can find the directory.
func okPathInto() (string, error) {
	dir, err := os.MkdirTemp("", "x")
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "socket"), nil
}

func okCleanup() (string, func(), error) {
	dir, err := os.MkdirTemp("", "x")
	if err != nil {
		return "", nil, err
	}
	return dir, func() { os.RemoveAll(dir) }, nil
}

type store struct {
	dir  string
	file *os.File
}

func okStored() (*store, error) {
	dir, err := os.MkdirTemp("", "x")
	if err != nil {
		return nil, err
	}
	return &store{dir: dir}, nil
}

func (s *store) okField() (err error) {
	s.file, err = os.CreateTemp("", "x")
	return err
}

func okArgument(name string) error {
	f, err := os.CreateTemp("", "x")
	if err != nil {
		return err
	}
	defer f.Close()
	return exec.Command(name, "--remove", f.Name()).Run()
}

func okAppended(names []string) ([]string, error) {
	for range 2 {
		f, err := os.CreateTemp("", "x")
		if err != nil {
			return nil, err
		}
		names = append(names, f.Name())
		f.Close()
	}
	return names, nil
}
