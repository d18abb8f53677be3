// Package virtual opens files of file systems that need not be on disk.
package virtual

import (
	"embed"
	"io"
	"io/fs"
	"net/http"
	"os"
	"testing/fstest"
)

//go:embed virtual.go
var assets embed.FS

func disk(dir, name string) bool {
	_, err := os.DirFS(dir).Open(name) // want `the file that os\.DirFS\(dir\)\.Open opens is thrown away`
	return err == nil
}

func served(dir http.Dir, name string) bool {
	_, err := dir.Open(name) // want "the file that dir.Open opens is thrown away"
	return err == nil
}

// Only the presets for those who want everything show what may be memory.
func given(fsys fs.FS, name string) bool {
	_, err := fsys.Open(name) // want "the file that fsys.Open opens is thrown away"
	return err == nil
}

type wrapper struct{ files http.FileSystem }

func (w wrapper) Open(name string) (http.File, error) {
	return w.files.Open(name)
}

func (w wrapper) has(name string) bool {
	_, err := w.Open(name) // want "the file that w.Open opens is thrown away"
	return err == nil
}

func okEmbedded(name string) bool {
	_, err := assets.Open(name)
	return err == nil
}

func okInMemory(name string) bool {
	_, err := fstest.MapFS{}.Open(name)
	return err == nil
}

func okClosed(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

func okReadAtOnce(fsys fs.FS, name string) ([]byte, error) {
	return fs.ReadFile(fsys, name)
}
