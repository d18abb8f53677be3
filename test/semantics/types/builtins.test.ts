import { describe, test } from "@jest/globals";
import { checkTypes } from "./check-types.js";

describe("the builtin", () => {
  test.each([
    [
      "append",
      `type S []int\nvar s S; var x/*= S */ = append(s, 1)/*call - */; var b/*= []uint8 */ = append([]byte{}, "x"...)`,
    ],
    [
      "make",
      `type M map[string]int\nvar m/*= M */, s/*= []int */, c/*= chan<- error */ = make(M)/*call - */, make([]int, 1, 2), make(chan<- error)`,
    ],
    [
      "new of a type",
      `type T struct{}\nvar p/*= *T */, q/*= *int */, r/*= *[]int */, s/*= **T */ = new(T)/*call - */, new(int), new([]int), new(*T)`,
    ],
    [
      "new of a generic type",
      `type G[T any] struct{ v T }\nvar p/*= *G[int] */ = new(G[int]); var v/*= int */ = new(G[int]).v`,
    ],
    [
      "new of a value",
      `type T struct{}\nfunc g() T { return T{} }\nvar t T; var p/*= *int */, q/*= *T */, r/*= *T */, s/*= *string */ = new(1), new(t), new(g()), new("a" + "b")`,
    ],
    ["new of an operation", `var n int8; var p/*= *int8 */, q/*= *bool */ = new(n + 1), new(n > 1)`],
    ["len and cap", `var s []string; var n/*= int */, c/*= int */ = len(s)/*call - */, cap(s)`],
    ["copy", `var b []byte; var n/*= int */ = copy(b, "x")/*call - */`],
    [
      "min and max",
      `var f float32; var a/*= int */, b/*= float32 */, c/*= float64 */, d/*= string */ = min(1, 2)/*call - */, max(1, f, 2), max(1, 2.5), min("a", "b")`,
    ],
    [
      "min and max of a named type",
      `type D int64\nvar d D; var e/*= D */, f/*= D */ = max(0, d), min(d, 1, d)`,
    ],
    [
      "complex",
      `var f float32; var c/*= complex64 */, d/*= complex128 */, e/*= complex128 */ = complex(f, 1), complex(1, 2), complex(float64(f), 0)`,
    ],
    ["complex of a named float", `type F float32\nvar f float64; var c/*= complex128 */ = complex(1, f)`],
    [
      "real and imag",
      `var c complex64; var r/*= float32 */, i/*= float64 */, j/*= float64 */ = real(c), imag(complex128(c)), real(2i)`,
    ],
    [
      "recover",
      `func f() { x/*= any */ := recover()/*call - */; if e/*= error */, ok/*= bool */ := recover().(error); ok { _ = e } }`,
    ],
    [
      "panic, print, close, delete and clear",
      `func f(c chan int, m map[int]int) { close(c)/*call - */; delete(m, 1)/*call - */; clear(m)/*call - */; print(1)/*call - */; println()/*call - */; panic(0)/*call - */ }`,
    ],
    [
      "make of a type parameter",
      `func f[S ~[]E, E any](n int) S { s/*= S */ := make(S, n); t/*= S */ := append(s, s...); return t }`,
    ],
    ["in parentheses", `var n/*= int */ = (len)("abc")/*call - */`],
    [
      "that is shadowed by a function",
      `func len(x []int) string { return "" }\nvar n/*= string */ = len(nil)/*call len */`,
    ],
    ["that is shadowed by a variable", `func f(new func(int) error) { e/*= error */ := new(1)/*call - */ }`],
    ["that is shadowed by a type", `type cap float32\nvar c/*= cap */ = cap(1)/*call - */`],
    [
      "that is shadowed by a method of that name not at all",
      `type T []int\nfunc (T) len() string { return "" }\nvar t T; var a/*= int */, b/*= string */ = len(t)/*call - */, t.len()/*call (T).len */`,
    ],
  ])("%s", (_, source) => checkTypes(source));
});

describe("predeclared types", () => {
  test.each([
    [
      "are what their aliases stand for",
      `var a/*= uint8 */ byte; var b/*= int32 */ rune; var c/*= any */ any`,
    ],
    [
      "can be shadowed by types",
      `type string struct{ n int }\nvar s/*= string */ string; var n/*= int */ = s.n`,
    ],
    [
      "can be shadowed by locals",
      `func f(int string) { x/*= string */ := int; type error struct{ m int8 }; var e error; m/*= int8 */ := e.m }`,
    ],
    [
      "can be shadowed by type parameters",
      `func f[any interface{ m() int8 }](x any) { n/*= int8 */ := x.m()/*call (interface).m */ }`,
    ],
    [
      "comparable is a constraint",
      `func f[K comparable](k K) { b/*= bool */ := k == k; m/*= map[K]bool */ := map[K]bool{k: b} }`,
    ],
    [
      "error is an interface",
      `type E interface{ error; Code() int }\nfunc f(e E) { var x/*= error */ error = e; s/*= string */ := x.Error()/*call (error).Error */ }`,
    ],
  ])("%s", (_, source) => checkTypes(source));
});

