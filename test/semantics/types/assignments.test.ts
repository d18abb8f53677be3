import { describe, test } from "@jest/globals";
import { checkTypes } from "./check-types.js";

describe("an assignment", () => {
  test.each([
    ["of several values", `func f() { a/*= int */, b/*= string */ := 1, "x"; _, _ = a, b }`],
    ["of several results", `func g() (int, error) { return 0, nil }\nvar a/*= int */, b/*= error */ = g()`],
    [
      "of results without names",
      `func g() (a, b int8) { return }\nfunc f() { x/*= int8 */, y/*= int8 */ := g() }`,
    ],
    ["with a blank", `func g() (int, error) { return 0, nil }\nfunc f() { _, err/*= error */ := g() }`],
    [
      "that redeclares",
      `
func g() (int, error) { return 0, nil }
func h() (string, error) { return "", nil }
func f() {
	a, err := g()
	b/*= string */, err/*= error */ := h()
	_, _ = a, b
}`,
    ],
    [
      "that shadows",
      `
func f(x int) {
	if x/*= string */ := "s"; x/*= string */ != "" {
		x/*= []int */ := []int{}
		_ = x
	}
	_ = x/*= int */
}`,
    ],
    ["that shadows with itself", `func f(x []int) { if true { x/*= int */ := x[0]; _ = x/*= int */ } }`],
    ["of parentheses", `var p *int; var x/*= int */ = (*(p)); var y/*= *int */ = (p)`],
    ["of an address", `type T struct{ f string }\nvar t T; var p/*= *T */, q/*= *string */ = &t, &t.f`],
    ["of a pointer's target", `var p **int; var q/*= *int */, x/*= int */ = *p, **p`],
    [
      "of a declared type wins over the value",
      `type I interface{}\nvar x/*= I */ I = 1; var y/*= float32 */ float32 = 2`,
    ],
    ["of nil", `var x/*= error */ error = nil; var p/*= *int */ *int`],
    [
      "of a call's result",
      `func g() map[string]int { return nil }\nvar x/*= map[string]int */ = g(); var n/*= int */ = g()["a"]`,
    ],
    [
      "to named results",
      `func f() (n/*= int */ int, err/*= error */ error) { n, err = 1, nil; return n/*= int */, err }`,
    ],
    ["in a group", `var (\n\ta/*= int */, b/*= string */ = 1, "b"\n\tc/*= bool */ bool\n)`],
    [
      "before the declaration",
      `var a/*= *T */ = b\nvar b/*= *T */ = g()\nfunc g() *T { return nil }\ntype T struct{}`,
    ],
  ])("%s", (_, source) => checkTypes(source));
});

describe("comma ok", () => {
  test.each([
    ["of a map", `var m map[string][]int; var v/*= []int */, ok/*= bool */ = m["a"]`],
    ["of a named map", `type M map[string]int\nfunc f(m M) { v/*= int */, ok/*= bool */ := m["a"] }`],
    ["of a type assertion", `var x any; var v/*= error */, ok/*= bool */ = x.(error)`],
    ["of a receive", `var c <-chan string; var v/*= string */, ok/*= bool */ = <-c`],
    ["in parentheses", `func f(m map[int]int8) { v/*= int8 */, ok/*= bool */ := (m[1]) }`],
    [
      "in an if",
      `func f(m map[int]*int) { if v/*= *int */, ok/*= bool */ := m[1]; ok/*= bool */ { _ = v/*= *int */ } }`,
    ],
    [
      "in a select",
      `
func f(c chan string, d chan<- int) {
	select {
	case v/*= string */, ok/*= bool */ := <-c:
	case v/*= string */ := <-c:
		_ = v/*= string */
	case d <- 1:
	default:
	}
}`,
    ],
    ["of which one is blank", `func f(c chan string) { _, ok/*= bool */ := <-c; v/*= string */, _ := <-c }`],
    [
      "of a map of funcs",
      `func f(m map[string]func() int) { g/*= func() int */, ok/*= bool */ := m[""]; n/*= int */ := g() }`,
    ],
    [
      "of a type parameter's map",
      `func f[M ~map[K]V, K comparable, V any](m M, k K) { v/*= V */, ok/*= bool */ := m[k] }`,
    ],
    [
      "that is left out",
      `var m map[string]bool; var v/*= bool */ = m["a"]; var x any; var s/*= string */ = x.(string)`,
    ],
  ])("%s", (_, source) => checkTypes(source));
});

describe("an element", () => {
  test.each([
    [
      "of a slice, array and pointer to an array",
      `var s []int8; var a [2]int16; var p *[3]int32; var x/*= int8 */, y/*= int16 */, z/*= int32 */ = s[0], a[0], p[0]`,
    ],
    [
      "of a string",
      `type S string\nvar s string; var t S; var b/*= uint8 */, c/*= uint8 */, d/*= uint8 */ = s[0], t[0], "abc"[1]`,
    ],
    ["of a map of maps", `var m map[string]map[int][]error; var e/*= error */ = m[""][0][0]`],
    [
      "sliced",
      `type S []int\nvar s S; var a [4]int; var x/*= S */, y/*= []int */, z/*= []int */ = s[1:], a[:], (&a)[1:2:3]`,
    ],
    ["sliced of a string", `type S string\nvar s S; var x/*= S */, y/*= string */ = s[1:], "abc"[:1]`],
    ["received", `var c chan []int; var x/*= []int */ = <-c; var n/*= int */ = (<-c)[0]`],
  ])("%s", (_, source) => checkTypes(source));
});
