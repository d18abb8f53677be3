package limits

import . "os"

// A dot import hides where Create comes from.
func unseenDotImport(path string) {
	_, _ = Create(path)
}
