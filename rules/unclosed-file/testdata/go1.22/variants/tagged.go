//go:build integration && cgo

package variants

import "os"

func okTagged(path string) {
	f, _ := os.Open(path)
	f.Close()
}

func tagged(path string) {
	os.Create(path) // want "thrown away"
}