describe("channels", () => {
  test.each([
    [
      "with a direction",
      `var a/*= chan int */ chan int; var b/*= <-chan int */ <-chan int; var c/*= chan<- int */ chan<- int`,
    ],
    [
      "of channels",
      `var a/*= chan<- chan int */ chan<- chan int; var b/*= chan (<-chan int) */ chan (<-chan int); var c/*= <-chan <-chan int */ <-chan <-chan int; var d/*= chan<- <-chan int */ chan<- (<-chan int)`,
    ],
    [
      "of channels, whose arrows belong as far left as can be",
      `var a/*= chan<- chan<- chan int */ chan<- chan<- chan int; var b/*= <-chan chan<- chan int */ <-chan chan<- chan int; var c/*= chan chan<- chan int */ chan (chan<- chan int); var d/*= chan<- <-chan <-chan int */ chan<- <-chan <-chan int`,
    ],
    ["received from twice", `var c chan chan error; var e/*= error */ = <-<-c; var d/*= chan error */ = <-c`],
    [
      "in fields",
      `type T struct{ done <-chan struct{}; c chan func() int }\nfunc f(t T) { x/*= struct{} */ := <-t.done; n/*= int */ := (<-t.c)() }`,
    ],
    [
      "returned",
      `func after() <-chan int8 { return nil }\nfunc f() { n/*= int8 */ := <-after()/*call after */; select { case m/*= int8 */ := <-after()/*call after */: _ = m } }`,
    ],
    ["spaced oddly", `var a/*= chan<- int */ chan <- int; var b/*= <-chan int */ <- chan int`],
  ])("%s", (_, source) => checkTypes(source));
});

describe("unsafe", () => {
  test.each([
    [
      "pointers",
      `import "unsafe"\nvar p/*= unsafe.Pointer */ unsafe.Pointer; var q/*= unsafe.Pointer */ = unsafe.Pointer(&p)/*call - */; var r/*= *int */ = (*int)(q); var u/*= uintptr */ = uintptr(p)`,
    ],
    [
      "sizes",
      `import "unsafe"\nvar x struct{ a, b int8 }; var n/*= uintptr */, m/*= uintptr */, o/*= uintptr */ = unsafe.Sizeof(x)/*call - */, unsafe.Alignof(x), unsafe.Offsetof(x.b)`,
    ],
    [
      "slices and strings",
      `import "unsafe"\nvar p *int8; var b *byte; var s/*= []int8 */, t/*= string */ = unsafe.Slice(p, 1)/*call - */, unsafe.String(b, 1); var q/*= *int8 */, r/*= *uint8 */ = unsafe.SliceData(s), unsafe.StringData(t)`,
    ],
    [
      "arithmetic",
      `import "unsafe"\nvar p unsafe.Pointer; var q/*= unsafe.Pointer */ = unsafe.Add(p, 1)/*call - */`,
    ],
    [
      "cast and read",
      `import "unsafe"\ntype H struct{ n int8 }\nfunc f(s []int) { h/*= *H */ := (*H)(unsafe.Pointer(&s)); n/*= int8 */ := (*H)(unsafe.Pointer(&s)).n; v/*= H */ := *(*H)(unsafe.Pointer(&s)) }`,
    ],
    ["under another name", `import u "unsafe"\nvar p/*= unsafe.Pointer */ u.Pointer`],
  ])("%s", (_, source) => checkTypes(`package p\n${source}`));
});

describe("recursive types", () => {
  test.each([
    ["through a pointer", `type T struct{ next *T; n int8 }\nvar t T; var n/*= int8 */ = t.next.next.next.n`],
    [
      "through each other",
      `type A struct{ b *B }\ntype B struct{ a []A; n int8 }\nvar a A; var n/*= int8 */ = a.b.a[0].b.n`,
    ],
    [
      "of slices, maps and funcs",
      `type S []S\ntype M map[string]M\ntype F func(F) F\nvar s/*= S */ = S{}[0][1]; var m/*= M */ = M{}["a"]["b"]; var f F; var g/*= F */ = f(f)(nil)`,
    ],
    [
      "of interfaces",
      `type I interface{ with(I) J }\ntype J interface{ I; back() []I }\nvar j J; var i/*= []I */ = j.with(j)/*call (I).with */.back()/*call (J).back */`,
    ],
    [
      "that are generic",
      `type Tree[T any] struct{ l, r *Tree[T]; v T }\nfunc (t *Tree[T]) walk() []T { return t.l.walk()/*call (*Tree).walk */ }\nvar v/*= []int */ = (&Tree[int]{}).l.walk()`,
    ],
    ["channels of themselves", `type C chan C\nvar c C; var d/*= C */ = <-<-c`],
    ["pointers to themselves", `type P *P\nvar p P; var q/*= P */ = **p`],
    [
      "aliases within types",
      `type T struct{ next *A; n int8 }\ntype A = T\nvar t T; var n/*= int8 */ = t.next.next.n`,
    ],
  ])("%s", (_, source) => checkTypes(source));
});
