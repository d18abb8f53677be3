// Package roots opens folders as os.Root, which Go has from 1.24 on.
package roots

import (
	"io"
	"io/fs"
	"os"
)

func mkdir(dir, name string) error {
	root, err := os.OpenRoot(dir) // want `root, the root directory that os\.OpenRoot opens, is never closed`
	if err != nil {
		return err
	}
	return root.Mkdir(name, 0o755)
}

func read(dir, name string) ([]byte, error) {
	f, err := os.OpenInRoot(dir, name) // want `f, the file that os\.OpenInRoot opens, is never closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(f)
}

func isDirectory(dir string) bool {
	_, err := os.OpenRoot(dir) // want "thrown away"
	return err == nil
}

// What FS returns works through the root.
func okFS(dir string) (fs.FS, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return root.FS(), nil
}

func okClosed(dir, name string) (*os.File, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return root.Open(name)
}

func size(root *os.Root, name string) (int64, error) {
	f, err := root.Open(name) // want "f, the file that root.Open opens, is never closed"
	if err != nil {
		return 0, err
	}
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

type store struct{ *os.Root }

func (s store) touch(name string) error {
	_, err := s.Create(name) // want "s.Create opens is thrown away"
	return err
}

func (s store) has(name string) bool {
	_, err := s.Root.OpenFile(name, os.O_RDONLY, 0) // want "thrown away"
	return err == nil
}

func nested(root *os.Root, dir string) error {
	inner, err := root.OpenRoot(dir) // want `inner, the root directory that root\.OpenRoot opens, is never closed`
	if err != nil {
		return err
	}
	return inner.Mkdir("x", 0o755)
}
