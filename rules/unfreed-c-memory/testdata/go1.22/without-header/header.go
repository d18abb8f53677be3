// Package header has no fix: without stdlib.h there is no C.free.
package header

// #include <string.h>
import "C"

import "unsafe"

var _ unsafe.Pointer

func length(s string) int {
	cs := C.CString(s) // want "is never freed"
	return int(C.strlen(cs))
}
