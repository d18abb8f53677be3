package main

import (
	"fmt"
	"go/types"
	"slices"
)

// The differences between stubs and compiled packages.
type report struct {
	lines   []string
	objects int
}

func (r *report) add(format string, arguments ...any) {
	r.lines = append(r.lines, fmt.Sprintf(format, arguments...))
}

func (r *report) compare(path string, stub *stub, compiled *types.Package) {
	if stub.types.Name() != compiled.Name() {
		r.add("%s: package %s, but compiled %s", path, stub.types.Name(), compiled.Name())
	}
	ours, theirs := stub.types.Scope(), compiled.Scope()
	for _, name := range theirs.Names() {
		mine, object := ours.Lookup(name), theirs.Lookup(name)
		if object.Exported() {
			r.objects++
		}
		switch {
		case mine != nil && !stub.measures[name]:
			r.diff(path+"."+name, describe(mine, stub.otherBuilds), describe(object, noPos))
		case mine == nil && object.Exported():
			r.add("%s.%s: missing", path, name)
		}
	}
	for _, name := range ours.Names() {
		object := ours.Lookup(name)
		if object.Exported() && theirs.Lookup(name) == nil && object.Pos() < stub.otherBuilds {
			r.add("%s.%s: compiled has no such object", path, name)
		}
	}
	r.diff(path+": implementations", implementations(stub.types, compiled), implementations(compiled, compiled))
}

func (r *report) diff(what string, ours, theirs []string) {
	for _, line := range ours {
		if !slices.Contains(theirs, line) {
			r.add("%s: stub only: %s", what, line)
		}
	}
	for _, line := range theirs {
		if !slices.Contains(ours, line) {
			r.add("%s: compiled only: %s", what, line)
		}
	}
}
