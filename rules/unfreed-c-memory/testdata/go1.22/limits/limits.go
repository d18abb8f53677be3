// Package limits does not free memory of C in ways that the rule does not see. Functions whose names begin with unseen are
// known to be missed.
package limits

/*
#include <stdlib.h>

typedef struct { char *name; } item;

static item *item_new(void) { return calloc(1, sizeof(item)); }
static int item_set_name(item *it, const char *name) { return it != NULL && name != NULL; }
static int init_name(const char *name) { return name != NULL; }
*/
import "C"

// Only a declaration says that an item has to be freed.
func unseenOtherAllocation() {
	it := C.item_new()
	it.name = nil
}

// By its name it might keep the text.
func unseenInit(s string) int {
	cs := C.CString(s)
	return int(C.init_name(cs))
}

// Kept in a struct of C that nobody frees.
func unseenField(s string) {
	it := C.item_new()
	it.name = C.CString(s)
}

// The custom for setters is to copy.
func setter(it *C.item, s string) {
	C.item_set_name(it, C.CString(s)) // want "is thrown away"
}
