// Package upload takes CSV files from clients and keeps them on disk.
package upload

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"
)

// Store is a folder of uploads.
type Store struct {
	folder string
}

// NewStore makes the folder when it is not there yet.
func NewStore(folder string) (*Store, error) {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	return &Store{folder: folder}, nil
}

// Save writes an upload and gives its size.
func (s *Store) Save(name string, body io.Reader) (int64, error) {
	file, err := os.Create(s.path(name))
	if err != nil {
		return 0, err
	}
	size, err := io.Copy(file, body)
	return size, errors.Join(err, file.Close())
}

// Open gives an upload to read; closing it is up to the caller.
func (s *Store) Open(name string) (*os.File, error) {
	return os.Open(s.path(name))
}

// Rows counts the lines of an upload. It does not close the file.
func (s *Store) Rows(name string) (int, error) {
	file, err := os.Open(s.path(name)) // leak: unclosed-file
	if err != nil {
		return 0, err
	}
	rows := 0
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		rows++
	}
	return rows, lines.Err()
}

// Header reads the first line of an upload.
func (s *Store) Header(name string) (string, error) {
	file, err := os.Open(s.path(name))
	if err != nil {
		return "", err
	}
	defer file.Close()
	return bufio.NewReader(file).ReadString('\n')
}

// Reserve takes a name that is still free. It throws the open file away.
func (s *Store) Reserve(name string) error {
	_, err := os.OpenFile(s.path(name), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644) // leak: unclosed-file
	return err
}

// Clear empties an upload.
func (s *Store) Clear(name string) error {
	return os.WriteFile(s.path(name), nil, 0o644)
}

// Size is the size of an upload in bytes.
func (s *Store) Size(name string) (int64, error) {
	info, err := os.Stat(s.path(name))
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

func (s *Store) path(name string) string {
	return filepath.Join(s.folder, filepath.Base(name))
}
