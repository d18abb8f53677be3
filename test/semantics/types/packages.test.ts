import { describe, test } from "@jest/globals";
import { checkBrokenTypes, checkTypes } from "./check-types.js";

const imports = {
  "example.com/lib": `package lib
type Client struct{ Timeout int; Header; inner *Inner }
type Header map[string][]string
type Inner struct{ N int8 }
type Doer interface{ Do(string) (*Client, error) }
type Func func(*Client) error
type Pair[K comparable, V any] struct{ Key K; Value V }
func (c *Client) Do(string) (*Client, error) { return nil, nil }
func (c *Client) Inner() *Inner { return c.inner }
func (h Header) Get(string) string { return "" }
func Open(name string) (*Client, error) { return nil, nil }
func Of[K comparable, V any](k K, v V) Pair[K, V] { return Pair[K, V]{} }
func (p Pair[K, V]) Swap() V { return p.Value }
var Default = &Client{}
var Hooks []func() error
const Max = 1 << 4
const Name = "lib"
type Level int8
const (
	Low Level = iota
	High
)`,
  "example.com/go-odd": `package odd\ntype T struct{ N int8 }\nfunc New() *T { return nil }`,
  "example.com/mid": `package mid
import "example.com/lib"
type Service struct{ *lib.Client; D lib.Doer }
type Alias = lib.Client
func (s *Service) Lib() *lib.Inner { return s.Inner() }
func Make() lib.Pair[string, *lib.Client] { panic(0) }`,
  "example.com/v/v2": `package v\nfunc F() error { return nil }`,
};

