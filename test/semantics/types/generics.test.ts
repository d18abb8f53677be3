import { describe, test } from "@jest/globals";
import { checkTypes } from "./check-types.js";

describe("a generic type", () => {
  test.each([
    [
      "has fields of its arguments",
      `type P[K comparable, V any] struct{ k K; v []V }\nvar p P[string, int]; var k/*= string */, v/*= []int */ = p.k, p.v`,
    ],
    [
      "is printed with its arguments",
      `type P[K comparable, V any] map[K]V\nvar p/*= P[string, *P[int, bool]] */ P[string, *P[int, bool]]; var q/*= *P[int, bool] */ = p[""]`,
    ],
    [
      "has methods of its arguments",
      `type S[T any] []T\nfunc (s S[T]) at(int) T { return s[0] }\nfunc (s *S[T]) add(x T) *S[T] { return s }\nvar s S[string]; var x/*= string */ = s.at(1)/*call (S).at */; var p/*= *S[string] */ = s.add("")/*call (*S).add */`,
    ],
    [
      "names its parameter anew in each method",
      `type S[T any] struct{ v T }\nfunc (s *S[E]) get() E { x/*= E */ := s.v/*= E */; return x }\nvar x/*= int */ = (&S[int]{}).get()/*call (*S).get */`,
    ],
    [
      "leaves its parameter blank",
      `type S[T any] struct{ n int }\nfunc (s S[_]) len() int { return s.n/*= int */ }\nvar n/*= int */ = S[string]{}.len()/*call (S).len */`,
    ],
    [
      "nests",
      `type L[T any] struct{ next *L[T]; v T }\nvar l L[[]int]; var v/*= []int */ = l.next.next.v; var m/*= *L[[]int] */ = l.next`,
    ],
    [
      "in a generic type",
      `type A[T any] struct{ x T }\ntype B[T any] struct{ a A[map[string]T] }\nvar b B[int]; var x/*= map[string]int */ = b.a.x; var n/*= int */ = b.a.x[""]`,
    ],
    [
      "over a func",
      `type F[A, R any] func(A) (R, error)\nvar f F[string, int]; func g() { n/*= int */, e/*= error */ := f("")/*call - */ }`,
    ],
    ["over a channel", `type C[T any] <-chan T\nvar c C[error]; var e/*= error */ = <-c`],
    [
      "with a constraint on its own parameters",
      `type Num interface{ ~int | ~float64 }\ntype V[T Num, S ~[]T] struct{ s S }\nvar v V[int, []int]; var s/*= []int */ = v.s`,
    ],
    [
      "local to a function",
      `func f() { type A struct{ n int }; type L = []A; var l/*= []A */ L; n/*= int */ := l[0].n }`,
    ],
    [
      "that swaps its arguments",
      `type P[A, B any] struct{ a A; b B }\nfunc (p P[A, B]) swap() P[B, A] { return P[B, A]{p.b, p.a} }\nvar q/*= P[int, string] */ = P[string, int]{}.swap(); var a/*= int */ = q.a`,
    ],
  ])("%s", (_, source) => checkTypes(source));
});

