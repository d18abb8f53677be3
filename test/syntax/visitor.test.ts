import { describe, expect, test } from "@jest/globals";
import { VisitorTable } from "../../src/syntax/index.js";
import type { Visitors } from "../../src/syntax/index.js";
import { parser } from "../go-parser.js";

const tree = parser.parse("package p\n\nfunc f() {\n\tg(h(1))\n\tk()\n}\n");

function walk(...visitors: Visitors[]): void {
  const table = new VisitorTable();
  for (const each of visitors) table.add(each);
  table.walk(tree);
}

describe("a walk", () => {
  test("enters nodes in source order and leaves them after all inside them", () => {
    const seen: string[] = [];
    walk({
      source_file: () => seen.push("file"),
      block: () => seen.push("block"),
      call_expression: (call) => seen.push(call.function.text),
      "call_expression:exit": (call) => seen.push(`/${call.function.text}`),
      "block:exit": () => seen.push("/block"),
      int_literal: (literal) => seen.push(literal.text),
      "source_file:exit": () => seen.push("/file"),
    });
    expect(seen.join(" ")).toBe("file block g h 1 /h /g k /k /block /file");
  });

  test("leaves nodes that end together from the inside out", () => {
    const seen: string[] = [];
    const leave = (node: { readonly kind: string }): void => void seen.push(node.kind);
    walk({
      "expression_statement:exit": leave,
      "call_expression:exit": leave,
      "argument_list:exit": leave,
      "int_literal:exit": leave,
    });
    expect(seen.slice(0, 6)).toEqual([
      "int_literal",
      "argument_list",
      "call_expression",
      "argument_list",
      "call_expression",
      "expression_statement",
    ]);
  });

  test("serves many visitors, in the order in which they were added", () => {
    const seen: string[] = [];
    walk(
      { call_expression: (call) => seen.push(`1 ${call.function.text}`) },
      { call_expression: (call) => seen.push(`2 ${call.function.text}`) },
    );
    expect(seen).toEqual(["1 g", "2 g", "1 h", "2 h", "1 k", "2 k"]);
  });

  test("visits errors", () => {
    const seen: string[] = [];
    const table = new VisitorTable();
    table.add({ ERROR: (node) => seen.push(node.text) });
    table.walk(parser.parse("package p\n\nfunc f() { ) }\n"));
    expect(seen).toEqual([")"]);
  });

  test("passes over visitors that are undefined", () => {
    expect(() => walk({ call_expression: undefined } as unknown as Visitors)).not.toThrow();
  });

  test("goes to any depth", () => {
    const depth = 20_000;
    let entered = 0;
    let left = 0;
    const table = new VisitorTable();
    table.add({ parenthesized_expression: () => entered++, "parenthesized_expression:exit": () => left++ });
    table.walk(parser.parse(`package p\n\nvar x = ${"(".repeat(depth)}1${")".repeat(depth)}\n`));
    expect([entered, left]).toEqual([depth, depth]);
  });
});

function fail(): never {
  throw new Error("broken rule");
}

describe("a guard", () => {
  test("runs each visitor and may keep what it throws", () => {
    const thrown: unknown[] = [];
    const seen: string[] = [];
    const table = new VisitorTable();
    table.add({ call_expression: fail, "call_expression:exit": fail }, (run) => {
      try {
        run();
      } catch (error) {
        thrown.push(error);
      }
    });
    table.add({ call_expression: (call) => seen.push(call.function.text) });
    table.walk(tree);
    expect(thrown).toHaveLength(6);
    expect(seen).toEqual(["g", "h", "k"]);
  });
});

describe("a visitor's key", () => {
  test.each([
    "call",
    "call_expression:enter",
    "call_expression:",
    ":exit",
    "call_expression:exit:exit",
    "CallExpression",
  ])("is not %j", (key) => {
    const visitors = { [key]: () => undefined } as Visitors;
    expect(() => new VisitorTable().add(visitors)).toThrow(`"${key}" is no kind of syntax node`);
  });
});
