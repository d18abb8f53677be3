// Package discarded throws files away in the moment they are opened.
package discarded

import (
	"archive/zip"
	"io/fs"
	"io/ioutil"
	"os"
)

// Opening is how some code asks whether a file can be read.
func readable(path string) bool {
	_, err := os.Open(path) // want "the file that os.Open opens is thrown away"
	return err == nil
}

func readableInIf(path string) bool {
	if _, err := os.Open(path); err != nil { // want `os\.Open opens is thrown away`
		return false
	}
	return true
}

// touch makes an empty file and forgets that this opens it.
func touch(path string) {
	os.Create(path) // want "the file that os.Create opens is thrown away, so it can never be closed"
}

func touchAll(paths []string) {
	for _, path := range paths {
		_, _ = os.Create(path) // want "os.Create opens is thrown away"
	}
}

func lockFile(path string) (err error) {
	_, err = os.OpenFile(path, os.O_CREATE|os.O_EXCL, 0o600) // want "os.OpenFile opens is thrown away"
	return err
}

func declared(path string) error {
	var _, err = os.Open(path) // want "os.Open opens is thrown away"
	return err
}

func inParentheses(path string) {
	(os.Create(path)) // want "os.Create opens is thrown away"
	(os.Create)(path) // want `\(os.Create\) opens is thrown away`
}

func later(path string) {
	defer os.Create(path) // want "os.Create opens is thrown away"
	go os.Create(path)    // want "os.Create opens is thrown away"
}

func tempName() error {
	_, err := ioutil.TempFile("", "x") // want "ioutil.TempFile opens is thrown away"
	return err
}

func isArchive(path string) bool {
	_, err := zip.OpenReader(path) // want "zip.OpenReader opens is thrown away"
	return err == nil
}

// One end of a pipe is used, the other is lost.
func writeEnd() *os.File {
	_, w, err := os.Pipe() // want "os.Pipe opens is thrown away"
	if err != nil {
		return nil
	}
	return w
}

func twoOnOneLine(a, b string) { os.Create(a); os.Open(b) } // want "os.Create opens" "os.Open opens"

func inClosure(path string) func() bool {
	return func() bool {
		_, err := os.Open(path) // want "os.Open opens is thrown away"
		return err == nil
	}
}

// A file system behind an interface may hold more than memory.
func throughInterface(fsys fs.FS, root string) error {
	_, err := fsys.Open(root) // want "thrown away"
	return err
}
