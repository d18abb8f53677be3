package upload

import (
	"bytes"
	"net/http"
	"os"
)

const magicLength = 16

// Kind tells what the content of an upload looks like.
func (s *Store) Kind(name string) (string, error) {
	content, err := os.ReadFile(s.path(name))
	if err != nil {
		return "", err
	}
	return http.DetectContentType(content), nil
}

// Magic gives the first bytes of an upload. They keep all of it in memory.
func (s *Store) Magic(name string) ([]byte, error) {
	content, err := os.ReadFile(s.path(name))
	if err != nil || len(content) < magicLength {
		return nil, err
	}
	return content[:magicLength], nil // leak: retained-subslice
}

// Signature gives a copy of the first bytes of an upload.
func (s *Store) Signature(name string) ([]byte, error) {
	content, err := os.ReadFile(s.path(name))
	if err != nil || len(content) < magicLength {
		return nil, err
	}
	return bytes.Clone(content[:magicLength]), nil
}
