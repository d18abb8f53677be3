import { expect, test } from "@jest/globals";
import { reachableFrom } from "../../../src/flow/cfg/index.js";
import { graphOfStatements } from "./go-graph.js";

/** For each block, the indices of those that may run after it. */
function reached(statements: string): readonly (readonly number[])[] {
  const { blocks } = graphOfStatements(statements);
  return blocks.map((block) => [...reachableFrom(block)].map(({ index }) => index).toSorted((a, b) => a - b));
}

test("nothing is reached from an exit", () => {
  expect(reached("return")).toEqual([[]]);
});

test("a branch does not reach the other one", () => {
  expect(reached("if a { b() } else { c() }; d()")).toEqual([[1, 2, 3], [3], [3], []]);
});

test("a block reaches itself where a loop leads back to it", () => {
  expect(reached("for a { b() }; c()")).toEqual([[1, 2, 3], [1, 2, 3], [1, 2, 3], []]);
  expect(reached("for { a() }")).toEqual([[1], [1]]);
});
