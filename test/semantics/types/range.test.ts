import { describe, test } from "@jest/globals";
import { checkTypes } from "./check-types.js";

describe("range over", () => {
  test.each([
    ["a number", `func f() { for i/*= int */ := range 10 { _ = i } }`],
    ["a number with a type", `func f(n int8) { for i/*= int8 */ := range n {} }`],
    ["a named number", `type N uint\nfunc f(n N) { for i/*= N */ := range n {} }`],
    ["a rune", `func f() { for r/*= int32 */ := range 'x' {} }`],
    ["a constant", `const n = 3\nfunc f() { for i/*= int */ := range n {} }`],
    ["a constant with a type", `const n uint16 = 3\nfunc f() { for i/*= uint16 */ := range n {} }`],
    ["a string", `func f(s string) { for i/*= int */, r/*= int32 */ := range s {} }`],
    ["a named string", `type S string\nfunc f(s S) { for i/*= int */, r/*= int32 */ := range s {} }`],
    ["a constant string", `func f() { for _, r/*= int32 */ := range "abc" {} }`],
    ["a slice", `type T struct{}\nfunc f(s []*T) { for i/*= int */, t/*= *T */ := range s {} }`],
    ["a named slice", `type S []error\nfunc f(s S) { for _, e/*= error */ := range s {} }`],
    ["an array", `func f() { for i/*= int */, x/*= float64 */ := range [...]float64{1, 2} {} }`],
    ["a pointer to an array", `func f(p *[4]string) { for i/*= int */, x/*= string */ := range p {} }`],
    [
      "a pointer to a named array",
      `type A [4]string\nfunc f(p *A) { for i/*= int */, x/*= string */ := range p {} }`,
    ],
    ["a map", `func f(m map[string][]int) { for k/*= string */, v/*= []int */ := range m {} }`],
    ["the keys of a map", `type K struct{}\nfunc f(m map[K]int) { for k/*= K */ := range m {} }`],
    ["a channel", `func f(c <-chan *int) { for x/*= *int */ := range c {} }`],
    ["a named channel", `type C chan error\nfunc f(c C) { for x/*= error */ := range c {} }`],
    [
      "an iterator of nothing",
      `func it(yield func() bool) {}\nfunc f() { n/*= int */ := 0; for range it { n++ } }`,
    ],
    [
      "an iterator of one value",
      `func it(yield func(string) bool) {}\nfunc f() { for s/*= string */ := range it {} }`,
    ],
    [
      "an iterator of two",
      `func it(yield func(int, error) bool) {}\nfunc f() { for i/*= int */, e/*= error */ := range it {} }`,
    ],
    [
      "the first value of an iterator of two",
      `func f(it func(func(int8, error) bool)) { for i/*= int8 */ := range it {} }`,
    ],
    [
      "an iterator that a call makes",
      `func all() func(func(*int) bool) { return nil }\nfunc f() { for p/*= *int */ := range all() {} }`,
    ],
    [
      "a method as an iterator",
      `type L struct{}\nfunc (L) each(yield func(int, string) bool) {}\nfunc f(l L) { for i/*= int */, s/*= string */ := range l.each {} }`,
    ],
    [
      "a generic iterator",
      `
type Seq2[K, V any] func(yield func(K, V) bool)
func all[T any](s []T) Seq2[int, T] { return nil }
func f(s []error) { for i/*= int */, e/*= error */ := range all(s) {} }`,
    ],
    ["a type parameter of slices", `func f[S ~[]E, E any](s S) { for i/*= int */, e/*= E */ := range s {} }`],
    [
      "a type parameter of maps",
      `func f[M ~map[K]V, K comparable, V any](m M) { for k/*= K */, v/*= V */ := range m {} }`,
    ],
    ["a type parameter of integers", `func f[N ~int](n N) { for i/*= N */ := range n {} }`],
    ["a type parameter of channels", `func f[C ~chan E, E any](c C) { for e/*= E */ := range c {} }`],
    [
      "a field",
      `type T struct{ m map[int]*T }\nfunc f(t *T) { for k/*= int */, v/*= *T */ := range t.m { for _, w/*= *T */ := range v.m {} } }`,
    ],
    [
      "elements of elements",
      `func f(m [][]map[string]bool) { for _, r := range m { for _, c/*= map[string]bool */ := range r {} } }`,
    ],
    [
      "what it shadows",
      `func f(x []string) { for _, x/*= string */ := range x { _ = x/*= string */ }; _ = x/*= []string */ }`,
    ],
    [
      "with variables declared before",
      `func f(m map[string]int) { var k/*= string */ string; var v int; for k/*= string */, v = range m {} }`,
    ],
  ])("%s", (_, source) => checkTypes(source));
});
