package main

import (
	"cmp"
	"fmt"
	"go/types"
	"slices"
	"strings"
)

// typeString prints a type so that two types are identical exactly when they print the same (but for local types
// and type parameters of the same name). The second result is false for types with an invalid part and for
// types that no variable can have. The form, which leakcheck's own printer shares:
//
//	type      = basic | named | parameter | "*" type | "[]" type | "[" digits "]" type | "map[" type "]" type
//	          | channel | function | struct | interface .
//	basic     = "bool" | "string" | "int" | … | "unsafe.Pointer" .         byte is uint8, rune is int32
//	named     = [ import path "." ] name [ "[" type { ", " type } "]" ] .  no path: error, comparable
//	parameter = name .                                                     a type parameter
//	channel   = ( "chan " | "<-chan " | "chan<- " ) type .                 "chan (<-chan T)" as Go has it
//	function  = "func" signature .
//	signature = "(" [ type { ", " type } ] ")" [ " " result ] .            a last variadic type: "..." type
//	result    = type | "(" type { ", " type } ")" .
//	struct    = "struct{" [ field { "; " field } ] "}" .
//	field     = name " " type | type .                                     the latter is embedded
//	interface = "any" | "interface{" member { "; " member } "}" .
//	member    = name signature | term { " | " term } .                     all methods by name, then unions
//	term      = [ "~" ] type .
//
// Aliases are replaced by what they stand for, at every depth. Names of parameters and tags of fields are left
// out. The members of embedded interfaces are members like any other. A type local to a function is printed like
// one of its package; a generic type without arguments with its type parameters.
func typeString(t types.Type) (string, bool) {
	var p typePrinter
	p.write(t)
	return p.text.String(), !p.invalid
}

type typePrinter struct {
	text    strings.Builder
	invalid bool
}

func (p *typePrinter) write(t types.Type) {
	switch t := types.Unalias(t).(type) {
	case *types.Basic:
		p.basic(t)
	case *types.Named:
		p.named(t)
	case *types.TypeParam:
		p.text.WriteString(t.Obj().Name())
	case *types.Pointer:
		p.prefixed("*", t.Elem())
	case *types.Slice:
		p.prefixed("[]", t.Elem())
	case *types.Array:
		p.invalid = p.invalid || t.Len() < 0
		p.prefixed(fmt.Sprintf("[%d]", t.Len()), t.Elem())
	case *types.Map:
		p.prefixed("map[", t.Key())
		p.prefixed("]", t.Elem())
	case *types.Chan:
		p.channel(t)
	case *types.Signature:
		p.text.WriteString("func")
		p.signature(t)
	case *types.Struct:
		p.structure(t)
	case *types.Interface:
		p.interfaceType(t)
	case *types.Union:
		p.union(t)
	default:
		p.invalid = true
	}
}

func (p *typePrinter) prefixed(prefix string, t types.Type) {
	p.text.WriteString(prefix)
	p.write(t)
}

func (p *typePrinter) basic(t *types.Basic) {
	switch {
	case t.Kind() == types.Invalid || t.Info()&types.IsUntyped != 0:
		p.invalid = true
	case t.Kind() == types.UnsafePointer:
		p.text.WriteString("unsafe.Pointer")
	default:
		// By kind: byte and rune are names of their own in go/types, but no types.
		p.text.WriteString(types.Typ[t.Kind()].Name())
	}
}

func (p *typePrinter) named(t *types.Named) {
	object := t.Obj()
	if object.Pkg() != nil {
		p.text.WriteString(object.Pkg().Path() + ".")
	}
	p.text.WriteString(object.Name())
	separator := "["
	argument := func(t types.Type) {
		p.prefixed(separator, t)
		separator = ", "
	}
	if arguments := t.TypeArgs(); arguments.Len() > 0 {
		for i := range arguments.Len() {
			argument(arguments.At(i))
		}
	} else {
		for i := range t.TypeParams().Len() {
			argument(t.TypeParams().At(i))
		}
	}
	if separator != "[" {
		p.text.WriteString("]")
	}
}

func (p *typePrinter) channel(t *types.Chan) {
	switch t.Dir() {
	case types.SendOnly:
		p.prefixed("chan<- ", t.Elem())
	case types.RecvOnly:
		p.prefixed("<-chan ", t.Elem())
	default:
		if inner, ok := types.Unalias(t.Elem()).(*types.Chan); ok && inner.Dir() == types.RecvOnly {
			p.prefixed("chan (", t.Elem())
			p.text.WriteString(")")
			return
		}
		p.prefixed("chan ", t.Elem())
	}
}

func (p *typePrinter) signature(t *types.Signature) {
	p.tuple(t.Params(), t.Variadic())
	switch t.Results().Len() {
	case 0:
	case 1:
		p.prefixed(" ", t.Results().At(0).Type())
	default:
		p.text.WriteString(" ")
		p.tuple(t.Results(), false)
	}
}

func (p *typePrinter) tuple(t *types.Tuple, variadic bool) {
	p.text.WriteString("(")
	for i := range t.Len() {
		if i > 0 {
			p.text.WriteString(", ")
		}
		if last, ok := t.At(i).Type().(*types.Slice); ok && variadic && i == t.Len()-1 {
			p.prefixed("...", last.Elem())
		} else {
			p.write(t.At(i).Type())
		}
	}
	p.text.WriteString(")")
}

func (p *typePrinter) structure(t *types.Struct) {
	p.text.WriteString("struct{")
	for i := range t.NumFields() {
		if i > 0 {
			p.text.WriteString("; ")
		}
		if field := t.Field(i); !field.Embedded() {
			p.text.WriteString(field.Name() + " ")
		}
		p.write(t.Field(i).Type())
	}
	p.text.WriteString("}")
}

func (p *typePrinter) interfaceType(t *types.Interface) {
	unions := unionsOf(t)
	if t.NumMethods() == 0 && len(unions) == 0 {
		p.text.WriteString("any")
		return
	}
	separator := "interface{"
	var methods []*types.Func
	for i := range t.NumMethods() {
		methods = append(methods, t.Method(i))
	}
	slices.SortFunc(methods, func(a, b *types.Func) int { return cmp.Compare(a.Name(), b.Name()) })
	for _, method := range methods {
		p.text.WriteString(separator + method.Name())
		p.signature(method.Signature())
		separator = "; "
	}
	for _, union := range unions {
		p.prefixed(separator, union)
		separator = "; "
	}
	p.text.WriteString("}")
}

// unionsOf collects the embedded types that are no interfaces, at every depth.
func unionsOf(t *types.Interface) []types.Type {
	var unions []types.Type
	for i := range t.NumEmbeddeds() {
		embedded := t.EmbeddedType(i)
		if inner, ok := embedded.Underlying().(*types.Interface); ok {
			unions = append(unions, unionsOf(inner)...)
		} else {
			unions = append(unions, embedded)
		}
	}
	return unions
}

func (p *typePrinter) union(t *types.Union) {
	for i := range t.Len() {
		if i > 0 {
			p.text.WriteString(" | ")
		}
		if t.Term(i).Tilde() {
			p.text.WriteString("~")
		}
		p.write(t.Term(i).Type())
	}
}
