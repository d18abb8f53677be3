// Package tests is about files in tests.
package tests

import "os"

// Read is tested.
func Read(f *os.File) error {
	_, err := f.Read(make([]byte, 1))
	return err
}
