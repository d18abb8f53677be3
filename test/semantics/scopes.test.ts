import { describe, expect, test } from "@jest/globals";
import { checkNames, marksOf, openPackage } from "./go-package.js";

describe("a declaration in a block", () => {
  test("is visible after it, up to the end of the block", () => {
    checkNames(`
var x/*1*/ = 0
func f() {
	use(x/*1*/)
	{
		use(x/*1*/)
		var x/*2*/ = x/*1*/ + 1
		use(x/*2*/)
	}
	use(x/*1*/)
	x/*3*/ := x/*1*/
	use(x/*3*/)
}
func g() { use(x/*1*/) }`);
  });

  test("of constants and types is no different, but a type is visible in itself", () => {
    checkNames(`
type T/*1*/ struct{ next *T/*1*/ }
const c/*2*/ = 1
func f() {
	var t T/*1*/
	type T/*3*/ struct{ next *T/*3*/ }
	const c/*4*/ = c/*2*/ + 1
	use(t, T/*3*/{}, c/*4*/)
}`);
  });

  test("in a group is visible in the next line of the group", () => {
    checkNames(`
func f() {
	const (
		a/*1*/ = iota
		b/*2*/ = a/*1*/ + 1
	)
	var (
		x/*3*/, y/*4*/ = b/*2*/, x/*-*/
		z/*5*/ = x/*3*/ + y/*4*/
	)
	use(z/*5*/)
}`);
  });

  test("of a function literal's variable is not visible in the literal with :=, but with var before it", () => {
    checkNames(`
func f() {
	loop := func() { loop/*-*/() }
	var again/*1*/ func()
	again/*1*/ = func() { again/*1*/() }
}`);
  });
});

describe(":=", () => {
  test("declares what is new in this very block and assigns to the rest", () => {
    checkNames(`
func f(p/*1*/ int) (err/*2*/ error) {
	a/*3*/, err/*2*/ := g()
	b/*4*/, err/*2*/ := g()
	p/*1*/, c/*5*/ := g()
	{
		d/*6*/, err/*7*/ := g()
		use(d/*6*/, err/*7*/)
	}
	use(a/*3*/, b/*4*/, c/*5*/, p/*1*/)
	return err/*2*/
}`);
  });

  test("of blank names declares nothing", () => {
    checkNames("func f() { _/*-*/, x/*1*/ := g(); use(x/*1*/) }");
  });

  test("does not assign to package-level variables", () => {
    checkNames(`
var err/*1*/ error
func f() {
	x/*2*/, err/*3*/ := g()
	use(x/*2*/, err/*3*/)
}
func h() { use(err/*1*/) }`);
  });
});

describe("statements with blocks of their own", () => {
  test("if and else share what the condition declares", () => {
    checkNames(`
func f(x/*1*/ int) {
	if x/*2*/ := g(x/*1*/); x/*2*/ > 0 {
		use(x/*2*/)
		x/*3*/ := 1
		use(x/*3*/)
	} else if y/*4*/ := x/*2*/; y/*4*/ > 0 {
		use(x/*2*/, y/*4*/)
	} else {
		use(x/*2*/, y/*4*/)
	}
	use(x/*1*/)
}`);
  });

  test("for clauses", () => {
    checkNames(`
func f(i/*1*/ int) {
	for i/*2*/ := i/*1*/; i/*2*/ < 9; i/*2*/++ {
		i/*3*/ := i/*2*/
		use(i/*3*/)
	}
	use(i/*1*/)
}`);
  });

  test("range clauses", () => {
    checkNames(`
func f(x/*1*/ []int) {
	for i/*2*/, x/*3*/ := range x/*1*/ {
		use(i/*2*/, x/*3*/)
	}
	var k/*4*/, v/*5*/ int
	for k/*4*/, v/*5*/ = range x/*1*/ {
	}
	for range x/*1*/ {
	}
	for n/*6*/ := range 3 {
		use(n/*6*/)
	}
}`);
  });

  test("switch clauses", () => {
    checkNames(`
func f(x/*1*/ int) {
	switch x/*2*/ := x/*1*/ + 1; x/*2*/ {
	case x/*2*/:
		x/*3*/ := x/*2*/
		use(x/*3*/)
	case 2:
		use(x/*2*/)
	default:
		x/*4*/ := 1
		use(x/*4*/)
	}
	use(x/*1*/)
}`);
  });

  test("select clauses", () => {
    checkNames(`
func f(c/*1*/ chan int) {
	var v/*2*/ int
	select {
	case v/*3*/, ok/*4*/ := <-c/*1*/:
		use(v/*3*/, ok/*4*/)
	case v/*2*/ = <-c/*1*/:
		use(v/*2*/)
	case c/*1*/ <- v/*2*/:
		v/*5*/ := 1
		use(v/*5*/)
	default:
		v/*6*/ := 1
		use(v/*6*/)
	}
	use(v/*2*/)
}`);
  });

  test("the name of a type switch is declared anew in each clause", () => {
    const { semantics, trees } = openPackage({
      "a.go": `
func f(x/*param*/ any) {
	switch x := x/*value*/.(type) {
	case int, string:
		use(x/*first*/)
	case error:
		use(x/*second*/)
	default:
		use(func() any { return x/*third*/ })
	}
	use(x/*after*/)
}`,
    });
    const [tree] = trees;
    if (!tree) throw new Error("no tree");
    const object = new Map(marksOf(tree).map(([name, mark]) => [mark, semantics.file(tree).objectOf(name)]));
    const inClauses = ["first", "second", "third"].map((mark) => object.get(mark));
    expect(new Set(inClauses).size).toBe(3);
    expect(inClauses.map((each) => each?.declaration?.kind)).toEqual([
      "type_case",
      "type_case",
      "default_case",
    ]);
    expect(object.get("value")).toBe(object.get("param"));
    expect(object.get("after")).toBe(object.get("param"));
  });

  test("a type switch without a name, and with an initializer", () => {
    checkNames(`
func f(x/*1*/ any) {
	switch y/*2*/ := g(x/*1*/); x/*1*/.(type) {
	case T/*-*/:
		use(x/*1*/, y/*2*/)
	}
	use(y/*-*/)
}`);
  });
});

