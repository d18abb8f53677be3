package main

import "go/types"

// calleeName prints a function or method: `os.Open`, `net/http.(*Client).Do`, `net/http.(Header).Get`,
// `io.(Reader).Read`, `example.com/m.(interface).Close` for a method of an interface without a name. The receiver
// is the type that declares the method, wherever it was promoted to; type arguments are left out.
func calleeName(function *types.Func) string {
	function = function.Origin()
	receiver := function.Signature().Recv()
	path := packagePath(function)
	if receiver == nil {
		return path + "." + function.Name()
	}
	star := ""
	kind := types.Unalias(receiver.Type())
	if pointer, ok := kind.(*types.Pointer); ok {
		star = "*"
		kind = types.Unalias(pointer.Elem())
	}
	name := "interface"
	if named, ok := kind.(*types.Named); ok {
		name = named.Obj().Name()
	}
	return path + ".(" + star + name + ")." + function.Name()
}

// objectName prints an object of another package or of the universe: functions and methods as calleeName does,
// everything else, fields included, as `path.Name`.
func objectName(object types.Object) string {
	if function, ok := object.(*types.Func); ok {
		return calleeName(function)
	}
	return packagePath(object) + "." + object.Name()
}

// packagePath is the path of an object's package. What Go predeclares, its documentation calls builtin.
func packagePath(object types.Object) string {
	if object.Pkg() == nil {
		return "builtin"
	}
	return object.Pkg().Path()
}
