import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { Block } from "../../../src/flow/cfg/index.js";
import { blocksOf, graphOfStatements } from "./go-graph.js";

describe("a condition is taken apart", () => {
  test("at &&", () => {
    expect(blocksOf("if a && b { c() }")).toEqual([
      "0: a → 1 if a | 3 if not a",
      "1: b → 2 if b | 3 if not b",
      "2: c() → 3",
      "3: → end",
    ]);
  });

  test("at ||", () => {
    expect(blocksOf("if a || b { c() }")).toEqual([
      "0: a → 2 if a | 1 if not a",
      "1: b → 2 if b | 3 if not b",
      "2: c() → 3",
      "3: → end",
    ]);
  });

  test("at !, which swaps the ways on", () => {
    expect(blocksOf("if !a { b() } else { c() }")).toEqual([
      "0: a → 1 if a | 2 if not a",
      "1: c() → 3",
      "2: b() → 3",
      "3: → end",
    ]);
  });

  test("through parentheses and several negations", () => {
    expect(blocksOf("if !(!(a) || (!b)) { c() }")).toEqual([
      "0: a → 1 if a | 3 if not a",
      "1: b → 2 if b | 3 if not b",
      "2: c() → 3",
      "3: → end",
    ]);
  });

  test("but not into other operators or calls", () => {
    expect(blocksOf("if f(a && b) == (c || d) { e() }")).toEqual([
      "0: f(a && b) == (c || d) → 1 if f(a && b) == (c || d) | 2 if not f(a && b) == (c || d)",
      "1: e() → 2",
      "2: → end",
    ]);
  });
});

describe("a literal condition leaves one way", () => {
  test.each([
    ["if true { a() } else { b() }", "0: a() → end"],
    ["if false { a() } else { b() }", "0: b() → end"],
    ["if !true { a() }", "0: → end"],
    ["if (false || !(false)) && true { a() } else { b() }", "0: a() → end"],
    ["if false && a { b() }", "0: → end"],
    ["for false { a() }", "0: → end"],
    ["for true { return }", "0: return → return"],
  ])("%s", (statements, block) => {
    expect(blocksOf(statements)).toEqual([block]);
  });

  test("and the rest is decided as ever", () => {
    expect(blocksOf("if true && a { b() } else { c() }")).toEqual([
      "0: a → 1 if a | 2 if not a",
      "1: b() → 3",
      "2: c() → 3",
      "3: → end",
    ]);
  });
});

interface Sample {
  readonly text: string;
  /** Evaluates as Go does and notes the names that it looked at. */
  readonly evaluate: (values: Values, seen: string[]) => boolean;
}
type Values = Readonly<Record<string, boolean>>;

const { condition } = fc.letrec<{ condition: Sample }>((tie) => {
  const operand = tie("condition");
  return {
    condition: fc.oneof(
      { depthSize: "medium", withCrossShrink: true },
      fc.constantFrom("a", "b", "c", "d", "true", "false").map(atom),
      fc.tuple(operand, operand).map(([left, right]): Sample => ({
        text: `(${left.text} && ${right.text})`,
        evaluate: (values, seen) => left.evaluate(values, seen) && right.evaluate(values, seen),
      })),
      fc.tuple(operand, operand).map(([left, right]): Sample => ({
        text: `(${left.text} || ${right.text})`,
        evaluate: (values, seen) => left.evaluate(values, seen) || right.evaluate(values, seen),
      })),
      operand.map((inner): Sample => ({
        text: `!${inner.text}`,
        evaluate: (values, seen) => !inner.evaluate(values, seen),
      })),
    ),
  };
});

function atom(text: string): Sample {
  return {
    text,
    evaluate: (values, seen) => {
      if (text === "true" || text === "false") return text === "true";
      seen.push(text);
      return values[text] === true;
    },
  };
}

/** The names of the steps on the one way through a graph on which names have certain values. */
function stepsOnWay(entry: Block, values: Values): readonly string[] {
  const steps: string[] = [];
  let block: Block | undefined = entry;
  while (block) {
    steps.push(...block.steps.map(({ text }) => text));
    block = block.edges.find(({ assumption }) => {
      if (assumption?.kind !== "condition") return true;
      return values[assumption.expression.text] === assumption.holds;
    })?.to;
  }
  return steps;
}

test("conditions are evaluated in Go's order, and no further than Go does", () => {
  const values = fc.record({ a: fc.boolean(), b: fc.boolean(), c: fc.boolean(), d: fc.boolean() });
  fc.assert(
    fc.property(condition, values, (sample, given) => {
      const { entry } = graphOfStatements(`if ${sample.text} { yes() } else { no() }`);
      const seen: string[] = [];
      const outcome = sample.evaluate(given, seen) ? "yes()" : "no()";
      expect(stepsOnWay(entry, given)).toEqual([...seen, outcome]);
    }),
  );
});
