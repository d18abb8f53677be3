import { describe, test } from "@jest/globals";
import { checkTypes } from "./check-types.js";

describe("a method", () => {
  test.each([
    [
      "of a value and of a pointer",
      `type T struct{}\nfunc (T) v() {}\nfunc (*T) p() {}\nfunc f(t T, p *T) { t.v()/*call (T).v */; t.p()/*call (*T).p */; p.v()/*call (T).v */; p.p()/*call (*T).p */ }`,
    ],
    [
      "of a type over another kind",
      `type S []int\nfunc (S) sum() int { return 0 }\ntype F func()\nfunc (F) run() {}\nfunc f(s S, g F) { n/*= int */ := s.sum()/*call (S).sum */; g.run()/*call (F).run */; g()/*call - */ }`,
    ],
    [
      "of a result",
      `type T struct{}\nfunc (*T) m() *T { return nil }\nfunc g() *T { return nil }\nfunc f() { t/*= *T */ := g().m().m()/*call (*T).m */ }`,
    ],
    [
      "of an element",
      `type T struct{}\nfunc (*T) m() {}\nfunc f(s []T, m map[int]*T, c chan *T) { s[0].m()/*call (*T).m */; m[0].m()/*call (*T).m */; (<-c).m()/*call (*T).m */ }`,
    ],
    [
      "of a constant",
      `type D int\nfunc (D) String() string { return "" }\nconst d D = 1\nvar s/*= string */ = d.String()/*call (D).String */`,
    ],
    [
      "of a receiver in parentheses",
      `type T struct{}\nfunc (t *(T)) m() {}\nfunc f(t T) { t.m()/*call (*T).m */ }`,
    ],
    [
      "called in its own body",
      `type T struct{ next *T }\nfunc (t *T) m() { t.next.m()/*call (*T).m */; t.next.next.m()/*call (*T).m */ }`,
    ],
    [
      "of a package-level variable",
      `type T struct{}\nfunc (T) m() {}\nvar t = new(T)\nfunc f() { t.m()/*call (T).m */; (*t).m()/*call (T).m */ }`,
    ],
    [
      "of a type named like its package's function",
      `type T struct{}\nfunc (T) f() {}\nfunc f(t T) { t.f()/*call (T).f */; f(t)/*call f */ }`,
    ],
    [
      "deferred and in a goroutine",
      `type T struct{}\nfunc (T) m() {}\nfunc f(t T) { defer t.m()/*call (T).m */; go t.m()/*call (T).m */ }`,
    ],
    [
      "of a blank receiver",
      `type T struct{}\nfunc (_ T) m() int { return 0 }\nvar n/*= int */ = T{}.m()/*call (T).m */`,
    ],
  ])("%s", (_, source) => checkTypes(source));
});

describe("a method value", () => {
  test.each([
    [
      "is a function",
      `type T struct{}\nfunc (T) m(int) string { return "" }\nvar t T; var g/*= func(int) string */ = t.m; var s/*= string */ = g(1)/*call - */`,
    ],
    [
      "of a pointer's method",
      `type T struct{}\nfunc (*T) m(...int) {}\nvar t T; var g/*= func(...int) */ = t.m`,
    ],
    [
      "of an interface",
      `type I interface{ m() error }\nvar i I; var g/*= func() error */ = i.m; var h/*= func() string */ = error(nil).Error`,
    ],
    [
      "of a promoted method",
      `type A struct{}\nfunc (A) m() (int, error) { return 0, nil }\ntype B struct{ *A }\nvar b B; var g/*= func() (int, error) */ = b.m`,
    ],
    [
      "of a generic type",
      `type G[T any] struct{}\nfunc (G[T]) m(T) []T { return nil }\nvar x G[int]; var g/*= func(int) []int */ = x.m`,
    ],
    [
      "passed on",
      `type T struct{}\nfunc (T) m() int8 { return 0 }\nfunc run[R any](f func() R) R { return f() }\nvar n/*= int8 */ = run(T{}.m)/*call run */`,
    ],
  ])("%s", (_, source) => checkTypes(source));
});

