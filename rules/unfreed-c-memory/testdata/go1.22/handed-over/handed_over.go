// Package handedover allocates memory of C that somebody else frees.
package handedover

/*
#include <stdlib.h>

typedef struct node { char *text; struct node *next; } node;

static void list_append(node **list, char *text) { (void)list; (void)text; }
static void register_name(char *text) { (void)text; }
static void dispatch(node *message) { free(message); }
static int run(int argc, char **argv) { return argc + (argv != NULL); }
*/
import "C"

import (
	"runtime"
	"unsafe"
)

func okReturned(s string) *C.char { return C.CString(s) }

func okPointer(s string) unsafe.Pointer {
	cs := C.CString(s)
	return unsafe.Pointer(cs)
}

// The caller of an exported function frees what it gets.
//
//export okGreeting
func okGreeting() *C.char {
	cs := C.CString("hello")
	return cs
}

type named struct{ name *C.char }

func okStored(s string) *named {
	n := &named{name: C.CString(s)}
	runtime.SetFinalizer(n, func(n *named) { C.free(unsafe.Pointer(n.name)) })
	return n
}

func okField(n *C.node, s string) { n.text = C.CString(s) }

func okElement(args []string) int {
	argv := make([]*C.char, len(args)+1)
	for i, arg := range args {
		argv[i] = C.CString(arg)
	}
	defer func() {
		for _, arg := range argv {
			C.free(unsafe.Pointer(arg))
		}
	}()
	return int(C.run(C.int(len(args)), &argv[0]))
}

// The list goes on using it.
func okAppended(list **C.node, s string) { C.list_append(list, C.CString(s)) }

func okRegistered(s string) {
	cs := C.CString(s)
	C.register_name(cs)
}

// Whether the function takes the block over only its documentation tells.
func okBlock(text *C.char) {
	message := (*C.node)(C.malloc(C.size_t(unsafe.Sizeof(C.node{}))))
	message.text = text
	C.dispatch(message)
}
