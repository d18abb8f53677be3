import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { Dominators } from "../../../src/flow/cfg/index.js";
import type { Block, ControlFlowGraph } from "../../../src/flow/cfg/index.js";
import { blocksOf, graphOfStatements } from "./go-graph.js";

/** The immediate dominators of all blocks, by index. */
function immediates(statements: string): readonly (number | undefined)[] {
  const graph = graphOfStatements(statements);
  const dominators = new Dominators(graph);
  return graph.blocks.map((block) => dominators.immediate(block)?.index);
}

describe("immediate dominators", () => {
  test("of an entry alone", () => {
    expect(immediates("a()")).toEqual([undefined]);
  });

  test("of branches that meet again", () => {
    expect(immediates("if a { b() } else { c() }; d()")).toEqual([undefined, 0, 0, 0]);
  });

  test("of a loop and what follows it", () => {
    expect(blocksOf("for a { if b { break }; c() }; d()")).toEqual([
      "0: → 1",
      "1: a → 2 if a | 5 if not a",
      "2: b → 3 if b | 4 if not b",
      "3: → 5",
      "4: c() → 1",
      "5: d() → end",
    ]);
    expect(immediates("for a { if b { break }; c() }; d()")).toEqual([undefined, 0, 1, 2, 2, 1]);
  });

  test("of a loop with two entries", () => {
    expect(blocksOf("if a { goto L }; M: b(); L: c(); if d { goto M }")).toEqual([
      "0: a → 1 if a | 2 if not a",
      "1: → 4",
      "2: → 3",
      "3: b() → 4",
      "4: c(); d → 5 if d | 6 if not d",
      "5: → 3",
      "6: → end",
    ]);
    expect(immediates("if a { goto L }; M: b(); L: c(); if d { goto M }")).toEqual([
      undefined,
      0,
      0,
      0,
      0,
      4,
      4,
    ]);
  });
});

/** Statements with all sorts of jumps between a few labels. */
const tangle = fc
  .array(
    fc.oneof(
      fc.tuple(fc.constantFrom("if a { goto L", "goto L"), fc.nat(5)).map(([jump, label]) => {
        return `${jump}${label}${jump.startsWith("if") ? " }" : ""}`;
      }),
      fc.constantFrom("a()", "if a { return }", "switch x { case 1: a(); fallthrough; case 2: }"),
    ),
    { minLength: 12, maxLength: 24 },
  )
  .map((statements) => {
    const every = Math.floor(statements.length / 6);
    return statements.map((text, at) => (at % every === 0 ? `L${at / every}: ${text}` : text)).join("\n");
  });

test("dominance is that no way leads around a block", () => {
  fc.assert(
    fc.property(tangle, (statements) => {
      const graph = graphOfStatements(statements);
      const dominators = new Dominators(graph);
      for (const block of graph.blocks) {
        const around = reachedAround(graph, block);
        const dominated = graph.blocks.filter((other) => dominators.dominates(block, other));
        expect(dominated.map(indexOf)).toEqual(
          graph.blocks.filter((other) => !around.has(other)).map(indexOf),
        );
      }
    }),
  );
});

/** The blocks that ways from the entry lead to without going through a certain block. */
function reachedAround({ entry }: ControlFlowGraph, avoided: Block): ReadonlySet<Block> {
  const reached = new Set<Block>();
  const pending = [entry];
  for (let block = pending.pop(); block; block = pending.pop()) {
    if (block === avoided || reached.has(block)) continue;
    reached.add(block);
    pending.push(...block.edges.map(({ to }) => to));
  }
  return reached;
}

function indexOf({ index }: Block): number {
  return index;
}
