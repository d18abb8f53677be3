// Package fixes shows where the defer is moved behind the error check.
package fixes

import (
	"fmt"
	"io"
	"net/http"
	"os"
)

func swapped(url string) ([]byte, error) {
	resp, err := http.Get(url)
	defer resp.Body.Close() // want "panics"
	if err != nil {
		return nil, fmt.Errorf("get: %w", err)
	}
	return io.ReadAll(resp.Body)
}

func swappedInBlock(paths []string) error {
	for _, path := range paths {
		if err := func() error {
			f, err := os.Open(path)
			defer f.Close() // want "nothing to close"
			if err != nil {
				return err
			}
			return nil
		}(); err != nil {
			return err
		}
	}
	return nil
}

// No fix: after this check the function goes on.
func goesOn(path string) {
	f, err := os.Open(path)
	defer f.Close() // want "nothing to close"
	if err != nil {
		fmt.Println(err)
	}
}

// No fix: there is no check.
func unchecked(url string) int {
	resp, _ := http.Get(url)
	defer resp.Body.Close() // want "panics"
	return resp.StatusCode
}
