// Package disk opens files for package store.
package disk

import "os"

// Open opens a file that its caller has to close.
func Open(p string) (*os.File, error) {
	return os.Open(p)
}

// Direct has its body on one line.
func Direct(p string) (*os.File, error) { return os.Open(p) }

// Noted has a comment behind its brace.
func Noted(p string) (*os.File, error) { // why
	return os.Open(p)
}
