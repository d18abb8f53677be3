import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { Field, kindNames, tokenNames } from "../../src/syntax/index.js";
import type { SyntaxTree } from "../../src/syntax/index.js";
import { parser } from "../go-parser.js";
import { goText, snippets } from "./go-text.js";

/** What is wrong with a tree's arena, in words. */
function brokenInvariants({ arena, text }: SyntaxTree): string[] {
  const { size, kinds, fields, starts, ends, parents, subtreeEnds } = arena;
  const broken: string[] = [];
  /** Nodes that are not over yet, the innermost last. */
  const around: number[] = [];
  for (let id = 0; id < size; id++) {
    while (around.length > 0 && subtreeEnds[around.at(-1) as number] === id) around.pop();
    const parent = around.at(-1);
    const next = subtreeEnds[id] as number;
    const [start, end] = [starts[id] as number, ends[id] as number];
    const rules = {
      "the first node alone is the root": (parent === undefined) === (id === 0),
      "its parent is the innermost node around it": parents[id] === (parent ?? -1),
      "its subtree lies in its parent's":
        id < next && next <= (parent === undefined ? size : (subtreeEnds[parent] as number)),
      "it spans a stretch of the text": start <= end && end <= text.length,
      "its parent spans it":
        parent === undefined || (start >= (starts[parent] as number) && end <= (ends[parent] as number)),
      "its next sibling begins after it":
        next === size || parents[next] !== parent || end <= (starts[next] as number),
      "its kind is known": (kinds[id] as number) < kindNames.length + tokenNames.length,
      "its field is known": (fields[id] as number) <= Object.keys(Field).length,
    };
    for (const [rule, holds] of Object.entries(rules)) if (!holds) broken.push(`node ${id}: ${rule}`);
    around.push(id);
  }
  return broken;
}

describe("an arena", () => {
  test.each(snippets)("of sound Go is a tree in document order: %#", (text) => {
    const tree = parser.parse(text);
    expect(tree.errors).toEqual([]);
    expect(brokenInvariants(tree)).toEqual([]);
  });

  test("of a conversion with more than the grammar expects is a tree in document order", () => {
    expect(brokenInvariants(parser.parse("p[K](map[K]V,V)"))).toEqual([]);
  });

  test("of any text is a tree in document order", () => {
    const property = fc.property(goText, (text) => expect(brokenInvariants(parser.parse(text))).toEqual([]));
    fc.assert(property, { numRuns: 500 });
  });

  test("of one tree is not touched by parsing the next", () => {
    const first = parser.parse("package p\n\nvar x = 1\n");
    const kinds = [...first.arena.kinds];
    parser.parse("package q\n\nfunc f() {}\n");
    expect([...first.arena.kinds]).toEqual(kinds);
  });
});
