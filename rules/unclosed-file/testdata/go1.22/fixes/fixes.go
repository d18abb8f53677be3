// Package fixes shows where a deferred Close is offered as a fix, and where it is left to a person.
package fixes

import (
	"fmt"
	"io"
	"os"
)

func afterErrorCheck(path string) ([]byte, error) {
	f, err := os.Open(path) // want "is never closed"
	if err != nil {
		return nil, fmt.Errorf("open: %w", err)
	}
	return io.ReadAll(f)
}

func afterErrorCheckWithComment(path string) ([]byte, error) {
	f, err := os.Open(path) // want "is never closed"
	if err != nil {
		return nil, err
	} // The file is there.
	return io.ReadAll(f)
}

func errorIgnored(path string) ([]byte, error) {
	f, _ := os.Open(path) // want "is never closed"
	return io.ReadAll(f)
}

func bothEnds() error {
	r, w, err := os.Pipe() // want `r, the file that os\.Pipe opens, is never closed` `w, the file that os\.Pipe opens, is never closed`
	if err != nil {
		return err
	}
	_, err = io.Copy(w, r)
	return err
}

func inClosure() func(string) int64 {
	return func(path string) int64 {
		f, err := os.Open(path) // want "is never closed"
		if err != nil {
			return 0
		}
		n, _ := io.Copy(io.Discard, f)
		return n
	}
}

// No fix: a defer would pile up until the function ends.
func inLoop(paths []string) {
	for _, path := range paths {
		f, err := os.Open(path) // want `f, the file that os\.Open opens, gets another value`
		if err != nil {
			return
		}
		io.Copy(io.Discard, f)
	}
}

// No fix: the check is not the next statement.
func checkedLater(path string) (int64, error) {
	f, err := os.Open(path) // want "is never closed"
	n, _ := io.Copy(io.Discard, f)
	if err != nil {
		return 0, err
	}
	return n, nil
}

// No fix: after this check the function goes on with a file that may be nil.
func checkedAndContinued(path string) int64 {
	f, err := os.Open(path) // want "is never closed"
	if err != nil {
		fmt.Println(err)
	}
	n, _ := io.Copy(io.Discard, f)
	return n
}

// No fix: nothing to defer on.
func discarded(path string) bool {
	_, err := os.Open(path) // want "thrown away"
	return err == nil
}
