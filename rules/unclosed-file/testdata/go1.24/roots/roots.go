// Package roots opens folders as os.Root, which Go has from 1.24 on.
package roots

import (
	"io"
	"io/fs"
	"os"
)

func mkdir(dir, name string) error {
	root, err := os.OpenRoot(dir) // want "os.OpenRoot opens into root is never closed"
	if err != nil {
		return err
	}
	return root.Mkdir(name, 0o755)
}

func read(dir, name string) ([]byte, error) {
	f, err := os.OpenInRoot(dir, name) // want "os.OpenInRoot opens into f is never closed"
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