describe("an alias", () => {
  test.each([
    ["of a type", `type A = map[string]int\nvar a/*= map[string]int */ A; var n/*= int */ = a[""]`],
    [
      "of an alias",
      `type T struct{}\nfunc (T) m() {}\ntype A = B\ntype B = *C\ntype C = T\nvar a/*= *T */ A; func f() { a.m()/*call (T).m */ }`,
    ],
    [
      "of byte, rune and any",
      `type (A = byte; B = rune; C = any; D = interface{})\nvar a/*= uint8 */ A; var b/*= int32 */ B; var c/*= any */ C; var d/*= any */ D`,
    ],
    [
      "of a generic type's instance",
      `type G[T any] struct{ v T }\ntype I = G[int]\nvar i/*= G[int] */ I; var v/*= int */ = i.v`,
    ],
    [
      "that is generic",
      `type M[V any] = map[string]V\nvar m/*= map[string]bool */ M[bool]; var b/*= bool */ = m[""]`,
    ],
    [
      "that is generic, of a generic type",
      `type P[K, V any] struct{ k K; v V }\ntype S[T any] = P[string, []T]\nvar s/*= P[string, []int] */ S[int]; var v/*= []int */ = s.v`,
    ],
    [
      "that is generic, of another",
      `type A[T any] = []T\ntype B[T any] = map[string]A[T]\nvar b/*= map[string][]int */ B[int]`,
    ],
    [
      "local to a function",
      `func f() { type A = []string; a/*= []string */ := A{"x"}; s/*= string */ := a[0] }`,
    ],
    ["of a function type", `type H = func(int) error\nfunc f(h H) { e/*= error */ := h(1)/*call - */ }`],
    [
      "of a struct without a name",
      `type S = struct{ n int8 }\nvar s/*= struct{n int8} */ S; var n/*= int8 */ = s.n`,
    ],
  ])("%s", (_, source) => checkTypes(source));
});

describe("a generic function", () => {
  test.each([
    [
      "with its arguments given",
      `func zero[T any]() T { var z/*= T */ T; return z }\nvar n/*= int */, s/*= []string */ = zero[int]()/*call zero */, zero[[]string]()/*call zero */`,
    ],
    [
      "with one of two given",
      `func conv[R, A any](a A) R { panic(a) }\nvar n/*= int8 */ = conv[int8]("x")/*call conv */; var m/*= int8 */ = conv[int8, bool](true)/*call conv */`,
    ],
    [
      "inferred from an argument",
      `func id[T any](x T) T { return x }\nvar n/*= int */, s/*= string */, e/*= error */ = id(1)/*call id */, id("x"), id(error(nil))`,
    ],
    [
      "inferred from elements",
      `func first[T any](s []T) T { return s[0] }\nvar x/*= *int */ = first([]*int{})/*call first */`,
    ],
    [
      "inferred from a map",
      `func keys[K comparable, V any](m map[K]V) ([]K, []V) { return nil, nil }\nfunc f() { k/*= []string */, v/*= []bool */ := keys(map[string]bool{})/*call keys */ }`,
    ],
    [
      "inferred from a named slice",
      `type S []int8\nfunc first[T any](s []T) T { return s[0] }\nvar x/*= int8 */ = first(S{})`,
    ],
    [
      "that keeps a named slice",
      `type S []int8\nfunc clone[S ~[]E, E any](s S) (S, E) { return s, s[0] }\nfunc f() { s/*= S */, e/*= int8 */ := clone(S{})/*call clone */ }`,
    ],
    [
      "inferred from functions",
      `func mapped[A, B any](s []A, f func(A) B) []B { return nil }\nvar x/*= []string */ = mapped([]int{}, func(int) string { return "" })/*call mapped */`,
    ],
    [
      "inferred from a named function",
      `func mapped[A, B any](s []A, f func(A) B) []B { return nil }\nfunc len8(string) int8 { return 0 }\nvar x/*= []int8 */ = mapped([]string{}, len8)`,
    ],
    [
      "inferred from a generic argument",
      `type G[T any] struct{ v T }\nfunc open[T any](g *G[T]) T { return g.v }\nvar x/*= bool */ = open(&G[bool]{})/*call open */`,
    ],
    [
      "inferred from the rest",
      `func list[T any](xs/*= []T */ ...T) []T { return xs }\nvar a/*= []string */, b/*= []int */ = list("a", "b")/*call list */, list([]int{}...)`,
    ],
    [
      "inferred from a typed and an untyped argument",
      `func most[T any](a, b T) T { return a }\nvar x/*= float32 */ = most(1, float32(2)); var y/*= float64 */ = most(1, 2.5)`,
    ],
    [
      "inferred from channels",
      `func recv[T any](c <-chan T) T { return <-c }\nvar c chan error; var e/*= error */ = recv(c)/*call recv */`,
    ],
    [
      "inferred from arrays",
      `func first[T any](a *[2]T) T { return a[0] }\nvar a [2]rune; var x/*= int32 */ = first(&a)`,
    ],
    [
      "inferred from a tuple",
      `func g() (int, string) { return 0, "" }\nfunc pick[A, B any](a A, b B) []B { x/*= []B */ := []B{b}; return x }\nvar s/*= []string */ = pick(g())/*call pick */`,
    ],
    [
      "of a pointer to a parameter",
      `type T struct{}\nfunc (*T) set() {}\nfunc make2[E any, P interface{ *E; set() }]() E { var e E; P(&e).set()/*call (interface).set */; return e }\nvar t/*= T */ = make2[T]()/*call make2 */`,
    ],
    [
      "as a value",
      `func id[T any](x T) T { return x }\nvar f/*= func(int) int */ = id[int]; var g/*= func(string) string */ func(string) string = id`,
    ],
    [
      "that calls itself",
      `func f[T any](n int, x T) T { if n == 0 { return x }; return f(n-1, x)/*call f */ }\nvar s/*= string */ = f(1, "")`,
    ],
    [
      "that returns a generic type",
      `type Opt[T any] struct{ v T }\nfunc Some[T any](v T) Opt[T] { return Opt[T]{v} }\nfunc (o Opt[T]) Get() (T, bool) { return o.v, true }\nfunc f() { v/*= string */, ok/*= bool */ := Some("x").Get()/*call (Opt).Get */ }`,
    ],
    [
      "that returns a function",
      `func lazy[T any](v T) func() T { return nil }\nvar n/*= int */ = lazy(1)()/*call - */`,
    ],
    [
      "with several constraints",
      `type Int interface{ ~int | ~int8 }\nfunc sum[K comparable, V Int](m map[K]V) V { var s V; for _, v/*= V */ := range m { s += v }; return s }\nvar s/*= int8 */ = sum(map[string]int8{})`,
    ],
  ])("%s", (_, source) => checkTypes(source));
});

