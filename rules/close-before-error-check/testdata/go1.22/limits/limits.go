// Package limits uses what may not be there in ways that the rule does not see. Functions whose names begin with unseen
// are known to be missed.
package limits

import (
	"io"
	"net/http"
	"os"
)

// A field of nil.
func unseenStatus(url string) (int, error) {
	resp, err := http.Get(url)
	status := resp.StatusCode
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return status, nil
}

// The error is thrown away on purpose; reading from a nil file gives another one.
func unseenThrownAway(path string) ([]byte, error) {
	f, _ := os.Open(path)
	defer f.Close()
	return io.ReadAll(f)
}

// The list is empty when the deferred call gets it.
func unseenArgumentsEarly(paths []string) error {
	var files []io.Closer
	defer closeAll(files...)
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		files = append(files, f)
	}
	return nil
}

func closeAll(closers ...io.Closer) {
	for _, c := range closers {
		c.Close()
	}
}