describe("a method expression", () => {
  test.each([
    [
      "takes the receiver first",
      `type T struct{}\nfunc (T) m(int) string { return "" }\nvar g/*= func(T, int) string */ = T.m; var h/*= func(*T, int) string */ = (*T).m`,
    ],
    ["of a pointer's method", `type T struct{}\nfunc (*T) m() {}\nvar g/*= func(*T) */ = (*T).m`],
    [
      "of an interface",
      `type I interface{ m() error }\nvar g/*= func(I) error */ = I.m; var h/*= func(error) string */ = error.Error`,
    ],
    [
      "of a promoted method",
      `type A struct{}\nfunc (A) m() {}\ntype B struct{ A }\nvar g/*= func(B) */ = B.m`,
    ],
    [
      "that is called",
      `type T struct{}\nfunc (T) m(int) string { return "" }\nvar s/*= string */ = T.m(T{}, 1)/*call (T).m */; var r/*= string */ = (*T).m(&T{}, 1)/*call (T).m */`,
    ],
    [
      "of a generic type",
      `type G[T any] struct{}\nfunc (*G[T]) m() T { panic(0) }\nvar g/*= func(*G[int]) int */ = (*G[int]).m; var n/*= int */ = (*G[int]).m(nil)/*call (*G).m */`,
    ],
  ])("%s", (_, source) => checkTypes(source));
});

describe("a function", () => {
  test.each([
    [
      "is a value",
      `func g(a, b int, c ...string) (x, y error) { return }\nvar h/*= func(int, int, ...string) (error, error) */ = g`,
    ],
    [
      "is called by its name",
      `func g() int { return 0 }\nvar n/*= int */ = g()/*call g */; var m/*= int */ = (g)()/*call g */`,
    ],
    ["in a variable has none", `func g() {}\nvar h/*= func() */ = g\nfunc f() { h()/*call - */ }`],
    [
      "in a field has none",
      `type T struct{ run func() error }\nfunc f(t T) { e/*= error */ := t.run()/*call - */ }`,
    ],
    ["in a parameter has none", `func f(g func(int) bool) { b/*= bool */ := g(1)/*call - */ }`],
    [
      "that a function returns",
      `func g() func() func() int { return nil }\nvar h/*= func() func() int */ = g()/*call g */; var n/*= int */ = g()()()/*call - */`,
    ],
    [
      "that is a literal",
      `var g/*= func(int) string */ = func(int) string { return "" }; var n/*= int */ = func() int { return 0 }()/*call - */`,
    ],
    [
      "variadic",
      `func f(a int, rest/*= []string */ ...string) { _ = rest/*= []string */; f(1, rest...)/*call f */ }`,
    ],
    [
      "variadic of funcs",
      `type Opt func(*int)\nfunc f(opts/*= []Opt */ ...Opt) { for _, o/*= Opt */ := range opts { o(nil)/*call - */ } }`,
    ],
    [
      "with unnamed parameters",
      `var f/*= func(int, func(string) error, ...any) map[string]bool */ func(int, func(string) error, ...any) map[string]bool`,
    ],
    [
      "named by a type",
      `type H func(string) (int, error)\nfunc f(h H) { n/*= int */, e/*= error */ := h("")/*call - */ }`,
    ],
    [
      "taking a tuple",
      `func g() (int, string) { return 0, "" }\nfunc h(int, string) bool { return true }\nvar b/*= bool */ = h(g())/*call h */`,
    ],
    [
      "that is a closure over variables",
      `func f(s []string) func() string { i/*= int */ := 0; return func() string { i++; x/*= string */ := s[i]; return x } }`,
    ],
    [
      "that calls itself by a variable",
      `func f() { var fib/*= func(int) int */ func(int) int; fib = func(n int) int { return fib(n-1)/*call - */ + n/*= int */ } }`,
    ],
    [
      "calls itself",
      `func fact(n int) int { return n * fact(n-1)/*call fact */ }\nvar x/*= int */ = fact(3)`,
    ],
    ["init is no name", `func init() {}\nfunc init() { x/*= int */ := 1; _ = x }\nvar init2/*= bool */ bool`],
    ["main may be called", `package p\nfunc main() {}\nfunc f() { main()/*call main */ }`],
    [
      "with labels",
      `func f(m map[string]int) {\nouter:\n\tfor k/*= string */ := range m {\n\t\tfor outer/*= int */ := range 3 { if k == "" { continue outer }; _ = outer/*= int */; break outer }\n\t}\n}`,
    ],
  ])("%s", (_, source) => checkTypes(source));
});
