import { describe, expect, test } from "@jest/globals";
import type { Callee } from "../../src/semantics/index.js";
import { openPackage } from "./go-package.js";
import type { Sources } from "./go-package.js";

/** What the calls of a package's first file call, in source order. */
function callees(sources: Sources | string): string[] {
  const { semantics, trees } = openPackage(typeof sources === "string" ? { "a.go": sources } : sources);
  const [tree] = trees;
  if (!tree) throw new Error("no file");
  expect(tree.errors).toEqual([]);
  const nodes = Array.from({ length: tree.arena.size }, (_, id) => tree.node(id));
  return nodes
    .filter((node) => node.kind === "call_expression")
    .map((call) => describeCallee(semantics.file(tree).callee(call)));
}

function describeCallee(callee: Callee | undefined): string {
  if (!callee) return "unknown";
  switch (callee.kind) {
    case "literal":
      return `literal ${callee.literal.text}`;
    case "value":
      return `value ${callee.object.kind} ${callee.object.name}`;
    case "declared":
      return `declared ${callee.name} ×${callee.declarations.length}`;
    default:
      return `${callee.kind} ${callee.name}`;
  }
}

describe("a call calls", () => {
  test("functions of imported packages, by their full path", () => {
    expect(
      callees(`package p

import (
	"net/http"
	o "os"
)

func f() { http.Get(""); o.Open(""); (o).Create(""); (o.Remove)("") }`),
    ).toEqual(["imported net/http.Get", "imported os.Open", "imported os.Create", "imported os.Remove"]);
  });

  test("functions of the package", () => {
    expect(callees({ "a.go": "func f() { f(); g(); (g)() }", "b.go": "func g() {}" })).toEqual([
      "declared f ×1",
      "declared g ×1",
      "declared g ×1",
    ]);
  });

  test("generic functions, with their type arguments or without", () => {
    expect(callees("func f[T any](...T) { f(); f[T](); f[int](0); f[p.T]() }")).toEqual([
      "declared f ×1",
      "declared f ×1",
      "declared f ×1",
      "declared f ×1",
    ]);
  });

  test("one function of many builds", () => {
    expect(
      callees({
        "a.go": "func f() { g() }",
        "b_linux.go": "func g() {}",
        "b_windows.go": "func g() {}",
      }),
    ).toEqual(["declared g ×2"]);
    expect(
      callees({
        "a_linux.go": "func f() { g() }",
        "b_linux.go": "func g() {}",
        "b_windows.go": "func g() {}",
      }),
    ).toEqual(["declared g ×1"]);
  });

  test("function literals", () => {
    expect(callees("func f() { func() {}(); (func() { })() }")).toEqual([
      "literal func() {}",
      "literal func() { }",
    ]);
  });

  test("builtins, unless something hides them", () => {
    expect(callees("func f(c chan int) { close(c); panic(1) }")).toEqual(["builtin close", "builtin panic"]);
    expect(callees("func close(int) {}\nfunc f() { close(1) }")).toEqual(["declared close ×1"]);
    expect(callees("func f(panic func(int)) { panic(1) }")).toEqual(["value variable panic"]);
  });

  test("values, and types in conversions", () => {
    expect(callees("type T int\nvar v func()\nfunc f(x func(), y int) { x(); v(); T(y); int(y) }")).toEqual([
      "value variable x",
      "value variable v",
      "value type-name T",
      "value type-name int",
    ]);
  });

  test("methods of types of the package, where the type is written down", () => {
    expect(
      callees(`
type T struct{}
func (T) m() {}
type G[K any] struct{}
func (*G[K]) m() {}
var global T
func (t *T) f(a T, b *T, g G[int]) {
	t.m(); a.m(); b.m(); g.m(); global.m()
	x := T{}; y := &T{}; z := new(T); var v T; var w = &G[int]{}
	x.m(); y.m(); z.m(); v.m(); w.m(); (x).m()
}`).filter((callee) => !callee.startsWith("builtin")),
    ).toEqual(["T", "T", "T", "G", "T", "T", "T", "T", "T", "G", "T"].map((type) => `declared ${type}.m ×1`));
  });

  test("no method of the package's type where another type has its name", () => {
    expect(
      callees(`
type T struct{}
func (T) m() {}
func f[T interface{ m() }](x T) { x.m() }
func g() {
	type T struct{ m func() }
	x, y := T{}, &T{}
	x.m(); y.m()
}
func h(p struct{ T func() }) { p.T() }`),
    ).toEqual(["imported example.com/p.(interface).m", "unknown", "unknown", "unknown"]);
  });

  test("something unknown, where names alone cannot tell", () => {
    expect(
      callees(
        "func f(x T, s []func()) { x.m(); x.y.m(); g()(); s[0](); missing(); T.m(x); x.(I).m() }",
      ).filter((callee) => callee !== "unknown"),
    ).toEqual([]);
  });
});
