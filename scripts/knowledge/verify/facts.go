package main

import (
	"fmt"
	"go/token"
	"go/types"
	"sort"
)

// describe lists the facts about an object that a stub must keep. Methods that other builds add do not count.
func describe(object types.Object, otherBuilds token.Pos) []string {
	switch object := object.(type) {
	case *types.Const:
		return []string{fmt.Sprintf("const %s = %s", typeText(object.Type()), object.Val().ExactString())}
	case *types.Var:
		return []string{"var " + typeText(object.Type())}
	case *types.Func:
		return []string{"func" + signatureText(object.Signature())}
	case *types.TypeName:
		return describeType(object, otherBuilds)
	}
	return []string{object.String()}
}

func describeType(object *types.TypeName, otherBuilds token.Pos) []string {
	if object.IsAlias() {
		alias, _ := object.Type().(*types.Alias)
		return []string{"alias" + typeParametersText(alias.TypeParams()) + " " + typeText(alias.Rhs())}
	}
	named := object.Type().(*types.Named)
	facts := []string{"type" + typeParametersText(named.TypeParams()) + " " + typeText(named.Underlying())}
	for _, receiver := range []types.Type{named, types.NewPointer(named)} {
		methods := types.NewMethodSet(receiver)
		for at := 0; at < methods.Len(); at++ {
			method := methods.At(at).Obj().(*types.Func)
			isFromHere := method.Pkg() == object.Pkg()
			if method.Exported() && !(isFromHere && method.Pos() > otherBuilds) {
				facts = append(facts, fmt.Sprintf("%s has %s%s", kindOf(receiver), method.Name(), signatureText(method.Signature())))
			}
		}
	}
	for _, name := range fieldNames(named) {
		field, path, indirect := types.LookupFieldOrMethod(named, true, object.Pkg(), name)
		if field, isField := field.(*types.Var); isField {
			facts = append(facts, fmt.Sprintf("field %s %s at depth %d, indirect %v", name, typeText(field.Type()), len(path), indirect))
		}
	}
	return facts
}

func kindOf(receiver types.Type) string {
	if _, isPointer := receiver.(*types.Pointer); isPointer {
		return "pointer"
	}
	return "value"
}

// fieldNames lists the exported fields of a type and of what it embeds.
func fieldNames(named *types.Named) []string {
	names := map[string]bool{}
	seen := map[types.Type]bool{}
	var collect func(types.Type)
	collect = func(from types.Type) {
		if pointer, isPointer := types.Unalias(from).(*types.Pointer); isPointer {
			from = pointer.Elem()
		}
		from = types.Unalias(from)
		structure, isStruct := from.Underlying().(*types.Struct)
		if !isStruct || seen[from] {
			return
		}
		seen[from] = true
		for field := range structure.Fields() {
			if field.Exported() {
				names[field.Name()] = true
			}
			if field.Embedded() {
				collect(field.Type())
			}
		}
	}
	collect(named)
	sorted := []string{}
	for name := range names {
		sorted = append(sorted, name)
	}
	sort.Strings(sorted)
	return sorted
}

// implementations says which exported types of a package fit interfaces of it that have unexported methods.
// `names` has the names to look at.
func implementations(pkg, names *types.Package) []string {
	facts := []string{}
	for _, name := range names.Scope().Names() {
		hidden, isInterface := interfaceWithHiddenMethods(pkg.Scope().Lookup(name))
		if !isInterface || !token.IsExported(name) {
			continue
		}
		for _, other := range names.Scope().Names() {
			object, isType := pkg.Scope().Lookup(other).(*types.TypeName)
			if !isType || !object.Exported() || isGeneric(object.Type()) {
				continue
			}
			for _, candidate := range []types.Type{object.Type(), types.NewPointer(object.Type())} {
				if types.Implements(candidate, hidden) {
					facts = append(facts, fmt.Sprintf("%s %s is a %s", kindOf(candidate), other, name))
				}
			}
		}
	}
	return facts
}

func isGeneric(t types.Type) bool {
	named, isNamed := types.Unalias(t).(*types.Named)
	return isNamed && named.TypeParams().Len() > 0
}

func interfaceWithHiddenMethods(object types.Object) (*types.Interface, bool) {
	name, isType := object.(*types.TypeName)
	if !isType || isGeneric(name.Type()) {
		return nil, false
	}
	found, isInterface := name.Type().Underlying().(*types.Interface)
	if !isInterface {
		return nil, false
	}
	for method := range found.Methods() {
		if !method.Exported() {
			return found, true
		}
	}
	return nil, false
}
