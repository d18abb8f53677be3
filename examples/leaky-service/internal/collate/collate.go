//go:build !cgo

// Package collate puts names into the order of the system's language.
package collate

import "sort"

// Sort puts names in order.
func Sort(names []string) {
	sort.Strings(names)
}

// Same says whether two names have the same place in the order.
func Same(a, b string) bool {
	return a == b
}
