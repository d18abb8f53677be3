import { describe, test } from "@jest/globals";
import { checkTypes } from "./check-types.js";

describe("a promoted field", () => {
  test.each([
    [
      "of a value",
      `type A struct{ n int8 }\ntype B struct{ A }\nvar b B; var n/*= int8 */ = b.n; var a/*= A */ = b.A`,
    ],
    [
      "through a pointer",
      `type A struct{ n int8 }\ntype B struct{ *A }\nvar b *B; var n/*= int8 */ = b.n/*= int8 */; var a/*= *A */ = b.A/*= *A */`,
    ],
    [
      "three deep",
      `type A struct{ n int8 }\ntype B struct{ *A }\ntype C struct{ B }\ntype D struct{ *C }\nvar d D; var n/*= int8 */ = d.n`,
    ],
    [
      "is hidden by a shallower one",
      `type A struct{ n int8 }\ntype B struct{ A; n string }\ntype C struct{ B }\nvar c C; var n/*= string */ = c.n; var m/*= int8 */ = c.A.n`,
    ],
    [
      "is hidden by a method",
      `type A struct{ n int8 }\ntype B struct{ A }\nfunc (B) n() string { return "" }\nvar b B; var n/*= func() string */ = b.n; var m/*= int8 */ = b.A.n`,
    ],
    [
      "is found beside an ambiguity",
      `type A struct{ x, n int }\ntype B struct{ x string }\ntype C struct{ A; B }\nvar c C; var n/*= int */ = c.n; var x/*= string */ = c.B.x`,
    ],
    [
      "shallower than an ambiguity",
      `type A struct{ x int }\ntype B struct{ x string }\ntype C struct{ A; B; x bool }\ntype D struct{ C }\nvar d D; var x/*= bool */ = d.x`,
    ],
    [
      "of an alias goes by the alias's name",
      `type A struct{ n int8 }\ntype L = A\ntype B struct{ L }\nvar b B; var l/*= A */ = b.L; var n/*= int8 */ = b.n`,
    ],
    [
      "of a generic type",
      `type A[T any] struct{ v T }\ntype B struct{ A[string] }\nvar b B; var v/*= string */ = b.v; var a/*= A[string] */ = b.A`,
    ],
    [
      "of a generic type by a parameter",
      `type A[T any] struct{ v T }\ntype B[K any] struct{ *A[[]K] }\nvar b B[int]; var v/*= []int */ = b.v`,
    ],
    ["of an anonymous struct's", `type A struct{ n int8 }\nvar b struct{ A }; var n/*= int8 */ = b.n`],
    [
      "of a predeclared type",
      `type B struct{ int; error }\nvar b B; var n/*= int */ = b.int/*= int */; var e/*= error */ = b.error`,
    ],
    ["of a type that embeds itself", `type A struct{ *A; n int8 }\nvar a A; var n/*= int8 */ = a.A.A.n`],
    [
      "of types that embed each other",
      `type A struct{ *B; x int8 }\ntype B struct{ *A; y int16 }\nvar a A; var y/*= int16 */ = a.y; var x/*= int8 */ = a.B.x`,
    ],
    [
      "of a type defined by another",
      `type A struct{ n int8 }\ntype B struct{ A }\ntype C B\nvar c C; var n/*= int8 */ = c.n`,
    ],
    ["of a named pointer", `type A struct{ n int8 }\ntype P *A\nvar p P; var n/*= int8 */ = p.n`],
  ])("%s", (_, source) => checkTypes(source));
});

