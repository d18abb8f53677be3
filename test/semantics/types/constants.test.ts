import { describe, test } from "@jest/globals";
import { checkTypes } from "./check-types.js";

describe("a constant", () => {
  test.each([
    ["is untyped", `const c/*= untyped int */, s/*= untyped string */, b/*= untyped bool */ = 1, "s", true`],
    ["of a rune", `const c/*= untyped rune */ = 'x'`],
    ["of a float", `const c/*= untyped float */ = 1e3`],
    ["that is imaginary", `const c/*= untyped complex */ = 2i`],
    ["has the type it is declared with", `const c/*= int8 */ int8 = 1`],
    ["has the type of a conversion", `type D int64\nconst c/*= D */ = D(1)`],
    ["takes over a typed operand", `type D int64\nconst Unit D = 1\nconst c/*= D */ = 5 * Unit`],
    ["mixes untyped kinds upwards", `const c/*= untyped float */, d/*= untyped rune */ = 1 + 2.5, 'a' + 1`],
    ["of a comparison", `const c/*= untyped bool */ = 1 < 2`],
    ["of a shift", `const c/*= untyped int */ = 1 << 3`],
    ["of a shifted constant with a type", `const c/*= uint8 */ = uint8(1) << 3`],
    ["of a shifted float", `const c/*= untyped int */ = 1.0 << 3`],
    ["of len", `const c/*= int */ = len("abc")`],
    [
      "of a group has the type of the last one written",
      `
type Color uint8
const (
	Red/*= Color */ Color = iota
	Green/*= Color */
	_
	Blue/*= Color */
)`,
    ],
    [
      "of a group without a type stays untyped",
      `
const (
	A/*= untyped int */ = iota
	B/*= untyped int */
	C/*= untyped string */ = "c"
	D/*= untyped string */
)`,
    ],
    [
      "of a group may change its type within it",
      `
type A int
type B string
const (
	X/*= A */, Y/*= B */ = A(iota), B("y")
	V/*= A */, W/*= B */
)`,
    ],
    ["local to a function", `func f() { const c/*= untyped int */ = 1; const d/*= float32 */ float32 = c }`],
  ])("%s", (_, source) => checkTypes(source));
});

describe("a variable made of untyped constants", () => {
  test.each([
    ["has their default type", `var i/*= int */, f/*= float64 */, c/*= complex128 */ = 1, 1.0, 1i`],
    ["is an int32 for a rune", `var r/*= int32 */ = 'x'`],
    ["is a string or bool", `var s/*= string */, b/*= bool */ = "", 1 == 2`],
    ["has the type of the typed operand", `var i int8; var j/*= int8 */, k/*= int8 */ = i + 1, 1 + i`],
    ["is a bool for a comparison of typed values", `type B bool\nvar i int8; var b/*= bool */ = i > 1`],
    ["keeps a named boolean", `type B bool\nvar x B; var y/*= B */, z/*= B */ = !x, x && true`],
    ["is an int for a shift of constants", `var i/*= int */ = 1 << 4`],
    ["keeps the type of what is shifted", `var u uint; var i/*= uint */ = u << 2`],
    ["is an int for a one shifted by a variable", `var u uint; var i/*= int */ = 1 << u`],
    ["is an int32 for a rune plus an int", `var r/*= int32 */ = 'a' + 1`],
    ["is a float64 for an int plus a float", `var f/*= float64 */ = 1 + 2.0`],
    ["concatenates named strings", `type S string\nvar s S; var t/*= S */ = "x" + s + "y"`],
  ])("%s", (_, source) => checkTypes(source));
});