describe("functions", () => {
  test("parameters and results belong to the body's block", () => {
    checkNames(`
func f(a/*1*/, b/*2*/ int, c/*3*/ ...string) (n/*4*/ int, err/*5*/ error) {
	n/*4*/ = a/*1*/ + b/*2*/ + len(c/*3*/)
	if err/*6*/ := g(); err/*6*/ != nil {
		return 0, err/*6*/
	}
	return n/*4*/, err/*5*/
}`);
  });

  test("a parameter's type is not the parameter", () => {
    checkNames(`
type file/*1*/ struct{}
func f(file/*2*/ *file/*1*/) (next/*3*/ *file/*1*/) {
	use(file/*2*/, next/*3*/)
	return nil
}`);
  });

  test("unnamed and blank parameters declare nothing", () => {
    checkNames(`
type T/*1*/ int
func f(T/*1*/, int/*universe*/) {}
func g(_/*-*/ T/*1*/, _/*-*/ int) {}`);
  });

  test("closures see what is around them", () => {
    checkNames(`
func f(a/*1*/ int) func(int) int {
	b/*2*/ := a/*1*/
	return func(a/*3*/ int) (r/*4*/ int) {
		defer func() { r/*4*/ = b/*2*/ }()
		b/*5*/ := a/*3*/ + b/*2*/
		return b/*5*/
	}
}`);
  });

  test("parameters of function types declare nothing", () => {
    checkNames(`
var x/*1*/ int
type F func(x int) (y int)
type I interface{ M(x int) }
func f(g func(x int)) { use(x/*1*/) }`);
  });

  test("receivers and their type parameters", () => {
    checkNames(`
type K/*1*/ int
type Map/*2*/[K/*3*/ comparable, V/*4*/ any] struct{ m map[K/*3*/]V/*4*/ }
func (m/*5*/ *Map/*2*/[K/*6*/, V/*7*/]) Get(k/*8*/ K/*6*/) V/*7*/ {
	var zero V/*7*/
	use(m/*5*/, k/*8*/, zero)
	return zero
}
func (K/*1*/) M() {}
func (k/*9*/ K/*1*/) N() K/*1*/ { return k/*9*/ }`);
  });

  test("type parameters", () => {
    checkNames(`
type T/*1*/ int
func Map/*2*/[T/*3*/ any, S/*4*/ ~[]T/*3*/](in/*5*/ S/*4*/, f/*6*/ func(T/*3*/) T/*3*/) S/*4*/ {
	var out S/*4*/
	for _, v/*7*/ := range in/*5*/ {
		out = append(out, f/*6*/(v/*7*/), Map/*2*/[T/*3*/](nil, nil)...)
	}
	return out
}
var t T/*1*/`);
  });

  test("a type parameter may be called like the function or a parameter", () => {
    checkNames(`
func f[f/*1*/ any](x/*2*/ f/*1*/) { use(x/*2*/) }
func g[x/*3*/ any](y x/*3*/) {}`);
  });
});

describe("names that look alike", () => {
  test("labels are no variables", () => {
    checkNames(`
func f(loop/*1*/ int) {
loop:
	for {
		if loop/*1*/ > 0 {
			break loop
		}
		continue loop
	}
	goto loop
}`);
  });

  test("fields and methods after a dot are left open", () => {
    checkNames(`
var name/*1*/, x/*2*/ T
func f() { use(x/*2*/.name/*-*/, x/*2*/.name/*-*/.name/*-*/, name/*1*/) }`);
  });

  test("fields of a struct are no names of the package", () => {
    checkNames(`
type name/*1*/ struct {
	name/*-*/, other/*-*/ *name/*1*/
	embedded/*2*/
}
type embedded/*2*/ struct{}`);
  });

  test("keys of composite literals are names where they cannot be fields", () => {
    checkNames(`
const k/*1*/ = 0
type T/*2*/ struct{ k int }
var v/*3*/ = 1
var (
	_ = map[int]int{k/*1*/: v/*3*/}
	_ = []int{k/*1*/: v/*3*/}
	_ = [...]int{k/*1*/: v/*3*/}
	_ = [2]int{k/*1*/: v/*3*/}
	_ = T/*2*/{k/*-*/: v/*3*/}
	_ = map[string]T/*2*/{"": {k/*-*/: v/*3*/}}
	_ = T/*2*/{v/*3*/}
)`);
  });

  test("new(x) is of a variable where x is one", () => {
    checkNames("func f(x/*1*/ int) { use(new(x/*1*/), new(int/*universe*/), new(x/*1*/ + 1)) }");
  });
});

describe("what Go declares itself", () => {
  test("is found last", () => {
    checkNames(`
func f(x any/*universe*/) (n int/*universe*/, err error/*universe*/) {
	defer print/*universe*/(recover/*universe*/())
	return len/*universe*/(cap/*universe*/), nil
}`);
  });

  test("can be shadowed anywhere", () => {
    checkNames(`
type error/*1*/ interface{}
func len/*2*/(error/*1*/) int { return 0 }
func f(new/*3*/ func(int/*universe*/) int) {
	close/*4*/ := len/*2*/(new/*3*/)
	type string/*5*/ = int
	var s string/*5*/
	use(close/*4*/, s)
}`);
  });
});
