import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { applyEdits, compatible } from "../../src/text/edit.js";
import type { Edit } from "../../src/text/edit.js";

const edit = (start: number, end: number, text: string): Edit => ({ start, end, text });

describe("applyEdits", () => {
  test.each<[string, Edit[], string]>([
    ["nothing", [], "abcdef"],
    ["a replacement", [edit(1, 3, "X")], "aXdef"],
    ["a deletion", [edit(0, 2, "")], "cdef"],
    ["an insertion", [edit(2, 2, "X")], "abXcdef"],
    ["insertions at both ends", [edit(6, 6, ">"), edit(0, 0, "<")], "<abcdef>"],
    ["edits in any order", [edit(4, 5, "Y"), edit(0, 1, "X")], "XbcdYf"],
    ["edits that touch", [edit(1, 3, "X"), edit(3, 5, "Y")], "aXYf"],
    ["insertions at one place, in the order given", [edit(2, 2, "1"), edit(2, 2, "2")], "ab12cdef"],
    ["an insertion before a replacement", [edit(2, 4, "X"), edit(2, 2, "1")], "ab1Xef"],
    ["an insertion after a replacement", [edit(4, 4, "1"), edit(2, 4, "X")], "abX1ef"],
  ])("applies %s", (_, edits, expected) => {
    expect(applyEdits("abcdef", edits)).toBe(expected);
  });

  test.each<[string, Edit[]]>([
    ["overlap", [edit(0, 3, "X"), edit(2, 4, "Y")]],
    ["are the same", [edit(0, 3, "X"), edit(0, 3, "X")]],
    ["insert into what another replaces", [edit(1, 4, "X"), edit(2, 2, "Y")]],
    ["begin before the text", [edit(-1, 2, "X")]],
    ["end after the text", [edit(5, 7, "X")]],
    ["end before they begin", [edit(3, 2, "X")]],
  ])("throws when edits %s", (_, edits) => {
    expect(() => applyEdits("abcdef", edits)).toThrow(RangeError);
  });

  test("leaves the edits as they are", () => {
    const edits = Object.freeze([edit(4, 5, "Y"), edit(0, 1, "X")]);
    applyEdits("abcdef", edits);
    expect(edits[0]?.start).toBe(4);
  });

  test("keeps what is between edits and replaces what is in them", () => {
    const part = fc.record({
      kept: fc.string({ minLength: 1 }),
      removed: fc.string(),
      inserted: fc.string(),
    });
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const edits: Edit[] = [];
        let before = "";
        for (const { kept, removed, inserted } of parts) {
          const start = before.length + kept.length;
          edits.push(edit(start, start + removed.length, inserted));
          before += kept + removed;
        }
        const after = parts.map(({ kept, inserted }) => kept + inserted).join("");
        expect(applyEdits(before, edits.toReversed())).toBe(after);
      }),
    );
  });
});

function change(...edits: Edit[]): { readonly edits: readonly Edit[] } {
  return { edits };
}

describe("compatible", () => {
  test("takes the first of those that touch the same place", () => {
    const [one, other, third] = [change(edit(0, 3, "x")), change(edit(2, 4, "y")), change(edit(5, 6, "z"))];
    expect(compatible([one, other, third])).toEqual([one, third]);
    expect(compatible([other, one, third])).toEqual([other, third]);
  });

  test("takes one of two insertions at the same place", () => {
    const [one, other] = [change(edit(4, 4, "a")), change(edit(4, 4, "b"))];
    expect(compatible([one, other])).toEqual([one]);
  });

  test("takes a change with all of its edits or not at all", () => {
    const [one, other] = [change(edit(0, 1, "a")), change(edit(1, 2, "b"), edit(8, 9, "c"))];
    const third = change(edit(8, 9, "d"));
    expect(compatible([one, other, third])).toEqual([one, third]);
  });
});
