import { describe, expect, test } from "@jest/globals";
import { checkNames, marksOf, openPackage } from "./go-package.js";

describe("a package", () => {
  test("declares its names in any order", () => {
    checkNames(`
var a/*1*/ = b/*2*/ + f/*3*/()
const b/*2*/ = c/*4*/
func f/*3*/() T/*5*/ { return g/*6*/() }
const c/*4*/ = 1
type T/*5*/ = U/*7*/
func g/*6*/() U/*7*/ { return U/*7*/(a/*1*/) }
type U/*7*/ int`);
  });

  test("is one scope over all of its files", () => {
    checkNames({
      "a.go": "func f/*1*/() { g/*2*/(x/*3*/, y/*4*/) }",
      "b.go": "func g/*2*/(a T/*5*/, b int) { f/*1*/() }",
      "c.go": "var (\n\tx/*3*/ T/*5*/\n\ty/*4*/, z/*6*/ = 1, x/*3*/\n)\ntype T/*5*/ struct{}",
    });
  });

  test("keeps imports and locals of its files apart", () => {
    checkNames({
      "a.go": 'package p\n\nimport "os"\n\nfunc f() { os/*os*/.Exit(x/*1*/) }',
      "b.go": "var x/*1*/ = 1\n\nfunc g() { os/*-*/.Exit(x/*1*/); x/*2*/ := 2; use(x/*2*/) }",
    });
  });

  test("does not let init, blank names or methods be referred to", () => {
    checkNames(`
func init/*-*/() {}
func init/*-*/() {}
var _/*-*/ = 1
func (T/*1*/) method/*-*/() { method/*-*/(); init/*-*/() }
type T/*1*/ struct{}`);
  });
});

describe("of a name that several builds declare, a file sees", () => {
  const variants = {
    "open_linux.go": "func open/*1*/() {}\nfunc here() { open/*1*/() }",
    "open_windows.go": "func open/*2*/() {}\nfunc here() { open/*2*/() }",
    "open_other.go":
      "//go:build !linux && !windows\n\npackage p\n\nfunc open/*3*/() {}\nfunc here() { open/*3*/() }",
  };

  test("the one of its own build", () => {
    checkNames(variants);
  });

  test("the one of any build that it shares", () => {
    checkNames({
      ...variants,
      "use_windows_amd64.go": "func use() { open/*2*/() }",
      "use.go": "//go:build darwin || plan9\n\npackage p\n\nfunc use() { open/*3*/() }",
      "all.go": "func all() { open/*1*/() }",
    });
  });

  test("its own, though no build has the file", () => {
    checkNames({
      "a.go": "func open/*1*/() {}",
      "b_linux.go": "//go:build windows\n\npackage p\n\nfunc open/*2*/() { open/*2*/() }",
    });
  });

  test("none that only other builds have, but then what Go declares itself", () => {
    checkNames({
      "min.go":
        "//go:build !go1.21\n\npackage p\n\nfunc min/*1*/(a, b int) int { return a }\nvar m = min/*1*/(1, 2)",
      "a.go": "//go:build go1.21\n\npackage p\n\nvar n = min/*universe*/(1, 2)",
      "b_linux.go": "var onlyHere/*2*/ = 1",
      "b_windows.go": "var x = onlyHere/*-*/",
    });
  });
});

describe("the identifiers of an object", () => {
  const { semantics, trees } = openPackage({
    "a.go": "var x/*x*/ = 1\n\nfunc f(a/*a*/ int) { use(x, a); x := a; use(x) }",
    "b.go": "func g() { x = x + 1 }",
  });
  const marked = new Map(
    trees.flatMap(marksOf).map(([name, mark]) => [mark, semantics.file(name.tree).objectOf(name)]),
  );
  const places = (mark: string): string[] => {
    const object = marked.get(mark);
    if (!object) throw new Error(`${mark} is unknown`);
    return semantics
      .identifiersOf(object)
      .map(({ tree, start, text }) => `${trees.indexOf(tree)}:${start} ${text}`);
  };

  test("are found in all files, its declaration first", () => {
    expect(places("x")).toEqual(["0:15 x", "0:52 x", "1:22 x", "1:26 x"]);
  });

  test("of a local variable are those in its function", () => {
    expect(places("a")).toEqual(["0:34 a", "0:55 a", "0:64 a"]);
  });
});

describe("the index", () => {
  const { semantics } = openPackage({
    "a.go": "type T struct{}\nfunc (T) A() {}\nfunc (t *T) B() {}\nfunc (t *(T)) C() {}\nvar x, y = 1, 2",
    "b.go": "type G[K any] struct{}\nfunc (g *G[K]) A() {}\nfunc (G[_]) B() {}\nfunc f() {}\nfunc f() {}",
  });
  const { index } = semantics;

  test("has the methods of a type, whatever their receivers look like", () => {
    const found = ["T.A", "T.B", "T.C", "G.A", "G.B", "T.Missing", "Missing.A"].filter((name) => {
      const [type = "", method = ""] = name.split(".");
      return index.methods(type, method).length > 0;
    });
    expect(found).toEqual(["T.A", "T.B", "T.C", "G.A", "G.B"]);
  });

  test("has every declaration of a name", () => {
    expect(index.lookup("f")).toHaveLength(2);
    expect(index.lookup("y").map(({ kind, name, level }) => [kind, name, level])).toEqual([
      ["variable", "y", "package"],
    ]);
    expect(index.lookup("missing")).toEqual([]);
  });

  test("knows what an identifier declares", () => {
    const [y] = index.lookup("y");
    expect(y?.identifier && index.declaredBy(y.identifier)).toBe(y);
    expect(y?.declaration && index.declaredBy(y.declaration)).toBeUndefined();
  });
});
