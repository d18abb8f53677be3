package main

import (
	"go/ast"
	"go/token"
	"go/types"
)

// origins says in a few words how variables come by their types (`:= pkg.F() std`) and what calls look like
// (`x.M, x from parameter`), so that disagreements can be sorted by what they have in common.
type origins struct {
	info  *types.Info
	types *types.Package
	of    map[types.Object]string
}

func newOrigins(checked *checkedPackage) *origins {
	o := &origins{checked.info, checked.types, map[types.Object]string{}}
	for _, file := range checked.syntax {
		ast.Inspect(file.syntax, func(node ast.Node) bool {
			o.visit(node)
			return true
		})
	}
	return o
}

func (o *origins) visit(node ast.Node) {
	switch node := node.(type) {
	case *ast.FuncDecl:
		o.fields(node.Recv, "receiver")
	case *ast.FuncType:
		o.fields(node.Params, "parameter")
		o.fields(node.Results, "result")
	case *ast.StructType:
		o.fields(node.Fields, "field")
	case *ast.ValueSpec:
		o.valueSpec(node)
	case *ast.AssignStmt:
		if node.Tok == token.DEFINE {
			o.assigned(node.Lhs, node.Rhs, ":= ")
		}
	case *ast.RangeStmt:
		if node.Tok == token.DEFINE {
			over := " of range over " + o.rangeKind(node.X) + ", " + o.shape(node.X)
			o.note(node.Key, "key"+over)
			o.note(node.Value, "value"+over)
		}
	case *ast.CaseClause:
		if variable := o.info.Implicits[node]; variable != nil {
			o.of[variable] = "type switch, " + choose(len(node.List) == 1, "one type", "none or several types")
		}
	}
}

func (o *origins) fields(list *ast.FieldList, what string) {
	if list == nil {
		return
	}
	for _, field := range list.List {
		for _, name := range field.Names {
			o.note(name, what)
		}
		if len(field.Names) == 0 && what == "field" {
			o.note(embeddedName(field.Type), "embedded field")
		}
	}
}

func embeddedName(t ast.Expr) ast.Expr {
	switch t := ast.Unparen(t).(type) {
	case *ast.StarExpr:
		return embeddedName(t.X)
	case *ast.SelectorExpr:
		return t.Sel
	case *ast.IndexExpr:
		return embeddedName(t.X)
	case *ast.IndexListExpr:
		return embeddedName(t.X)
	default:
		return t
	}
}

func (o *origins) valueSpec(spec *ast.ValueSpec) {
	names := make([]ast.Expr, len(spec.Names))
	for i, name := range spec.Names {
		names[i] = name
		o.note(name, "var T")
	}
	if spec.Type == nil {
		o.assigned(names, spec.Values, "var = ")
	}
}

func (o *origins) assigned(left, right []ast.Expr, how string) {
	for i, name := range left {
		switch {
		case len(left) == len(right):
			o.note(name, how+o.shape(right[i]))
		case len(right) == 1:
			o.note(name, choose(i == 0, "first ", "later ")+how+o.shape(right[0]))
		}
	}
}

func (o *origins) note(name ast.Expr, origin string) {
	if identifier, ok := name.(*ast.Ident); ok {
		if object := o.info.Defs[identifier]; object != nil {
			o.of[object] = origin
		}
	}
}

func (o *origins) rangeKind(x ast.Expr) string {
	t := o.info.TypeOf(x)
	if t == nil {
		return "?"
	}
	switch t := t.Underlying().(type) {
	case *types.Basic:
		return choose(t.Info()&types.IsString != 0, "string", "int")
	case *types.Slice:
		return "slice"
	case *types.Array, *types.Pointer:
		return "array"
	case *types.Map:
		return "map"
	case *types.Chan:
		return "channel"
	case *types.Signature:
		return "func"
	default:
		return "type parameter"
	}
}

// callee is the declared function or method that a call calls; nil for builtins, conversions and values. The
// second result is false where the type checker cannot tell what is called.
func (o *origins) callee(call *ast.CallExpr) (*types.Func, bool) {
	function := ast.Unparen(call.Fun)
	kind := o.info.Types[function]
	switch {
	case kind.IsBuiltin():
		return nil, true
	case kind.Type == nil || kind.Type == types.Typ[types.Invalid]:
		return nil, false
	case kind.IsType():
		return nil, true
	}
	callee, _ := o.used(function).(*types.Func)
	return callee, true
}

// used is the object that an expression names, type arguments put aside; nil for other expressions.
func (o *origins) used(expression ast.Expr) types.Object {
	switch e := ast.Unparen(expression).(type) {
	case *ast.Ident:
		return o.info.Uses[e]
	case *ast.SelectorExpr:
		return o.info.Uses[e.Sel]
	case *ast.IndexExpr:
		if function, ok := o.used(e.X).(*types.Func); ok {
			return function
		}
	case *ast.IndexListExpr:
		return o.used(e.X)
	}
	return nil
}

// callShape tells what a call looks like and where its operand comes from.
func (o *origins) callShape(call *ast.CallExpr) string {
	shape := o.functionShape(call)
	selector, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return shape
	}
	root := ast.Unparen(selector.X)
	for next := root; next != nil; next = operand(root) {
		root = next
	}
	if identifier, ok := root.(*ast.Ident); ok {
		if origin := o.of[o.info.Uses[identifier]]; origin != "" {
			return shape + ", x from " + origin
		}
	}
	return shape
}

