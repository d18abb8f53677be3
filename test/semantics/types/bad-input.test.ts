import { describe, expect, test } from "@jest/globals";
import { openPackage } from "../go-package.js";
import { checkBrokenTypes } from "./check-types.js";

describe("declarations that lead back to themselves", () => {
  test.each([
    [
      "a type that is itself",
      `type T T\nvar t/*= T */ T; var x/*= ? */ = t.n; func f() { t.m()/*call - */; for _, y/*= ? */ := range t {} }`,
    ],
    ["types that are each other", `type A B\ntype B C\ntype C A\nvar a/*= A */ A; var x/*= ? */ = a[0]`],
    ["an alias of itself", `type A = A\nvar a/*= ? */ A; var x/*= ? */ = a.n`],
    ["aliases of each other", `type A = *B\ntype B = []A\nfunc f(a A) { x := a; _ = x; n/*= int */ := 1 }`],
    ["aliases in a circle", `type A = B\ntype B = C\ntype C = A\nvar a/*= ? */ A; var s/*= []? */ []B`],
    ["a struct within itself", `type T struct{ t T; n int8 }\nvar t T; var n/*= int8 */ = t.t.t.n`],
    [
      "a struct that embeds itself",
      `type T struct{ T; n int8 }\nvar t T; var n/*= int8 */ = t.n; var m/*= ? */ = t.missing`,
    ],
    [
      "structs that embed each other",
      `type A struct{ B; a int8 }\ntype B struct{ A; b int16 }\nvar x A; var b/*= int16 */ = x.b; var m/*= ? */ = x.missing`,
    ],
    [
      "interfaces that embed each other",
      `type A interface{ B; a() int8 }\ntype B interface{ A; b() int16 }\nfunc f(x A) { n/*= int16 */ := x.b()/*call (B).b */; x.missing()/*call - */ }`,
    ],
    [
      "an interface that embeds itself",
      `type I interface{ I; m() int8 }\nfunc f(i I) { n/*= int8 */ := i.m()/*call (I).m */; i.missing()/*call - */ }`,
    ],
    ["an array of its own length", `type A [len(a)]int\nvar a A; var b/*= A */ = a; var n/*= int */ = b[0]`],
    ["constants", `const a = b + 1\nconst b = a\nvar x/*= [?]int */ [a]int`],
    ["a constant", `const a/*= ? */ = a`],
    ["variables", `var a/*= ? */ = b\nvar b/*= ? */ = a\nvar c/*= ? */, d/*= int */ = c, 1`],
    ["a variable in its own function", `var f/*= func() ? */ = func() gone { return f() }`],
    ["a variable by a call", `var x/*= ? */ = id(x)/*call id */\nfunc id[T any](t T) T { return t }`],
    [
      "a constraint",
      `type C[T C[T]] interface{ m() T }\nfunc f[T C[T]](x T) { y/*= T */ := x.m()/*call (C).m */ }`,
    ],
    ["a type parameter", `func f[T T](x T) { y/*= T */ := x; y.m()/*call - */ }`],
    ["type parameters", `func f[A B, B A](a A) { b/*= A */ := a; b.m()/*call - */; c/*= ? */ := b[0] }`],
    [
      "a generic type that grows",
      `type T[P any] struct{ next *T[[]P]; v P }\nvar t T[int]; var v/*= [][]int */ = t.next.next.v; var m/*= ? */ = t.missing`,
    ],
    [
      "an embedded generic type that grows",
      `type T[P any] struct{ *T[[]P]; v P }\nvar t T[int]; var v/*= int */ = t.v; var m/*= ? */ = t.missing`,
    ],
    [
      "a generic alias that grows",
      `type A[P any] = *A[[]P]\nvar n/*= int */ = 1\nfunc f(a A[int]) { x := *a; _ = x }`,
    ],
    ["a pointer that is only a pointer", `type P *P\nvar p P; var x/*= ? */ = p.n`],
    ["a function that ranges over itself", `func f(yield func(int) bool) { for x/*= int */ := range f {} }`],
  ])("%s", (_, source) => checkBrokenTypes(source));
});

