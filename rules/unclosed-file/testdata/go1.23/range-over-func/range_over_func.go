// Package rangeoverfunc ranges over functions, and returns from within.
package rangeoverfunc

import "os"

func okRangeOverFunc(path string, each func(func(int) bool)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	for range each {
	}
	return f.Close()
}

// The return in the loop passes the Close.
func inLoop(path string, each func(func(int) bool)) error {
	f, err := os.Open(path) // want "`return nil` leaves it behind"
	if err != nil {
		return err
	}
	for n := range each {
		if n == 0 {
			return nil
		}
	}
	return f.Close()
}