describe("a type parameter", () => {
  test.each([
    [
      "has its constraint's methods",
      `type St interface{ String() string }\nfunc f[T St](x T) { s/*= string */ := x.String()/*call (St).String */ }`,
    ],
    [
      "has the methods of a constraint without a name",
      `func f[T interface{ m() int }](x T) { n/*= int */ := x.m()/*call (interface).m */ }`,
    ],
    [
      "has the methods of error",
      `func f[E error](e E) { s/*= string */ := e.Error()/*call (error).Error */ }`,
    ],
    [
      "has the methods that its constraint embeds",
      `type A interface{ a() }\ntype B interface{ ~int; A }\nfunc f[T B](x T) { x.a()/*call (A).a */ }`,
    ],
    [
      "has methods that speak of it",
      `type Less[T any] interface{ Less(T) bool }\nfunc f[T Less[T]](a, b T) { x/*= bool */ := a.Less(b)/*call (Less).Less */ }`,
    ],
    [
      "with a core type is indexed",
      `func f[S ~[]E, E any](s S) { e/*= E */ := s[0]; t/*= S */ := s[1:]; n/*= int */ := len(s) }`,
    ],
    ["with a core type is called", `func f[F ~func(int) error](g F) { e/*= error */ := g(1)/*call - */ }`],
    ["with a core type is dereferenced", `func f[P ~*E, E any](p P) { e/*= E */ := *p }`],
    [
      "with a core type is sent and received",
      `func f[C ~chan E, E any](c C) { e/*= E */, ok/*= bool */ := <-c }`,
    ],
    [
      "is made",
      `func f[M ~map[K]V, K comparable, V any]() { m/*= M */ := make(M); v/*= V */ := m[*new(K)] }`,
    ],
    ["in arithmetic", `func f[N ~int | ~float64](a, b N) { c/*= N */ := a*b + 1; d/*= bool */ := a < b }`],
    ["shadows a type", `type T struct{}\nfunc f[T any](x T) { y/*= T */ := x; z/*= []T */ := []T{x} }`],
    ["of bytes or a string", `func f[B []byte | string](b B) { n/*= int */ := len(b) }`],
  ])("%s", (_, source) => checkTypes(source));
});