describe("declarations that are there twice", () => {
  test.each([
    [
      "a type: the first counts",
      `type T struct{ a int8 }\ntype T struct{ b int16 }\nvar t T; var a/*= int8 */ = t.a; var b/*= ? */ = t.b`,
    ],
    [
      "a function: the first counts",
      `func f() int8 { return 0 }\nfunc f() string { return "" }\nvar x/*= int8 */ = f()/*call f */`,
    ],
    [
      "a method: the first counts",
      `type T struct{}\nfunc (T) m() int8 { return 0 }\nfunc (*T) m() string { return "" }\nvar x/*= int8 */ = T{}.m()/*call (T).m */`,
    ],
    [
      "a method and a field",
      `type T struct{ m int8 }\nfunc (T) m() string { return "" }\nfunc f(t T) { t.m()/*call (T).m */ }`,
    ],
    ["a variable and a function", `var x int8\nfunc x() string { return "" }\nvar y/*= int8 */ = x`],
    ["an import and a variable", `import "example.com/gone"\nvar gone int8\nvar y/*= int8 */ = gone`],
    ["a name on both sides of :=", `func f() { a/*= int */, a/*= int */ := 1, 2 }`],
    [
      "embedded types of one name: none is promoted",
      `type A struct{ n int8 }\ntype B struct{ n int16 }\ntype C struct{ A; B }\nvar c C; var n/*= ? */ = c.n`,
    ],
    [
      "embedded methods of one name: none is promoted",
      `type A struct{}\nfunc (A) m() {}\ntype B struct{}\nfunc (B) m() {}\ntype C struct{ A; B }\nfunc f(c C) { c.m()/*call - */ }`,
    ],
    [
      "a field and a method that are promoted",
      `type A struct{ m func() }\ntype B struct{}\nfunc (B) m() {}\ntype C struct{ A; B }\nfunc f(c C) { c.m()/*call - */ }`,
    ],
  ])("%s", (_, source) => checkBrokenTypes(source));

  test("package clauses", () => {
    checkBrokenTypes({
      "a.go": "package p\nvar a/*= int8 */ = b",
      "b.go": "package q\nvar b int8\nvar c/*= int8 */ = a",
    });
    checkBrokenTypes("package p\npackage q\nvar a/*= int8 */ int8");
  });
});

describe("code that does not compile", () => {
  test.each([
    [
      "unknown names",
      `var x/*= ? */ = missing; var y/*= ? */ missing; var z/*= []? */ []missing; func f() { missing()/*call - */ }`,
    ],
    [
      "unknown fields and methods",
      `type T struct{}\nvar t T; var x/*= ? */ = t.missing; var y/*= ? */ = t.missing()/*call - */.more`,
    ],
    [
      "methods of types that are not there",
      `func (gone) m() int8 { return 0 }\nfunc (x gone) n() { y/*= ? */ := x.m()/*call - */ }`,
    ],
    [
      "too many values",
      `func g() (int, string) { return 0, "" }\nfunc f() { a/*= int */, b/*= string */, c/*= ? */ := g() }`,
    ],
    ["too few values", `func f() { a/*= ? */, b/*= ? */, c/*= ? */ := 1, 2 }`],
    ["a call of what is no function", `var n int; var x/*= ? */ = n()/*call - */; var y/*= ? */ = "x"()`],
    [
      "the value of a call without results",
      `func g() {}\nvar x/*= ? */ = g()/*call g */; func f(s []int) { for y/*= ? */ := range g() {} }`,
    ],
    ["an index of what has none", `var n int; var x/*= ? */ = n[0]; type T struct{}; var y/*= ? */ = T{}[1]`],
    ["a dereferenced value", `var n int; var x/*= ? */ = *n; var y/*= ? */ = <-n`],
    ["untyped nil", `func f() { x/*= ? */ := nil; for y/*= ? */ := range nil {} }`],
    ["too many type arguments", `type G[T any] struct{ v T }\nvar g G[int, string]; var v/*= int */ = g.v`],
    ["too few type arguments", `type G[A, B any] struct{ a A; b B }\nvar g G[int]; var a/*= int */ = g.a`],
    [
      "type arguments for what takes none",
      `type T struct{ n int8 }\nfunc g() int8 { return 0 }\nvar x/*= ? */ = g[int]()/*call g */`,
    ],
    [
      "a negative, an odd and an endless length",
      `var a [0-1]int; var b/*= [?]int */ [1/0]int; var c/*= [?]int */ [n()]int; var d/*= [?]int */ [1<<99999]int; func n() int { return 1 }`,
    ],
    [
      "builtins without arguments",
      `var a/*= ? */, b/*= ? */, c/*= ? */, d/*= ? */ = append(), make(), new(), min(); var e/*= int */ = len(); var f/*= ? */ = complex(); var g/*= ? */ = real()`,
    ],
    [
      "a type where a value belongs",
      `type T struct{}\nvar x/*= ? */ = T; func f() { for y/*= ? */ := range T {} }`,
    ],
    ["a method of a pointer to an interface", `type I interface{ m() }\nfunc f(i *I) { x/*= *I */ := i }`],
    [
      "a type switch on nothing",
      `func f() { switch x := gone.(type) { case int: _ = x/*= int */; default: _ = x/*= ? */ } }`,
    ],
    ["a receiver without a type", `func () m() { x/*= int */ := 1 }\nfunc (a, b T) n() {}\ntype T struct{}`],
    ["an unclosed function", `type T struct{ n int8 }\nfunc f(t T) { n/*= int8 */ := t.n`],
    ["a selector without a name", `type T struct{ n int8 }\nfunc f(t T) {\n\tn/*= int8 */ := t.n\n\tt.\n}`],
    ["a half-written call", `func g(int) int8 { return 0 }\nfunc f() {\n\tn/*= int8 */ := g(1)\n\tg(\n}`],
  ])("%s", (_, source) => checkBrokenTypes(source));
});

