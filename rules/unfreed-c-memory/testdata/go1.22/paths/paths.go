// Package paths frees memory of C, and on some ways does not.
package paths

/*
#include <stdlib.h>
static int check(const char *s) { return s != NULL; }
*/
import "C"

import (
	"errors"
	"unsafe"
)

func checked(s string) error {
	cs := C.CString(s) // want "cs, the C memory that C.CString allocates, is not freed on every path"
	if C.check(cs) == 0 {
		return errors.New("check failed")
	}
	C.free(unsafe.Pointer(cs))
	return nil
}

func second(a, b string) error {
	ca := C.CString(a)
	defer C.free(unsafe.Pointer(ca))
	cb := C.CString(b) // want "cb, the C memory that C.CString allocates, is not freed on every path: `return nil` leaves it behind"
	if C.check(ca) == 0 {
		return nil
	}
	defer C.free(unsafe.Pointer(cb))
	if C.check(cb) == 0 {
		return errors.New("check failed")
	}
	return nil
}

func okEveryPath(s string) error {
	cs := C.CString(s)
	if C.check(cs) == 0 {
		C.free(unsafe.Pointer(cs))
		return errors.New("check failed")
	}
	C.free(unsafe.Pointer(cs))
	return nil
}