describe("the length of an array", () => {
  test.each([
    [
      "a literal",
      `var a/*= [255]int */ [0xff]int; var b/*= [1000]int */ [1_000]int; var c/*= [8]int */ [010]int`,
    ],
    ["in binary and octal", `var a/*= [5]int */ [0b101]int; var b/*= [15]int */ [0o17]int`],
    [
      "a rune",
      `var a/*= [97]int */ ['a']int; var b/*= [10]int */ ['\\n']int; var c/*= [65]int */ ['\\x41']int`,
    ],
    ["a named constant", `const n = 3\nvar a/*= [3]int */ [n]int`],
    ["a constant declared later", `var a/*= [7]int */ [n]int\nconst n = m + 3\nconst m = 4`],
    ["an expression", `const n = 3\nvar a/*= [13]int */ [(n+1)*n + 7/2 - 2]int`],
    ["of bits", `const n = 6\nvar a/*= [3]int */ [n&3 | n>>2 ^ 0]int; var b/*= [4]int */ [n &^ 2]int`],
    [
      "with a complement",
      `var a/*= [7]int */ [^-8]int; var b/*= [3]int */ [-(-3)]int; var c/*= [2]int */ [+2]int`,
    ],
    ["a big shift and back", `const huge = 1 << 100\nvar a/*= [16]int */ [huge >> 96]int`],
    [
      "a number of iota",
      `
const (
	_ = iota
	one
	two
	count
)
var a/*= [3]int */ [count]int; var b/*= [1]int */ [one]int`,
    ],
    [
      "a shifted iota",
      `
const (
	_ = 1 << (10 * iota)
	KB
)
var a/*= [1024]uint8 */ [KB]byte`,
    ],
    [
      "an iota that starts late",
      `
const (
	a = "x"
	b = iota * 10
	c
	d, e = iota, iota + 5
)
var x/*= [20]int */ [c]int; var y/*= [8]int */ [e]int; var z/*= [3]int */ [d]int`,
    ],
    ["the length of a string", `const s = "héllo"\nvar a/*= [6]int */ [len(s)]int`],
    ["the length of a string with escapes", `var a/*= [5]int */ [len("a\\t\\u00e9\\"")]int`],
    ["the length of a concatenation", `const s = "ab"\nvar a/*= [5]int */ [len(s + "cde")]int`],
    ["the length of another array", `var a [4]int; var b/*= [5]string */ [len(a) + 1]string`],
    ["the length of an array behind a pointer", `var p *[4]int; var b/*= [4]string */ [len(p)]string`],
    ["the capacity of an array", `var a [4]int; var b/*= [4]string */ [cap(a)]string`],
    ["a conversion", `type N uint8\nconst n N = 9\nvar a/*= [9]int */ [int(n)]int`],
    ["counted", `var a/*= [3]int */ = [...]int{1, 2, 3}`],
    ["counted with keys", `const last = 9\nvar a/*= [11]int */ = [...]int{0, last: 1, 2, 3: 4}`],
    ["counted with rune keys", `var a/*= [100]bool */ = [...]bool{'a': true, 'b': true, true}`],
    ["counted of nothing", `var a/*= [0]int */ = [...]int{}`],
    ["zero", `var a/*= [0]func() */ [0]func()`],
    ["of arrays", `const n = 2\nvar a/*= [2][3][2]int */ [n][n + 1][n]int; var b/*= [3][2]int */ = a[0]`],
    ["shadowed", `const n = 2\nfunc f() { const n = n + 3; var a/*= [5]int */ [n]int }`],
    ["a local iota", `func f() { const (a = iota; b; c); var x/*= [2]int */ [c]int }`],
    ["a remainder", `const n = 10 % 4\nvar a/*= [2]int */ [n]int; var b/*= [1]int */ [-7 % 4 + 4]int`],
    ["a quotient, cut towards zero", `var a/*= [2]int */ [-7/2 + 5]int`],
    [
      "a complement without a sign",
      `var a/*= [5]int */ [^uint8(250)]int; const n uint16 = 1; var b/*= [65534]int */ [^n]int`,
    ],
  ])("may be %s", (_, source) => checkTypes(source));

  test("may come from another package", () => {
    checkTypes(
      `package p
import "example.com/size"
var a/*= [64]uint8 */ [size.Block * 2]byte; var s/*= [32]uint8 */ size.Sum`,
      { "example.com/size": "package size\nconst Block = 1 << half\nconst half = 5\ntype Sum = [Block]byte" },
    );
  });
});