/** `count` lines that a function of their number gives. */
function lines(count: number, line: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => line(at)).join("\n");
}

describe("code of unusual size", () => {
  test("a type of 5,000 methods", () => {
    checkBrokenTypes(`
type T struct{}
${lines(5000, (at) => `func (t *T) m${at}() int8 { return t.m${(at + 1) % 5000}() }`)}
type I interface {
${lines(5000, (at) => `m${at}() int8`)}
}
type B struct{ *T }
func f(b B, i I) { x/*= int8 */ := b.m4999()/*call (*T).m4999 */; y/*= int8 */ := i.m4999()/*call (I).m4999 */ }`);
  });

  test("a chain of 200 embedded types", () => {
    checkBrokenTypes(`
type T0 struct{ n int8 }
func (*T0) m() string { return "" }
${lines(200, (at) => `type T${at + 1} struct{ *T${at} }`)}
var t T200
var n/*= int8 */ = t.n; var s/*= string */ = t.m()/*call (*T0).m */; var x/*= ? */ = t.missing`);
  });

  test("a chain of 200 embedded interfaces", () => {
    checkBrokenTypes(`
type I0 interface{ m() int8 }
${lines(200, (at) => `type I${at + 1} interface{ I${at}; m${at}() }`)}
func f(i I200) { n/*= int8 */ := i.m()/*call (I0).m */; i.missing()/*call - */ }`);
  });

  test("embedded types that meet again and again", () => {
    checkBrokenTypes(`
type A0 struct{ n int8 }
type B0 struct{ k int8 }
${lines(60, (at) => `type A${at + 1} struct{ A${at}; B${at} }\ntype B${at + 1} struct{ A${at}; B${at} }`)}
var a A60; var x/*= ? */ = a.missing; func f() { a.missing()/*call - */ }`);
  });

  test("interfaces that meet again and again", () => {
    checkBrokenTypes(`
type A0 interface{ a() int8 }
type B0 interface{ b() }
${lines(60, (at) => `type A${at + 1} interface{ A${at}; B${at} }\ntype B${at + 1} interface{ A${at}; B${at} }`)}
func f(a A60) { a.missing()/*call - */ }`);
  });

  test("aliases that double their size again and again", () => {
    checkBrokenTypes(`
type A0 = func(int) int
${lines(60, (at) => `type A${at + 1} = func(A${at}) A${at}`)}
type G[T any] struct{ v T; a A60 }
func id[T any](x T) T { return x }
func of[T any](x T) (T, A60) { panic(0) }
var g G[string]; var v/*= string */ = g.v; var a A60; var b = id(a); func f() { s/*= string */, _ := of("") }`);
  });

  test.each([
    ["parentheses", (depth: number) => `var x = ${"(".repeat(depth)}1${")".repeat(depth)}`],
    ["sums", (depth: number) => `var x = ${"1 + ".repeat(depth)}1`],
    [
      "concatenations",
      (depth: number) => `var x = ${`"a" + `.repeat(depth)}"a"; var y [len(${`"a" + `.repeat(depth)}"a")]int`,
    ],
    ["signs", (depth: number) => `var x = ${"- ".repeat(depth)}1`],
    [
      "calls of results",
      (depth: number) => `func f() F { return f }\ntype F func() F\nvar x = f${"()".repeat(depth)}`,
    ],
    [
      "calls in arguments",
      (depth: number) =>
        `func f[T any](x T) T { return x }\nvar x = ${"f(".repeat(depth)}1${")".repeat(depth)}`,
    ],
    [
      "chained methods",
      (depth: number) => `type T struct{}\nfunc (t T) m() T { return t }\nvar x = T{}${".m()".repeat(depth)}`,
    ],
    ["fields", (depth: number) => `type T struct{ t *T }\nvar t T; var x = t${".t".repeat(depth)}`],
    ["pointers", (depth: number) => `var x ${"*".repeat(depth)}int`],
    ["slices", (depth: number) => `var x ${"[]".repeat(depth)}int`],
    ["channels", (depth: number) => `var x ${"chan<- ".repeat(depth)}chan int`],
    ["functions", (depth: number) => `var x ${"func() ".repeat(depth)}int`],
    ["structs", (depth: number) => `var x ${"struct{ x ".repeat(depth)}int${" }".repeat(depth)}`],
    [
      "instances",
      (depth: number) => `type G[T any] struct{ v T }\nvar x ${"G[".repeat(depth)}int${"]".repeat(depth)}`,
    ],
    ["literals", (depth: number) => `type T []T\nvar x = T${"{".repeat(depth)}${"}".repeat(depth)}`],
    ["closures", (depth: number) => `var x = ${"func() { _ = ".repeat(depth)}1${" }".repeat(depth)}`],
    [
      "variables",
      (depth: number) => `var x0 = 1\n${lines(depth, (at) => `var x${at + 1} = x${at}`)}\nvar x = x${depth}`,
    ],
    [
      "constants",
      (depth: number) =>
        `const x0 = 1\n${lines(depth, (at) => `const x${at + 1} = x${at} + 1`)}\nvar x [x${depth}]int`,
    ],
    [
      "types",
      (depth: number) =>
        `type T0 struct{ n int }\n${lines(depth, (at) => `type T${at + 1} T${at}`)}\nvar t T${depth}; var x = t.n`,
    ],
    [
      "constraints",
      (depth: number) =>
        `type C0 interface{ ~[]int; m() }\n${lines(depth, (at) => `type C${at + 1} interface{ C${at} }`)}\nfunc f[T C${depth}](t T) int { t.m(); return t[0] }\nvar x = f(nil)`,
    ],
    [
      "aliases",
      (depth: number) =>
        `type T0 = int\n${lines(depth, (at) => `type T${at + 1} = T${at}`)}\nvar x T${depth}`,
    ],
  ])("deeply nested: %s", (_, code) => {
    for (const depth of [40, 3000]) {
      const { semantics, trees } = openPackage({ "a.go": `${code(depth)}\n` });
      const [tree] = trees;
      if (!tree) throw new Error("no file");
      const file = semantics.file(tree);
      const [x] = semantics.index.lookup("x");
      const text = x && file.typeText(file.typeOfObject(x));
      if (depth === 40) expect(text).not.toContain("?");
      else expect(text).toBeDefined();
      for (let id = 0; id < tree.arena.size; id++) {
        const node = tree.node(id);
        if (node.kind === "call_expression") file.calleeName(node);
        if (node.kind === "identifier") file.objectOf(node);
      }
    }
  });
});