describe("from an imported package", () => {
  test.each([
    [
      "a function's results",
      `c/*= *example.com/lib.Client */, err/*= error */ := lib.Open("")/*call example.com/lib.Open */`,
    ],
    ["a variable", `c/*= *example.com/lib.Client */ := lib.Default; n/*= int */ := lib.Default.Timeout`],
    [
      "a constant",
      `const c/*= untyped int */ = lib.Max; var a/*= [16]int */ [lib.Max]int; var s/*= string */ = lib.Name`,
    ],
    ["a constant of a type", `l/*= example.com/lib.Level */ := lib.High; var a/*= [1]int */ [lib.High]int`],
    [
      "a method",
      `c/*= *example.com/lib.Client */, _ := lib.Default.Do("")/*call example.com/lib.(*Client).Do */`,
    ],
    ["a promoted method", `s/*= string */ := lib.Default.Get("")/*call example.com/lib.(Header).Get */`],
    ["a hidden type", `n/*= int8 */ := lib.Default.Inner().N`],
    ["an interface's method", `var d lib.Doer = lib.Default; d.Do("")/*call example.com/lib.(Doer).Do */`],
    ["a function type", `var g/*= example.com/lib.Func */ lib.Func; e/*= error */ := g(nil)/*call - */`],
    [
      "a conversion",
      `h/*= example.com/lib.Header */ := lib.Header(nil)/*call - */; v/*= []string */ := h["a"]`,
    ],
    [
      "a literal",
      `c/*= *example.com/lib.Client */ := &lib.Client{Timeout: 1, Header: lib.Header{"a": {"b"}}}; h/*= example.com/lib.Header */ := c.Header`,
    ],
    [
      "a generic type",
      `var p lib.Pair[string, []int]; v/*= []int */ := p.Value; w/*= []int */ := p.Swap()/*call example.com/lib.(Pair).Swap */`,
    ],
    [
      "a generic function",
      `p/*= example.com/lib.Pair[int, string] */ := lib.Of(1, "")/*call example.com/lib.Of */; q/*= string */ := lib.Of[int8, string](1, "").Value`,
    ],
    [
      "a function value",
      `g/*= func(string) (*example.com/lib.Client, error) */ := lib.Open; c, _ := g("")/*call - */`,
    ],
    [
      "a method expression",
      `g/*= func(*example.com/lib.Client, string) (*example.com/lib.Client, error) */ := (*lib.Client).Do`,
    ],
    ["a hook", `for _, h/*= func() error */ := range lib.Hooks { h()/*call - */ }`],
    [
      "an embedded type",
      `type T struct{ *lib.Client }; var t T; t.Do("")/*call example.com/lib.(*Client).Do */; c/*= *example.com/lib.Client */ := t.Client`,
    ],
    [
      "a defined type",
      `type L lib.Level; l/*= L */ := L(lib.Low); m/*= example.com/lib.Level */ := lib.Level(l)`,
    ],
  ])("%s", (_, statements) =>
    checkTypes(`package p\nimport "example.com/lib"\nvar _ lib.Level\nfunc f() { ${statements} }`, imports),
  );

  test.each([
    [
      "under another name",
      `import l "example.com/lib"\nfunc f() { l.Open("")/*call example.com/lib.Open */ }`,
    ],
    [
      "by a dot",
      `import . "example.com/lib"\nfunc f() { c/*= *example.com/lib.Client */, _ := Open("")/*call example.com/lib.Open */; x/*= int */ := Max }`,
    ],
    [
      "by a dot, a type",
      `import . "example.com/lib"\nfunc f(d Doer) { var c/*= example.com/lib.Client */ Client; d.Do("")/*call example.com/lib.(Doer).Do */ }`,
    ],
    [
      "whose name differs from its path",
      `import "example.com/go-odd"\nvar t/*= *example.com/go-odd.T */ = odd.New()/*call example.com/go-odd.New */; var n/*= int8 */ = t.N`,
    ],
    [
      "whose path ends in a version",
      `import "example.com/v/v2"\nvar e/*= error */ = v.F()/*call example.com/v/v2.F */`,
    ],
    [
      "that only another package imports",
      `import "example.com/mid"\nfunc f(s *mid.Service) { i/*= *example.com/lib.Inner */ := s.Lib()/*call example.com/mid.(*Service).Lib */; n/*= int8 */ := i.N; s.Do("")/*call example.com/lib.(*Client).Do */; s.D.Do("")/*call example.com/lib.(Doer).Do */ }`,
    ],
    [
      "through another's alias",
      `import "example.com/mid"\nfunc f(a mid.Alias) { b/*= example.com/lib.Client */ := a; a.Get("")/*call example.com/lib.(Header).Get */ }`,
    ],
    [
      "in another's instance",
      `import "example.com/mid"\nvar p/*= example.com/lib.Pair[string, *example.com/lib.Client] */ = mid.Make(); var n/*= int */ = p.Value.Timeout`,
    ],
    [
      "unless a variable shadows it",
      `import "example.com/lib"\ntype T struct{}\nfunc (T) Open(string) int8 { return 0 }\nfunc f(lib T) { n/*= int8 */ := lib.Open("")/*call (T).Open */ }\nvar _ lib.Level`,
    ],
    [
      "unless a local shadows it",
      `import "example.com/lib"\nfunc f() { lib/*= *example.com/lib.Client */, _ := lib.Open("")/*call example.com/lib.Open */; n/*= int */ := lib.Timeout }`,
    ],
    [
      "imported twice",
      `import "example.com/lib"\nimport again "example.com/lib"\nvar a/*= example.com/lib.Level */ lib.Level = again.Low; var b/*= example.com/lib.Level */ again.Level`,
    ],
    ["for nothing", `import _ "example.com/lib"\nvar lib/*= int */ = 1`],
  ])("%s", (_, source) => checkTypes(`package p\n${source}`, imports));
});

