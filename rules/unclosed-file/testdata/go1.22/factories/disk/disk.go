// Package disk opens files for package store.
package disk

import "os"

// Open opens a file that its caller has to close.
func Open(p string) (*os.File, error) {
	return os.Open(p)
}
