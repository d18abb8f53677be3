// Package variants is built differently on each system.
package variants

import "os"

func okReleasedOnSomeSystems(path string) bool {
	f, _ := os.Open(path)
	release(f)
	return probe()
}
