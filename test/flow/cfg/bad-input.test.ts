import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { ControlFlowGraph } from "../../../src/flow/cfg/index.js";
import { parser } from "../../go-parser.js";
import { goText } from "../../syntax/go-text.js";
import { functionOf, functionsIn, graphOf, linesOf } from "./go-graph.js";

const linesOfBroken = (statements: string): readonly string[] => linesOf(graphOf(functionOf(statements)));

describe("what the parser could not make sense of", () => {
  test("is a step where a statement may have been", () => {
    expect(linesOfBroken("a()\nif x := 1 { b() }\nc()")).toEqual(["0: a(); if x := 1; b(); c() → end"]);
  });

  test("comes before the statement in whose head it is", () => {
    expect(linesOfBroken("switch x 5 { case 1: a() }")).toEqual([
      "0: 5; x; 1 → 1 if x in [1] | 2 if x not in [1]",
      "1: a() → 2",
      "2: → end",
    ]);
  });

  test("may be the condition of a loop, which then may end", () => {
    expect(linesOfBroken("for i := 0 { a() }; b()")).toEqual([
      "0: i := 0 → 1",
      "1: → 2 | 3",
      "2: a() → 1",
      "3: b() → end",
    ]);
  });

  test("may be a missing operand", () => {
    expect(linesOfBroken("if a && { b() }")).toEqual([
      "0: a → 1 if a | 3 if not a",
      "1:  → 2 if  | 3 if not ",
      "2: b() → 3",
      "3: → end",
    ]);
  });
});

describe("jumps that Go refuses", () => {
  test.each(["break", "continue", "fallthrough", "goto L", "break L", "continue L"])(
    "lead nowhere: %s",
    (jump) => {
      expect(linesOfBroken(`a(); ${jump}; b()`)).toEqual(["0: a() → nowhere"]);
    },
  );

  test("find one of two labels with one name", () => {
    expect(linesOfBroken("L: a(); L: b(); goto L")).toEqual(["0: a() → 1", "1: b() → 1"]);
  });

  test("fall through the last clause to what follows", () => {
    expect(linesOfBroken("switch x { default: a(); fallthrough }; b()")).toEqual(["0: x; a(); b() → end"]);
  });
});

/** Holds for any graph, whatever the text. */
function expectWellFormed({ owner, entry, blocks }: ControlFlowGraph): void {
  expect(entry).toBe(blocks[0]);
  expect(blocks.map(({ index }) => index)).toEqual(blocks.map((_, index) => index));
  const steps = blocks.flatMap((block) => block.steps);
  expect(new Set(steps).size).toBe(steps.length);
  expect(steps.every((step) => owner.body?.contains(step))).toBe(true);
  expect(blocks.filter(({ exit, edges }) => exit && edges.length > 0)).toEqual([]);
  const entered = new Set([entry]);
  for (const block of blocks) {
    expect(entered.has(block)).toBe(true);
    for (const { to } of block.edges) {
      expect(blocks[to.index]).toBe(to);
      entered.add(to);
    }
  }
}

test("any text has well-formed graphs, with a way to each block through blocks before it", () => {
  fc.assert(
    fc.property(goText, (text) => {
      for (const owner of functionsIn(parser.parse(text))) {
        if (owner.body) expectWellFormed(graphOf(owner));
      }
    }),
  );
});