// operand is the expression that another one selects from, indexes, slices or follows; nil for all others.
func operand(expression ast.Expr) ast.Expr {
	switch e := expression.(type) {
	case *ast.ParenExpr:
		return e.X
	case *ast.SelectorExpr:
		return e.X
	case *ast.IndexExpr:
		return e.X
	case *ast.SliceExpr:
		return e.X
	case *ast.StarExpr:
		return e.X
	case *ast.TypeAssertExpr:
		return e.X
	}
	return nil
}

// functionShape tells what kind of thing a call calls.
func (o *origins) functionShape(call *ast.CallExpr) string {
	function := ast.Unparen(call.Fun)
	callee, known := o.callee(call)
	switch {
	case !known:
		return "?()"
	case callee == nil:
		return o.otherCall(function)
	}
	shape, arguments := "F", ""
	switch instance := function.(type) {
	case *ast.IndexExpr:
		function, arguments = ast.Unparen(instance.X), "[T]"
	case *ast.IndexListExpr:
		function, arguments = ast.Unparen(instance.X), "[T, U]"
	}
	if selector, ok := function.(*ast.SelectorExpr); ok {
		shape = o.selected(selector, "M")
	}
	signature := callee.Origin().Signature()
	if signature.TypeParams().Len() > 0 {
		shape = "generic " + shape + arguments
	}
	if receiver := signature.Recv(); receiver != nil && types.IsInterface(receiver.Type()) {
		shape += " of interface"
	}
	return shape
}

func (o *origins) otherCall(function ast.Expr) string {
	kind := o.info.Types[function]
	switch {
	case kind.IsType():
		return "conversion"
	case kind.IsBuiltin():
		if identifier, ok := function.(*ast.Ident); ok {
			return identifier.Name
		}
		return "unsafe"
	default:
		return "value " + o.shape(function)
	}
}

// selected tells how a selector comes to what it selects: `pkg.M`, `x.M`, `x.f.M`, `x.M promoted`.
func (o *origins) selected(selector *ast.SelectorExpr, name string) string {
	selection := o.info.Selections[selector]
	switch {
	case selection == nil:
		return "pkg." + choose(name == "M", "F", name)
	case selection.Kind() == types.MethodExpr:
		return "T." + name
	}
	shape := o.operandShape(selector.X) + "." + name
	if len(selection.Index()) > 1 {
		shape += " promoted"
	}
	if _, ok := types.Unalias(selection.Recv()).(*types.TypeParam); ok {
		shape += " of type parameter"
	}
	return shape
}

func (o *origins) operandShape(expression ast.Expr) string {
	switch e := ast.Unparen(expression).(type) {
	case *ast.Ident:
		return "x"
	case *ast.SelectorExpr:
		if o.info.Selections[e] == nil {
			return "pkg.V"
		}
		return "x.f"
	case *ast.CallExpr:
		return o.shape(e)
	default:
		return "(" + o.shape(e) + ")"
	}
}

// shape tells what kind of expression gives a value its type.
func (o *origins) shape(expression ast.Expr) string {
	switch e := ast.Unparen(expression).(type) {
	case *ast.BasicLit:
		return "literal"
	case *ast.CompositeLit:
		return "T{}"
	case *ast.FuncLit:
		return "func literal"
	case *ast.Ident:
		return o.named(o.info.Uses[e], "")
	case *ast.SelectorExpr:
		return o.selectorShape(e)
	case *ast.IndexExpr:
		if o.used(e) != nil {
			return "F[T]"
		}
		return "x[i]"
	case *ast.IndexListExpr:
		return "F[T]"
	case *ast.SliceExpr:
		return "x[:]"
	case *ast.StarExpr:
		return "*x"
	case *ast.UnaryExpr:
		if _, ok := ast.Unparen(e.X).(*ast.CompositeLit); ok {
			return "&T{}"
		}
		return e.Op.String() + "x"
	case *ast.BinaryExpr:
		return "x " + e.Op.String() + " y"
	case *ast.TypeAssertExpr:
		return "x.(T)"
	case *ast.CallExpr:
		return o.resultShape(e)
	}
	return "?"
}

func (o *origins) resultShape(call *ast.CallExpr) string {
	shape := o.functionShape(call) + "()"
	callee, _ := o.callee(call)
	switch {
	case callee == nil || callee.Pkg() == o.types:
		return shape
	default:
		return shape + " of another package"
	}
}

func (o *origins) selectorShape(selector *ast.SelectorExpr) string {
	selection := o.info.Selections[selector]
	switch {
	case selection == nil:
		return o.named(o.info.Uses[selector.Sel], "pkg.")
	case selection.Kind() == types.FieldVal:
		return o.selected(selector, "f")
	default:
		return "method value"
	}
}

func (o *origins) named(object types.Object, prefix string) string {
	switch object.(type) {
	case *types.Const:
		return prefix + "constant"
	case *types.Var:
		return prefix + "variable"
	case *types.Func:
		return prefix + "function"
	case *types.Nil:
		return "nil"
	}
	return "?"
}

func choose(condition bool, yes, no string) string {
	if condition {
		return yes
	}
	return no
}
