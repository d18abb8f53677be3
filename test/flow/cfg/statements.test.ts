import { describe, expect, test } from "@jest/globals";
import { controlFlowGraph } from "../../../src/flow/cfg/index.js";
import { parser } from "../../go-parser.js";
import { blocksOf, functionsIn, graphOf, linesOf } from "./go-graph.js";

describe("simple statements", () => {
  test("run one after the other, each a whole step", () => {
    expect(
      blocksOf(`
        x, err := f()
        x = 1
        x += 2
        x++
        y--
        c <- x
        go g()
        defer h()
        <-c
      `),
    ).toEqual(["0: x, err := f(); x = 1; x += 2; x++; y--; c <- x; go g(); defer h(); <-c → end"]);
  });

  test("of a var declaration are its specifications", () => {
    expect(blocksOf("var a, b = f()\nvar (\n\tc = g()\n\td int\n)\nvar ()")).toEqual([
      "0: a, b = f(); c = g(); d int → end",
    ]);
  });

  test("that only declare constants and types, or nothing, do not run", () => {
    expect(blocksOf("const c = 1\ntype T struct{}\n;;\na()")).toEqual(["0: a() → end"]);
  });

  test("keep their conditions and function literals to themselves", () => {
    expect(blocksOf("x := a && b\nf(func() { if a { return } })")).toEqual([
      "0: x := a && b; f(func() { if a { return } }) → end",
    ]);
  });
});

describe("bodies", () => {
  test("may be empty", () => {
    expect(blocksOf("")).toEqual(["0: → end"]);
  });

  test("may be missing", () => {
    const [owner] = functionsIn(parser.parse("package p\n\nfunc f(n int) int\n"));
    expect(owner && controlFlowGraph(owner, () => undefined)).toBeUndefined();
  });

  test("are those of functions, methods and literals, each with a graph of its own", () => {
    const tree = parser.parse(`package p

func f() { defer func() { a() }() }

func (t T) m() { b() }
`);
    expect(functionsIn(tree).map((owner) => linesOf(graphOf(owner)))).toEqual([
      ["0: defer func() { a() }() → end"],
      ["0: a() → end"],
      ["0: b() → end"],
    ]);
  });

  test("know their owner and where they begin", () => {
    const [owner] = functionsIn(parser.parse("package p\n\nfunc f() { for { a() } }\n"));
    const graph = owner && graphOf(owner);
    expect(graph?.owner).toBe(owner);
    expect(graph?.entry).toBe(graph?.blocks[0]);
  });
});

describe("nested blocks", () => {
  test("are part of what is around them", () => {
    expect(blocksOf("a()\n{\n\tb()\n\t{\n\t\tc()\n\t}\n}\n{}\nd()")).toEqual(["0: a(); b(); c(); d() → end"]);
  });

  test("may have a label", () => {
    expect(blocksOf("L: { a(); if b { goto L } }; c()")).toEqual([
      "0: → 1",
      "1: a(); b → 2 if b | 3 if not b",
      "2: → 1",
      "3: c() → end",
    ]);
  });
});

describe("an if statement", () => {
  test("leads into its block or past it", () => {
    expect(blocksOf("if a { b() }; c()")).toEqual([
      "0: a → 1 if a | 2 if not a",
      "1: b() → 2",
      "2: c() → end",
    ]);
  });

  test("leads into one of two blocks", () => {
    expect(blocksOf("if a { b() } else { c() }; d()")).toEqual([
      "0: a → 1 if a | 2 if not a",
      "1: b() → 3",
      "2: c() → 3",
      "3: d() → end",
    ]);
  });

  test("runs its init statement first", () => {
    expect(blocksOf("if x, err := f(); err != nil { return }; a()")).toEqual([
      "0: x, err := f(); err != nil → 1 if err != nil | 2 if not err != nil",
      "1: return → return",
      "2: a() → end",
    ]);
  });

  test("goes on to the next one after else", () => {
    expect(blocksOf("if a { b() } else if c := d(); c { e() } else { f() }")).toEqual([
      "0: a → 1 if a | 2 if not a",
      "1: b() → 5",
      "2: c := d(); c → 3 if c | 4 if not c",
      "3: e() → 5",
      "4: f() → 5",
      "5: → end",
    ]);
  });

  test("with nothing in it still evaluates its condition", () => {
    expect(blocksOf("if a() {}")).toEqual(["0: a() → 1 if a() | 2 if not a()", "1: → 2", "2: → end"]);
  });

  test("both of whose blocks leave has nothing after it", () => {
    expect(blocksOf("if a { return } else { panic(1) }; b()")).toEqual([
      "0: a → 1 if a | 2 if not a",
      "1: return → return",
      "2: panic(1) → panic",
    ]);
  });
});
