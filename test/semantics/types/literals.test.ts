import { describe, test } from "@jest/globals";
import { checkTypes } from "./check-types.js";

describe("a composite literal", () => {
  test.each([
    ["of a struct", `type T struct{ a int }\nvar t/*= T */, p/*= *T */ = T{1}, &T{a: 1}`],
    ["of a slice", `var s/*= []string */ = []string{"a"}`],
    ["of a map", `type T struct{}\nvar m/*= map[string]*T */ = map[string]*T{"a": {}}`],
    ["of an array", `var a/*= [3]int */ = [3]int{1}`],
    [
      "of an anonymous struct",
      `var s/*= struct{a int; b string} */ = struct { a int; b string }{1, "b"}; var b/*= string */ = s.b`,
    ],
    ["of a named slice", `type S []int\nvar s/*= S */ = S{1}; var n/*= int */ = S{1}[0]`],
    [
      "of an imported type",
      `type T struct{ s []struct{ n int8 } }\nvar t = T{s: []struct{ n int8 }{{1}}}; var n/*= int8 */ = t.s[0].n`,
    ],
    ["of slices of slices", `var s/*= [][]int */ = [][]int{{1}, {2}}`],
    [
      "of a generic type",
      `type P[K, V any] struct{ k K; v V }\nvar p/*= P[string, int] */ = P[string, int]{"a", 1}; var v/*= int */ = p.v`,
    ],
    [
      "of pointers in a slice",
      `type T struct{ f func() }\nvar s/*= []*T */ = []*T{{nil}, {f: func() { var x/*= int */ = 1; _ = x }}}`,
    ],
    [
      "whose keys are fields",
      `type T struct{ n int }\nvar n = "x"\nvar t/*= T */ = T{n: 1}\nvar m/*= map[string]T */ = map[string]T{n/*= string */: {n: 1}}`,
    ],
    [
      "whose keys are constants",
      `const n = 2\nvar a/*= [3]string */ = [...]string{n/*= untyped int */: "x"}`,
    ],
    [
      "whose keys are composite",
      `type K struct{ x int }\nvar m/*= map[K][]K */ = map[K][]K{{1}: {{2}, {x: 3}}}`,
    ],
    [
      "that is called upon",
      `type T struct{}\nfunc (T) m() int8 { return 0 }\nvar n/*= int8 */ = T{}.m()/*call (T).m */; var k/*= int8 */ = (&T{}).m()/*call (T).m */`,
    ],
    [
      "with values of funcs",
      `var m/*= map[string]func(int) string */ = map[string]func(int) string{}; var s/*= string */ = m["a"](1)/*call - */`,
    ],
    ["of a local type", `func f() { type T struct{ a []int }; t/*= T */ := T{}; n/*= int */ := t.a[0] }`],
    [
      "of an alias",
      `type S struct{ n int }\ntype A = []S\nvar a/*= []S */ = A{{1}}; var n/*= int */ = a[0].n`,
    ],
    [
      "compared",
      `type T struct{ a int }\nvar x T; var b/*= bool */ = x == (T{1}); var c/*= bool */ = [2]int{} != [2]int{1}`,
    ],
  ])("%s", (_, source) => checkTypes(source));
});

describe("a conversion", () => {
  test.each([
    [
      "to a basic type",
      `var f float64; var n/*= int */, s/*= string */ = int(f)/*call - */, string(rune(1))`,
    ],
    ["to a named type", `type D int64\nvar d/*= D */ = D(1)/*call - */`],
    ["to a slice", `var b/*= []uint8 */ = []byte("x")/*call - */; var r/*= []int32 */ = []rune("x")`],
    ["to a pointer", `type T struct{}\nvar p/*= *T */ = (*T)(nil)/*call - */; var q/*= *T */ = (*T)(p)`],
    [
      "of a dereferenced pointer",
      `type A struct{ n int }\ntype B struct{ n int }\nfunc f(a *A) { b/*= B */ := *(*B)(a); n/*= int */ := (*B)(a).n }`,
    ],
    [
      "to a func",
      `type H func(int) error\nfunc g(int) error { return nil }\nvar h/*= H */ = H(g)/*call - */; var e/*= error */ = h(1)/*call - */`,
    ],
    ["to a func type in parentheses", `func g() {}\nvar h/*= func() */ = (func())(g)/*call - */`],
    [
      "to an interface",
      `type I interface{ m() }\ntype T struct{}\nfunc (T) m() {}\nvar i/*= I */ = I(T{})/*call - */; func f() { i.m()/*call (I).m */ }`,
    ],
    ["to a channel", `var c chan int; var r/*= <-chan int */ = (<-chan int)(c)/*call - */`],
    ["to a map", `type M map[string]int\nvar m M; var n/*= map[string]int */ = map[string]int(m)/*call - */`],
    ["to a generic type", `type G[T any] []T\nvar s []int; var g/*= G[int] */ = G[int](s)/*call - */`],
    ["to a type parameter", `func f[T ~int](n int) T { t/*= T */ := T(n)/*call - */; return t }`],
    [
      "to an array",
      `var s []int; var a/*= [2]int */ = [2]int(s)/*call - */; var p/*= *[2]int */ = (*[2]int)(s)/*call - */`,
    ],
    ["that shadows", `func f(string func(int) bool) { x/*= bool */ := string(1)/*call - */; _ = x }`],
    ["to any", `var x/*= any */ = any(1)/*call - */; var y/*= any */ = interface{}(1)`],
  ])("%s", (_, source) => checkTypes(source));
});