describe("in a package of several files", () => {
  test("names are shared and imports are not", () => {
    checkTypes(
      {
        "a.go": `package p\nimport "example.com/lib"\nvar a/*= *example.com/lib.Client */ = b`,
        "b.go": `package p\nimport lib "example.com/go-odd"\nimport l "example.com/lib"\nvar b = l.Default; var t/*= *example.com/go-odd.T */ = lib.New()/*call example.com/go-odd.New */`,
      },
      imports,
    );
  });

  test("methods may be declared away from their type", () => {
    checkTypes({
      "a.go": `type T struct{}\nfunc f(t T) { n/*= int8 */ := t.m()/*call (*T).m */ }`,
      "b.go": `func (*T) m() int8 { return 0 }`,
    });
  });

  test("a file sees the variant that is built with it", () => {
    checkTypes({
      "a_linux.go": `type handle int8\nfunc open() handle { return 0 }\nvar h/*= handle */ = open()/*call open */; var n/*= int8 */ = int8(h)`,
      "a_windows.go": `type handle struct{ u uint16 }\nfunc open() *handle { return nil }\nvar h/*= *handle */ = open()/*call open */; var u/*= uint16 */ = h.u`,
    });
  });

  test("a constraint says which variant is built", () => {
    checkTypes({
      "a.go": `//go:build linux\n\npackage p\nconst n = 1\nvar a/*= [1]int */ [n]int`,
      "b.go": `//go:build !linux\n\npackage p\nconst n = 2\nvar a/*= [2]int */ [n]int`,
    });
  });
});

describe("what a missing package brings is unknown", () => {
  test.each([
    [
      "its types",
      `var x/*= ? */ gone.T; var y/*= *? */ *gone.T; var z/*= map[string]? */ map[string]gone.T; var f/*= func(?) error */ func(gone.T) error`,
    ],
    ["its functions", `var x/*= ? */ = gone.F()/*call - */; var y/*= ? */, z/*= ? */ = gone.G()`],
    ["its variables", `var x/*= ? */ = gone.V; var y/*= ? */ = gone.V.F[0]; var z/*= int */ = len(gone.V)`],
    ["its methods", `func f(x gone.T) { y/*= ? */ := x.M()/*call - */ }`],
    ["lengths by its constants", `var a/*= [?]int */ [gone.N]int; var n/*= int */ = a[0]`],
    [
      "only where it matters in a struct",
      `type T struct{ gone.E; x gone.T; n int8 }\nvar t T; var n/*= int8 */ = t.n; var x/*= ? */ = t.x; var e/*= ? */ = t.E`,
    ],
    [
      "what else its embedding may promote",
      `type T struct{ gone.E }\nvar t T; var x/*= ? */ = t.other; func f() { t.m()/*call - */ }`,
    ],
    [
      "the results of an inference",
      `func id[T any](x T) T { return x }\nvar x/*= ? */ = id(gone.V)/*call id */; func two[A, B any](a A, b B) (A, B) { return a, b }\nfunc f() { y/*= ? */, z/*= int */ := two(gone.V, 1) }`,
    ],
    [
      "not the type of an assertion on it",
      `var x/*= error */ = gone.V.(error); var y/*= [2]int */ = [2]int(gone.V)`,
    ],
    ["not a literal made of it", `var x/*= []? */ = []gone.T{{N: 1}}; var n/*= int */ = len(x)`],
    [
      "comma ok but for the value",
      `func f() { x/*= ? */, ok/*= bool */ := gone.M["a"]; y/*= ? */, ok2/*= bool */ := <-gone.C }`,
    ],
    ["what is ranged over", `func f() { for k/*= ? */, v/*= ? */ := range gone.M {} }`],
    ["not comparisons with it", `var b/*= bool */ = gone.V == 1; var c/*= bool */ = gone.V == nil`],
  ])("%s", (_, source) => checkBrokenTypes(`package p\nimport "example.com/gone"\n${source}`, imports));

  test("also by a dot", () => {
    checkBrokenTypes(
      `package p\nimport . "example.com/gone"\nvar x/*= ? */ T; var y/*= ? */ = F()/*call - */; var n/*= int */ = 1`,
    );
  });
});

describe("package C of cgo, which no source declares, gives", () => {
  test.each([
    [
      "functions by their names",
      `func f() { C.free(nil)/*call C.free */; (C.puts)(C.text)/*call C.puts */ }`,
    ],
    [
      "types behind a star",
      `func f(a []byte) { p/*= *? */ := (*C.char)(nil); q/*= **? */ := (**C.item)(nil) }`,
    ],
    [
      "nothing under another package's name",
      `func f(C T) { C.free()/*call - */ }\ntype T struct{ free func() }`,
    ],
  ])("%s", (_, source) => checkBrokenTypes(`package p\nimport "C"\n${source}`));
});
