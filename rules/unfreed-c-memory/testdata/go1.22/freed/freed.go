// Package freed frees whatever it allocates.
package freed

/*
#include <stdlib.h>
#include <string.h>

static int use(const char *s) { return s != NULL; }
static void text_free(char *s) { free(s); }
static void CFRelease(const void *p) { free((void *)p); }
*/
import "C"

import (
	"testing"
	"unsafe"
)

func okDeferred(s string) int {
	cs := C.CString(s)
	defer C.free(unsafe.Pointer(cs))
	return int(C.use(cs))
}

func okAtOnce(s string) int {
	cs := C.CString(s)
	n := C.use(cs)
	C.free(unsafe.Pointer(cs))
	return int(n)
}

func okUnconverted(n int) int {
	p := C.malloc(C.size_t(n))
	defer C.free(p)
	return int(C.use((*C.char)(p)))
}

func okLiteral(s string) int {
	cs := C.CString(s)
	defer func() { C.free(unsafe.Pointer(cs)) }()
	return int(C.use(cs))
}

func okCleanup(t *testing.T, s string) int {
	cs := C.CString(s)
	t.Cleanup(func() { C.free(unsafe.Pointer(cs)) })
	return int(C.use(cs))
}

// Functions of C that free go by many names.
func okOtherFree(s string) int {
	cs := C.CString(s)
	defer C.text_free(cs)
	return int(C.use(cs))
}

func okRelease(s string) {
	cs := C.CString(s)
	C.use(cs)
	C.CFRelease(unsafe.Pointer(cs))
}

func okHelper(s string) int {
	cs := C.CString(s)
	defer free(cs)
	return int(C.use(cs))
}

func free(s *C.char) { C.free(unsafe.Pointer(s)) }

func okGrown(n int) {
	p := C.malloc(C.size_t(n))
	p = C.realloc(p, C.size_t(2*n))
	C.free(p)
}

func okNil(s string) int {
	var cs *C.char
	if s != "" {
		cs = C.CString(s)
		defer C.free(unsafe.Pointer(cs))
	}
	return int(C.use(cs))
}

func okLoop(texts []string) {
	for _, s := range texts {
		cs := C.CString(s)
		C.use(cs)
		C.free(unsafe.Pointer(cs))
	}
}

// Memory of Go, in spite of the name.
func okGoString(s *C.char) string { return C.GoString(s) }
