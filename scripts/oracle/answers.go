package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"path/filepath"
	"strconv"
)

// answer prepares what is to be said about each file of a package.
func answer(checked *checkedPackage, graph *graph, only string, write func(*fileLine)) {
	a := &answerer{checked, graph, only, map[string]utf16Offsets{}, newOrigins(checked)}
	for _, file := range checked.syntax {
		a.offsets[file.path] = file.offsets
	}
	for _, file := range checked.syntax {
		write(a.file(file))
	}
}

type answerer struct {
	*checkedPackage
	graph   *graph
	only    string
	offsets map[string]utf16Offsets
	origins *origins
}

func (a *answerer) file(file *sourceFile) *fileLine {
	line := &fileLine{Path: filepath.ToSlash(file.path), Package: a.path}
	wants := func(what string) bool { return a.only == "" || a.only == what }
	ast.Inspect(file.syntax, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.CallExpr:
			if wants("calls") {
				a.call(line, node)
			}
		case *ast.CaseClause:
			if variable, ok := a.info.Implicits[node].(*types.Var); ok && wants("variables") {
				a.variable(line, node.Pos(), variable)
			}
		case *ast.Ident:
			if variable, ok := a.info.Defs[node].(*types.Var); ok && node.Name != "_" && wants("variables") {
				a.variable(line, node.Pos(), variable)
			}
			if used := a.info.Uses[node]; used != nil && wants("definitions") {
				a.definition(line, node, used)
			}
		}
		return true
	})
	return line
}

func (a *answerer) call(line *fileLine, call *ast.CallExpr) {
	callee, known := a.origins.callee(call)
	if !known {
		return
	}
	name, class := "", "none"
	if callee != nil {
		name, class = calleeName(callee), a.class(callee)
	}
	line.Calls = append(line.Calls, [4]any{a.offset(call.Lparen), name, class, a.origins.callShape(call)})
}

func (a *answerer) class(callee *types.Func) string {
	if callee.Pkg() == nil {
		return "universe"
	}
	if class, ok := a.graph.classes.Load(callee.Pkg()); ok {
		return class.(string)
	}
	return a.checkedPackage.class
}

func (a *answerer) variable(line *fileLine, at token.Pos, variable *types.Var) {
	if text, valid := typeString(variable.Type()); valid {
		line.Variables = append(line.Variables, [3]any{a.offset(at), text, a.origins.of[variable]})
	}
}

func (a *answerer) definition(line *fileLine, identifier *ast.Ident, used types.Object) {
	if definition := a.definitionOf(used); definition != "" {
		line.Definitions = append(line.Definitions, [2]any{a.offset(identifier.Pos()), definition})
	}
}

// definitionOf is where an object is declared, as `file.go:offset` of its identifier, or its full name when that
// is in another package. The predeclared constants and nil are left out: many parsers know them as keywords.
func (a *answerer) definitionOf(object types.Object) string {
	switch origin := object.(type) {
	case *types.Var:
		object = origin.Origin()
	case *types.Func:
		object = origin.Origin()
	case *types.Nil:
		return ""
	case *types.Const:
		if origin.Pkg() == nil {
			return ""
		}
	}
	if object.Pkg() != a.types {
		return objectName(object)
	}
	file := a.files.File(object.Pos())
	if file == nil {
		return ""
	}
	return filepath.Base(file.Name()) + ":" + strconv.Itoa(a.offset(object.Pos()))
}

// offset is the UTF-16 offset of a place in its file.
func (a *answerer) offset(at token.Pos) int {
	file := a.files.File(at)
	return a.offsets[file.Name()].of(file.Offset(at))
}
