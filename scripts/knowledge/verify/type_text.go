package main

import (
	"fmt"
	"go/types"
	"strings"
)

// typeText prints a type as a stub keeps it: structs without tags and unexported fields, aliases resolved.
func typeText(t types.Type) string {
	switch t := t.(type) {
	case *types.Alias:
		return typeText(types.Unalias(t))
	case *types.Named:
		return t.Obj().Name() + packageText(t.Obj()) + typeListText(t.TypeArgs())
	case *types.Pointer:
		return "*" + typeText(t.Elem())
	case *types.Slice:
		return "[]" + typeText(t.Elem())
	case *types.Array:
		return fmt.Sprintf("[%d]%s", t.Len(), typeText(t.Elem()))
	case *types.Map:
		return "map[" + typeText(t.Key()) + "]" + typeText(t.Elem())
	case *types.Chan:
		return fmt.Sprintf("chan(%d) %s", t.Dir(), typeText(t.Elem()))
	case *types.Signature:
		return "func" + signatureText(t)
	case *types.Tuple:
		return tupleText(t, false)
	case *types.Struct:
		return structText(t)
	case *types.Interface:
		return interfaceText(t)
	case *types.Union:
		terms := []string{}
		for term := range t.Terms() {
			terms = append(terms, fmt.Sprintf("%v %s", term.Tilde(), typeText(term.Type())))
		}
		return strings.Join(terms, "|")
	}
	return t.String()
}

func packageText(object types.Object) string {
	if object.Pkg() == nil {
		return ""
	}
	return "@" + object.Pkg().Path()
}

func typeListText(list *types.TypeList) string {
	texts := []string{}
	for at := 0; at < list.Len(); at++ {
		texts = append(texts, typeText(list.At(at)))
	}
	if len(texts) == 0 {
		return ""
	}
	return "[" + strings.Join(texts, ", ") + "]"
}

func typeParametersText(list *types.TypeParamList) string {
	texts := []string{}
	for at := 0; at < list.Len(); at++ {
		texts = append(texts, list.At(at).Obj().Name()+" "+typeText(list.At(at).Constraint()))
	}
	if len(texts) == 0 {
		return ""
	}
	return "[" + strings.Join(texts, ", ") + "]"
}

func signatureText(signature *types.Signature) string {
	return typeParametersText(signature.TypeParams()) + tupleText(signature.Params(), signature.Variadic()) +
		tupleText(signature.Results(), false)
}

func tupleText(tuple *types.Tuple, variadic bool) string {
	texts := []string{}
	for at := 0; at < tuple.Len(); at++ {
		// The compiler gives results without a name one that begins with a #.
		name, _, _ := strings.Cut(tuple.At(at).Name(), "#")
		texts = append(texts, name+" "+typeText(tuple.At(at).Type()))
	}
	return fmt.Sprintf("(%s%v)", strings.Join(texts, ", "), variadic)
}

func structText(structure *types.Struct) string {
	texts := []string{}
	for field := range structure.Fields() {
		if field.Exported() || field.Embedded() {
			texts = append(texts, fmt.Sprintf("%s %v %s", field.Name(), field.Embedded(), typeText(field.Type())))
		}
	}
	return "struct{" + strings.Join(texts, "; ") + "}"
}

func interfaceText(face *types.Interface) string {
	texts := []string{}
	for method := range face.Methods() {
		texts = append(texts, method.Name()+signatureText(method.Signature()))
	}
	for at := 0; at < face.NumEmbeddeds(); at++ {
		texts = append(texts, typeText(face.EmbeddedType(at)))
	}
	return fmt.Sprintf("interface{%s} comparable %v", strings.Join(texts, "; "), face.IsComparable())
}
