// Package fixes shows where a deferred free is offered.
package fixes

/*
#include <stdlib.h>
#include <string.h>
static int use(const char *s) { return s != NULL; }
*/
import "C"

import "unsafe"

func text(s string) int {
	cs := C.CString(s) // want "is never freed"
	return int(C.use(cs))
}

func memory(n int) bool {
	p := C.malloc(C.size_t(n)) // want "is never freed"
	return C.strlen((*C.char)(p)) != 0
}

// No fix: in a loop it would pile up.
func loop(texts []string) {
	for _, s := range texts {
		cs := C.CString(s) // want "is never freed|gets another value"
		C.use(cs)
	}
}

func okFreed(s string) {
	cs := C.CString(s)
	defer C.free(unsafe.Pointer(cs))
	C.use(cs)
}
