import { describe, expect, test } from "@jest/globals";
import { StepIndex } from "../../../src/flow/cfg/index.js";
import { graphOfStatements, nodesOf } from "./go-graph.js";

/** Where the graph of some statements has the last node with a text: "block.position". */
function placeOf(text: string, statements: string): string | undefined {
  const graph = graphOfStatements(statements);
  const node = nodesOf(graph.owner.tree).findLast((candidate) => candidate.text === text);
  if (!node) throw new Error(`no ${text} in ${statements}`);
  const place = new StepIndex(graph).placeOf(node);
  return place && `${place.block.index}.${place.position}`;
}

describe("a node belongs to", () => {
  test.each([
    ["the step that it is", "x++", "a(); if c { x++ }", "1.0"],
    ["the step around it", "x", "a(); b(c, x)", "0.1"],
    ["the step that mentions its function literal", "x()", "a(); f(func() { if b { x() } }); c()", "0.1"],
    ["an atom of a condition", "b.c", "if a && b.c == 1 { d() }", "1.0"],
    ["a value of a case", "f(2)", "switch x { case 1, f(2): }", "0.2"],
    ["the operand of a range clause", "c", "for a, b := range c {}", "0.0"],
    ["a variable of a range clause", "b", "for a, b := range c {}", "2.0"],
    ["a communication", "v", "select { case v := <-c: a() }", "1.0"],
    ["a specification", "f()", "var (\n\ta = 1\n\tb = f()\n)", "0.1"],
  ])("%s", (_, text, statements, place) => {
    expect(placeOf(text, statements)).toBe(place);
  });
});

describe("a node belongs to no step", () => {
  test.each([
    ["as a compound statement", "if a { b() }", "if a { b() }"],
    ["as a block", "{ b() }", "if a { b() }"],
    ["as a label", "L", "L: a(); goto L"],
    ["as a jump", "break", "for { a(); break }"],
    ["in code that cannot run", "b()", "a(); return; b()"],
    ["in a constant", "2", "a(); const c = 2; b()"],
    ["outside of the function", "package p", "a()"],
  ])("%s", (_, text, statements) => {
    expect(placeOf(text, statements)).toBeUndefined();
  });
});
