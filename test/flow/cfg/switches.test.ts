import { describe, expect, test } from "@jest/globals";
import { blocksOf } from "./go-graph.js";

describe("a switch with a subject", () => {
  test("tests its cases in order", () => {
    expect(blocksOf("switch x { case 1: a(); case f(), 3: b() }; c()")).toEqual([
      "0: x; 1 → 1 if x in [1] | 2 if x not in [1]",
      "1: a() → 4",
      "2: f(); 3 → 3 if x in [f(), 3] | 4 if x not in [f(), 3]",
      "3: b() → 4",
      "4: c() → end",
    ]);
  });

  test("takes its default when no case is taken, wherever it stands", () => {
    const graph = [
      "0: x; 1 → 1 if x in [1] | 2 if x not in [1]",
      "1: a() → 5",
      "2: 2 → 3 if x in [2] | 4 if x not in [2]",
      "3: b() → 5",
      "4: c() → 5",
      "5: d() → end",
    ];
    expect(blocksOf("switch x { case 1: a(); case 2: b(); default: c() }; d()")).toEqual(graph);
    expect(blocksOf("switch x { case 1: a(); default: c(); case 2: b() }; d()")).toEqual(graph);
    expect(blocksOf("switch x { default: c(); case 1: a(); case 2: b() }; d()")).toEqual(graph);
  });

  test("runs its init statement first", () => {
    expect(blocksOf("switch x := f(); x.y { case nil: a() }")).toEqual([
      "0: x := f(); x.y; nil → 1 if x.y in [nil] | 2 if x.y not in [nil]",
      "1: a() → 2",
      "2: → end",
    ]);
  });

  test("with a default alone", () => {
    expect(blocksOf("switch f() { default: a() }; b()")).toEqual(["0: f(); a(); b() → end"]);
  });

  test("without cases still evaluates its subject", () => {
    expect(blocksOf("switch f() {}; a()")).toEqual(["0: f(); a() → end"]);
  });

  test("whose cases all leave has nothing after it", () => {
    expect(blocksOf("switch x { case 1: return; default: panic(1) }; a()")).toEqual([
      "0: x; 1 → 1 if x in [1] | 2 if x not in [1]",
      "1: return → return",
      "2: panic(1) → panic",
    ]);
  });
});

describe("fallthrough", () => {
  test("leads into the next clause of the source", () => {
    expect(blocksOf("switch x { case 1: a(); fallthrough; case 2: b() }")).toEqual([
      "0: x; 1 → 1 if x in [1] | 2 if x not in [1]",
      "1: a() → 3",
      "2: 2 → 3 if x in [2] | 4 if x not in [2]",
      "3: b() → 4",
      "4: → end",
    ]);
  });

  test("leads into the default and out of it", () => {
    expect(blocksOf("switch x { case 1: fallthrough; default: a(); fallthrough; case 2: b() }")).toEqual([
      "0: x; 1 → 1 if x in [1] | 2 if x not in [1]",
      "1: → 3",
      "2: 2 → 4 if x in [2] | 3 if x not in [2]",
      "3: a() → 4",
      "4: b() → end",
    ]);
  });
});

describe("a switch without a subject", () => {
  test.each(["switch", "switch true"])("takes its cases for conditions: %s", (head) => {
    expect(blocksOf(`${head} { case a && b: c(); case d: e() }`)).toEqual([
      "0: a → 1 if a | 3 if not a",
      "1: b → 2 if b | 3 if not b",
      "2: c() → 5",
      "3: d → 4 if d | 5 if not d",
      "4: e() → 5",
      "5: → end",
    ]);
  });

  test("tests the values of a case one by one", () => {
    expect(blocksOf("switch { case err == nil, !a: b(); default: c() }")).toEqual([
      "0: err == nil → 3 if err == nil | 1 if not err == nil",
      "1: a → 2 if a | 3 if not a",
      "2: c() → 4",
      "3: b() → 4",
      "4: → end",
    ]);
  });

  test("runs its init statement first", () => {
    expect(blocksOf("switch err := f(); { case err != nil: return }")).toEqual([
      "0: err := f(); err != nil → 1 if err != nil | 2 if not err != nil",
      "1: return → return",
      "2: → end",
    ]);
  });

  test("takes a case that is always true", () => {
    expect(blocksOf("switch { case a: b(); case true: c(); default: d() }")).toEqual([
      "0: a → 1 if a | 2 if not a",
      "1: b() → 3",
      "2: c() → 3",
      "3: → end",
    ]);
  });

  test("with nothing in it does nothing", () => {
    expect(blocksOf("switch {}")).toEqual(["0: → end"]);
  });
});

describe("a type switch", () => {
  test("tests types in order, nil among them", () => {
    expect(blocksOf("switch x.(type) { case nil: a(); case int, *T: b(); default: c() }; d()")).toEqual([
      "0: x → 1 if x of [nil] | 2 if x not of [nil]",
      "1: a() → 5",
      "2: → 3 if x of [int, *T] | 4 if x not of [int, *T]",
      "3: b() → 5",
      "4: c() → 5",
      "5: d() → end",
    ]);
  });

  test("may have a name for the value, and an init statement", () => {
    expect(blocksOf("switch x := f(); y := x.(type) { case error: a(y) }")).toEqual([
      "0: x := f(); x → 1 if x of [error] | 2 if x not of [error]",
      "1: a(y) → 2",
      "2: → end",
    ]);
  });

  test("is left by break", () => {
    expect(blocksOf("switch f().(type) { case int: if a { break }; b() }; c()")).toEqual([
      "0: f() → 1 if f() of [int] | 4 if f() not of [int]",
      "1: a → 2 if a | 3 if not a",
      "2: → 4",
      "3: b() → 4",
      "4: c() → end",
    ]);
  });
});
