// Package silent has loops and defers, but no defer in a loop.
package silent

import (
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

func okCallback(root string) error {
	return filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		return f.Sync()
	})
}

func okLiteralInLoop(paths []string) {
	for _, path := range paths {
		open := func() {
			f, err := os.Open(path)
			if err != nil {
				return
			}
			defer f.Close()
		}
		open()
	}
}

func okAfterLoop(paths []string) error {
	var last string
	for _, path := range paths {
		last = path
	}
	f, err := os.Open(last)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}

func okClosedAtEnd(paths []string) error {
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		f.Sync()
		f.Close()
	}
	return nil
}

func okInSwitch(path string, kind int) {
	switch kind {
	case 1:
		f, err := os.Open(path)
		if err != nil {
			break
		}
		defer f.Close()
	}
}

func okUnreachable(paths []string) {
	for range paths {
		return
		defer println("never")
	}
}

func okOnce(once *sync.Once, paths []string) {
	for _, path := range paths {
		once.Do(func() {
			defer println(path)
		})
	}
}

func okSubtests(t *testing.T, paths []string) {
	for _, path := range paths {
		t.Run(path, func(t *testing.T) {
			f, err := os.Open(path)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
		})
	}
}