describe("a promoted method", () => {
  test.each([
    [
      "of a value",
      `type A struct{}\nfunc (A) m() int8 { return 0 }\ntype B struct{ A }\nvar b B; var n/*= int8 */ = b.m()/*call (A).m */`,
    ],
    [
      "of a pointer",
      `type A struct{}\nfunc (*A) m() int8 { return 0 }\ntype B struct{ *A }\nvar b B; var n/*= int8 */ = b.m()/*call (*A).m */`,
    ],
    [
      "of an address",
      `type A struct{}\nfunc (*A) m() {}\ntype B struct{ A }\nfunc f(b B) { b.m()/*call (*A).m */; (&b).m()/*call (*A).m */ }`,
    ],
    [
      "of an interface",
      `type I interface{ m() int8 }\ntype B struct{ I }\nvar b B; var n/*= int8 */ = b.m()/*call (I).m */`,
    ],
    [
      "is hidden by the type's own",
      `type A struct{}\nfunc (A) m() {}\ntype B struct{ A }\nfunc (*B) m() {}\nfunc f(b B) { b.m()/*call (*B).m */; b.A.m()/*call (A).m */ }`,
    ],
    [
      "is hidden by a field",
      `type A struct{}\nfunc (A) m() {}\ntype B struct{ A; m func() int }\nfunc f(b B) { n/*= int */ := b.m()/*call - */ }`,
    ],
    [
      "of two types, one deeper",
      `type A struct{}\nfunc (A) m() {}\ntype X struct{ A }\ntype Y struct{}\nfunc (Y) m() {}\ntype B struct{ X; Y }\nfunc f(b B) { b.m()/*call (Y).m */ }`,
    ],
    ["of error", `type E struct{ error }\nvar e E; var s/*= string */ = e.Error()/*call (error).Error */`],
    [
      "of a local type",
      `type A struct{}\nfunc (A) m() {}\nfunc f() { type B struct{ A }; var b B; b.m()/*call (A).m */ }`,
    ],
    [
      "is not that of the type it is defined by",
      `type A struct{ n int }\nfunc (A) m() {}\ntype B A\nfunc (B) k() {}\nfunc f(b B) { b.k()/*call (B).k */; A(b).m()/*call (A).m */ }`,
    ],
    [
      "of a struct's type it is defined by",
      `type A struct{}\nfunc (A) m() {}\ntype B struct{ A }\ntype C B\nfunc f(c C) { c.m()/*call (A).m */ }`,
    ],
    [
      "of a generic type",
      `type A[T any] struct{}\nfunc (*A[T]) m() T { panic(0) }\ntype B struct{ A[string] }\nfunc f(b *B) { s/*= string */ := b.m()/*call (*A).m */ }`,
    ],
    [
      "of an alias",
      `type A struct{}\nfunc (A) m() {}\ntype L = *A\ntype B struct{ L }\nfunc f(b B) { b.m()/*call (A).m */; b.L.m()/*call (A).m */ }`,
    ],
    [
      "of a package's type",
      `type A struct{}\nfunc (A) m() {}\ntype B struct{ x A }\nfunc f(b []B) { b[0].x.m()/*call (A).m */ }`,
    ],
    [
      "of an anonymous struct",
      `type A struct{}\nfunc (*A) m() {}\nvar v struct{ *A }\nfunc f() { v.m()/*call (*A).m */ }`,
    ],
  ])("%s", (_, source) => checkTypes(source));
});

describe("an interface", () => {
  test.each([
    [
      "has the methods it embeds",
      `type A interface{ a() int }\ntype B interface{ A; b() }\nfunc f(b B) { n/*= int */ := b.a()/*call (A).a */; b.b()/*call (B).b */ }`,
    ],
    [
      "has the methods of error",
      `type B interface{ error; b() }\nfunc f(b B) { s/*= string */ := b.Error()/*call (error).Error */ }`,
    ],
    ["named over another", `type A interface{ a() }\ntype B A\nfunc f(b B) { b.a()/*call (A).a */ }`],
    ["by an alias", `type A interface{ a() }\ntype B = A\nfunc f(b B) { b.a()/*call (A).a */ }`],
    [
      "without a name",
      `func f(x interface{ Close() error }) { e/*= error */ := x.Close()/*call (interface).Close */ }`,
    ],
    [
      "without a name, behind an alias",
      `type C = interface{ Close() error }\nfunc f(x C) { x.Close()/*call (interface).Close */ }`,
    ],
    [
      "embedded twice",
      `type A interface{ a() int8 }\ntype B interface{ A }\ntype C interface{ A; B }\nfunc f(c C) { n/*= int8 */ := c.a()/*call (A).a */ }`,
    ],
    [
      "in a field",
      `type A interface{ a() }\ntype T struct{ x A; y struct{ A } }\nfunc f(t *T) { t.x.a()/*call (A).a */; t.y.a()/*call (A).a */; t.y.A.a()/*call (A).a */ }`,
    ],
    [
      "that is generic",
      `type I[T any] interface{ get() T }\nfunc f(x I[string]) { s/*= string */ := x.get()/*call (I).get */ }`,
    ],
    [
      "that embeds a generic one",
      `type I[T any] interface{ get() T }\ntype J interface{ I[string] }\nfunc f(x J) { s/*= string */ := x.get()/*call (I).get */ }`,
    ],
    [
      "that speaks of itself",
      `type I interface{ next() I }\nfunc f(x I) { y/*= I */ := x.next().next()/*call (I).next */ }`,
    ],
    [
      "is printed with all methods",
      `type A interface{ a() }\nvar x/*= interface{a(); b()} */ interface{ b(); A }; var y/*= any */ interface{}`,
    ],
  ])("%s", (_, source) => checkTypes(source));
});
