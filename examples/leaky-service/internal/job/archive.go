// Package job imports folders of old archives.
package job

import (
	"archive/zip"
	"errors"
	"io"
	"os"
)

// IsArchive says whether a file is a zip archive. It opens one to find out and throws it away.
func IsArchive(path string) bool {
	_, err := zip.OpenReader(path) // leak: unclosed-file
	return err == nil
}

// Entries counts the files in an archive.
func Entries(path string) (int, error) {
	archive, err := zip.OpenReader(path)
	if err != nil {
		return 0, err
	}
	defer archive.Close()
	return len(archive.File), nil
}

// Spool puts what it reads into a temporary file and gives its name. It does not close the file.
func Spool(from io.Reader) (string, error) {
	spool, err := os.CreateTemp("", "spool-*.zip") // leak: unclosed-file
	if err != nil {
		return "", err
	}
	if _, err := io.Copy(spool, from); err != nil {
		os.Remove(spool.Name())
		return "", err
	}
	return spool.Name(), nil
}

// Write puts what it reads into a file.
func Write(path string, from io.Reader) (err error) {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	_, err = io.Copy(file, from)
	return err
}
