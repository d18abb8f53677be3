// Package job imports folders of old archives.
package job

import (
	"archive/zip"
	"errors"
	"io"
	"os"
)

// IsArchive says whether a file is a zip archive. The archive that it opens to find out stays open.
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

// Spool copies what it reads into a temporary file and gives its name. The file stays open.
func Spool(from io.Reader) (string, error) {
	spool, err := os.CreateTemp("", "spool-*.csv") // leak: unclosed-file
	if err != nil {
		return "", err
	}
	if _, err := io.Copy(spool, from); err != nil {
		return "", err
	}
	return spool.Name(), nil
}

// Copy writes what it reads into a file.
func Copy(path string, from io.Reader) (err error) {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	_, err = io.Copy(file, from)
	return err
}
