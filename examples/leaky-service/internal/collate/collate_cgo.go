//go:build cgo

// Package collate puts names into the order of the system's language.
package collate

// #include <stdlib.h>
// #include <string.h>
import "C"

import (
	"sort"
	"unsafe"
)

// Sort puts names in order. Each comparison leaves two copies in the memory of C.
func Sort(names []string) {
	sort.Slice(names, func(i, j int) bool {
		first := C.CString(names[i])  // leak: unfreed-c-memory
		second := C.CString(names[j]) // leak: unfreed-c-memory
		return C.strcoll(first, second) < 0
	})
}

// Same says whether two names have the same place in the order.
func Same(a, b string) bool {
	first, second := C.CString(a), C.CString(b)
	defer C.free(unsafe.Pointer(first))
	defer C.free(unsafe.Pointer(second))
	return C.strcoll(first, second) == 0
}
