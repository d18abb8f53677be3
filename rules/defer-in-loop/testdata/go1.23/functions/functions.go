// Package functions ranges over functions, which may make what they give as they go.
package functions

import "os"

func overFunction(paths func(func(string) bool)) {
	for path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return
		}
		defer f.Close() // want "pile up"
	}
}

func given(files func(func(*os.File) bool)) {
	for f := range files {
		defer f.Close() // want "not when the turn ends"
	}
}
