import { describe, test } from "@jest/globals";
import { checkTypes } from "./check-types.js";

describe("a type switch", () => {
  test.each([
    [
      "of one type in a clause",
      `func f(x any) { switch y := x.(type) { case int: _ = y/*= int */; case *string: _ = y/*= *string */ } }`,
    ],
    [
      "of several types in a clause",
      `func f(x any) { switch y := x.(type) { case int, string: _ = y/*= any */ } }`,
    ],
    ["of nil", `func f(e error) { switch y := e.(type) { case nil: _ = y/*= error */ } }`],
    [
      "of nil and a type",
      `func f(e error) { switch y := e.(type) { case nil, interface{ Timeout() bool; error }: _ = y/*= error */ } }`,
    ],
    [
      "with a default",
      `type I interface{ m() }\nfunc f(x I) { switch y := x.(type) { default: _ = y/*= I */ } }`,
    ],
    [
      "of types of all kinds",
      `func f(x any) { switch y := x.(type) { case []int: _ = y/*= []int */; case map[string]any: _ = y/*= map[string]any */; case func(int) error: _ = y/*= func(int) error */; case chan<- int: _ = y/*= chan<- int */; case struct{}: _ = y/*= struct{} */ } }`,
    ],
    [
      "with an initialisation",
      `func g() any { return nil }\nfunc f() { switch x := g(); y := x.(type) { case bool: _, _ = x/*= any */, y/*= bool */ } }`,
    ],
    [
      "that shadows its own value",
      `func f(x any) { switch x := x.(type) { case int: _ = x/*= int */ }; _ = x/*= any */ }`,
    ],
    [
      "inside another",
      `func f(x any) { switch x := x.(type) { case error: switch x := x.(type) { case interface{ Is(error) bool }: _ = x/*= interface{Is(error) bool} */ } } }`,
    ],
    [
      "of a generic type",
      `type G[T any] struct{ v T }\nfunc f(x any) { switch y := x.(type) { case G[int]: _ = y.v/*= int */; case *G[string]: _ = y.v/*= string */ } }`,
    ],
    [
      "of a type parameter",
      `func f[T any](x any) { switch y := x.(type) { case T: _ = y/*= T */; case []T: _ = y/*= []T */ } }`,
    ],
    [
      "of a value of a type parameter",
      `func f[T any](x T) { switch y := any(x).(type) { case int: _ = y/*= int */; default: _ = y/*= any */ } }`,
    ],
    [
      "of local types",
      `func f(x any) { type L struct{ n int }; switch y := x.(type) { case L: _ = y.n/*= int */ } }`,
    ],
    [
      "captured by a closure",
      `func f(x any) { switch y := x.(type) { case *int: go func() { _ = y/*= *int */ }() } }`,
    ],
  ])("%s", (_, source) => checkTypes(source));
});

describe("a type assertion", () => {
  test.each([
    ["to a pointer", `type T struct{}\nvar x any; var t/*= *T */ = x.(*T)`],
    ["to an interface", `var x any; var t/*= interface{Close() error} */ = x.(interface{ Close() error })`],
    ["to a func, called", `func f(x any) { n/*= int */ := x.(func() int)()/*call - */ }`],
    ["then a field", `type T struct{ n int8 }\nvar x any; var n/*= int8 */ = x.(*T).n`],
    [
      "then a method",
      `type T struct{}\nfunc (*T) m() int8 { return 0 }\nvar x any; var n/*= int8 */ = x.(*T).m()/*call (*T).m */`,
    ],
    ["to a type in parentheses", `var x any; var t/*= []int */ = (x).([]int)`],
    [
      "to a named interface, then its method",
      `type C interface{ Close() error }\nvar x any; var e/*= error */ = x.(C).Close()/*call (C).Close */`,
    ],
  ])("%s", (_, source) => checkTypes(source));
});
