import { describe, expect, test } from "@jest/globals";
import { blocksOf } from "./go-graph.js";

describe("break and continue with a label", () => {
  test("reach the loop that has it", () => {
    expect(
      blocksOf(`
outer:
	for i := range x {
		for {
			if a { continue outer }
			if b { break outer }
		}
	}
	c()
`),
    ).toEqual([
      "0: x → 1",
      "1: → 2 if more | 7 if done",
      "2: i := range x → 3",
      "3: a → 4 if a | 5 if not a",
      "4: → 1",
      "5: b → 6 if b | 3 if not b",
      "6: → 7",
      "7: c() → end",
    ]);
  });

  test("continue with the update of that loop", () => {
    expect(blocksOf("L: for ; ; i++ { switch x { default: continue L } }")).toEqual([
      "0: → 1",
      "1: x; i++ → 1",
    ]);
  });

  test("leave a loop from inside a switch or select", () => {
    expect(blocksOf("L: for { switch x { case 1: break L }; select { case <-c: break L } }; a()")).toEqual([
      "0: x; 1 → 1 if x in [1] | 2 if x not in [1]",
      "1: → 4",
      "2: c → 3 on case <-c",
      "3: <-c → 4",
      "4: a() → end",
    ]);
  });

  test("leave a switch or select that has the label", () => {
    expect(blocksOf("L: switch { case a: for { break L } }; b()")).toEqual([
      "0: a → 1 if a | 2 if not a",
      "1: → 2",
      "2: b() → end",
    ]);
    expect(blocksOf("L: select { case <-c: for { break L } }; b()")).toEqual([
      "0: c → 1 on case <-c",
      "1: <-c; b() → end",
    ]);
  });

  test("find the label in the same function", () => {
    expect(blocksOf("L: for a { f(func() { L: for { break L } }); break L }")).toEqual([
      "0: a → 1 if a | 2 if not a",
      "1: f(func() { L: for { break L } }) → 2",
      "2: → end",
    ]);
  });
});

describe("goto", () => {
  test("leads forward", () => {
    expect(blocksOf("if a { goto done }; b()\ndone: c()")).toEqual([
      "0: a → 1 if a | 2 if not a",
      "1: → 3",
      "2: b() → 3",
      "3: c() → end",
    ]);
  });

  test("leads back", () => {
    expect(blocksOf("retry: a(); if err != nil { goto retry }; b()")).toEqual([
      "0: → 1",
      "1: a(); err != nil → 2 if err != nil | 3 if not err != nil",
      "2: → 1",
      "3: b() → end",
    ]);
  });

  test("leads to the end of the body", () => {
    expect(blocksOf("if a { goto end }; b()\nend:")).toEqual([
      "0: a → 1 if a | 2 if not a",
      "1: → 3",
      "2: b() → 3",
      "3: → end",
    ]);
  });

  test("leads out of loops", () => {
    expect(blocksOf("for { for { goto out } }\nout: a()")).toEqual(["0: a() → end"]);
  });

  test("leads to a loop from its init statement on", () => {
    expect(blocksOf("L: for i := 0; i < n; { goto L }")).toEqual([
      "0: → 1",
      "1: i := 0; i < n → 2 if i < n | 3 if not i < n",
      "2: → 1",
      "3: → end",
    ]);
  });

  test("to itself never ends", () => {
    expect(blocksOf("a(); L: goto L")).toEqual(["0: a() → 1", "1: → 1"]);
  });

  test("reaches a label behind a label", () => {
    expect(blocksOf("A: B: a(); if b { goto A }; goto B")).toEqual([
      "0: → 1",
      "1: → 2",
      "2: a(); b → 3 if b | 4 if not b",
      "3: → 1",
      "4: → 2",
    ]);
  });
});
