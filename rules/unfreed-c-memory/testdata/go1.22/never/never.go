// Package never allocates memory of C that is never freed.
package never

/*
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct { int size; char *name; } item;

static int use(const char *s, void *p) { return s != NULL && p != NULL; }
*/
import "C"

import (
	"errors"
	"unsafe"
)

func text(s string) int {
	cs := C.CString(s) // want `cs, the C memory that C\.CString allocates, is never freed`
	return int(C.puts(cs))
}

// Made as an argument, it is out of reach at once.
func arguments(path, mode string) error {
	f := C.fopen(C.CString(path), C.CString(mode)) // want `the C memory that C\.CString allocates is thrown away` `the C memory that C\.CString allocates is thrown away`
	if f == nil {
		return errors.New("not opened")
	}
	C.fclose(f)
	return nil
}

func bytes(data []byte) {
	p := C.CBytes(data) // want "p, the C memory that C.CBytes allocates, is never freed"
	C.use(nil, p)
}

func buffer(n int) string {
	buf := (*C.char)(C.malloc(C.size_t(n))) // want "buf, the C memory that C.malloc allocates, is never freed"
	C.memset(unsafe.Pointer(buf), 0, C.size_t(n))
	return C.GoString(buf)
}

func zeroed(n int) bool {
	p := C.calloc(C.size_t(n), 8) // want "p, the C memory that C.calloc allocates, is never freed"
	return p != nil
}

func copied(s *C.char) int {
	twin := C.strdup(s) // want "is never freed"
	return int(C.strlen(twin))
}

// What C copies from it does not free it.
func field(s string, it *C.item) {
	cs := C.CString(s) // want "is never freed"
	C.strcpy(it.name, cs)
	it.size = C.int(C.strlen(cs))
}

func loop(texts []string) {
	for _, s := range texts {
		cs := C.CString(s) // want "is never freed|gets another value"
		C.puts(cs)
	}
}

func overwritten(texts []string) {
	var cs *C.char
	for _, s := range texts {
		cs = C.CString(s) // want "gets another value before it is freed"
		C.puts(cs)
	}
	C.free(unsafe.Pointer(cs))
}
