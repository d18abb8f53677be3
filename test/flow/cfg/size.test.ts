import { describe, expect, test } from "@jest/globals";
import { Dominators, StepIndex } from "../../../src/flow/cfg/index.js";
import { graphOfStatements } from "./go-graph.js";

const depth = 20_000;
const nested = (open: string, middle: string, close: string): string =>
  open.repeat(depth) + middle + close.repeat(depth);

describe("functions may be nested deeply", () => {
  test.each([
    ["blocks", nested("{", "a()", "}")],
    ["if statements", nested("if a {", "b()", "}")],
    ["chains of else", `if a {} ${"else if b {}".repeat(depth)}`],
    ["endless loops", nested("for {", "a()", "}")],
    ["range loops", nested("for range a {", "b()", "}")],
    ["switches", nested("switch { case a:", "b()", "}")],
    ["selects", nested("select { case <-a:", "b()", "}")],
    ["labels", `${Array.from({ length: depth }, (_, at) => `L${at}:\n`).join("")}a()`],
    ["parentheses in a condition", `if ${nested("(", "a", ")")} {}`],
    ["negations", `if ${"!".repeat(depth)}a {}`],
    ["conjunctions", `if ${"a && ".repeat(depth)}a {}`],
    ["disjunctions to the right", `if ${nested("a || (", "b", ")")} {}`],
  ])("%s", (_, statements) => {
    const graph = graphOfStatements(statements);
    expect(graph.blocks.length).toBeGreaterThan(0);
    expect(new Dominators(graph).immediate(graph.entry)).toBeUndefined();
  });
});

describe("functions may be long", () => {
  test("a switch with many cases", () => {
    const cases = Array.from({ length: 5000 }, (_, at) => `case ${at}: f(${at})`).join("\n");
    const graph = graphOfStatements(`switch x {\n${cases}\n}\nend()`);
    const last = graph.blocks.at(-1);
    expect(last?.steps.map(({ text }) => text)).toEqual(["end()"]);
    expect(new Dominators(graph).immediate(last ?? graph.entry)).toBe(graph.entry);
  });

  test("many statements with as many exits", () => {
    const statement = "if err := f(); err != nil { return err }\n";
    const graph = graphOfStatements(statement.repeat(10_000));
    const steps = new StepIndex(graph);
    const first = graph.entry.steps[0];
    expect(graph.blocks).toHaveLength(20_001);
    expect(first && steps.placeOf(first)).toEqual({ block: graph.entry, position: 0 });
  });

  test("more declarations than a call can have arguments", () => {
    const { entry } = graphOfStatements(`var (${"a=1;".repeat(150_000)})`);
    expect(entry.steps).toHaveLength(150_000);
  });
});
