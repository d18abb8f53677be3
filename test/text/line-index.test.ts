import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { LineIndex } from "../../src/text/line-index.js";

/** Texts in which everything that could end a line, or looks as if it could, is frequent. */
const texts = fc.string({ unit: fc.constantFrom("a", "\n", "\r\n", "\r", "\t", "é", "😀", "\u2028") });

function lines(text: string): string[] {
  const index = new LineIndex(text);
  return Array.from({ length: index.lineCount }, (_, line) => index.lineText(line + 1));
}

describe("lines", () => {
  test.each<[string, string[]]>([
    ["", [""]],
    ["a", ["a"]],
    ["a\n", ["a", ""]],
    ["a\r\nb\r\n", ["a", "b", ""]],
    ["\n\n", ["", "", ""]],
    ["a\rb\nc", ["a\rb", "c"]],
    ["a\r", ["a\r"]],
    ["a\r\r\nb", ["a\r", "b"]],
    ["a\u2028b", ["a\u2028b"]],
  ])("of %j", (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  test("are what lies between line breaks", () => {
    fc.assert(fc.property(texts, (text) => expect(lines(text)).toEqual(text.split(/\r?\n/))));
  });

  test("start after the line break before them", () => {
    const index = new LineIndex("a\r\nbc\nd");
    expect([1, 2, 3].map((line) => index.lineStart(line))).toEqual([0, 3, 6]);
  });

  test.each([0, 4, -1, 1.5])("there is no line %d", (line) => {
    expect(() => new LineIndex("a\nb\n").lineStart(line)).toThrow(RangeError);
  });
});

describe("position", () => {
  test.each<[string, number, number, number]>([
    ["", 0, 1, 1],
    ["ab", 1, 1, 2],
    ["ab", 2, 1, 3],
    ["a\nb", 1, 1, 2],
    ["a\nb", 2, 2, 1],
    ["a\n", 2, 2, 1],
    ["a\r\nb", 3, 2, 1],
    ["a\rb", 2, 1, 3],
    ["\tx", 1, 1, 2],
    ["😀x", 2, 1, 3],
    ["世x", 1, 1, 2],
  ])("in %j at %d", (text, offset, line, column) => {
    expect(new LineIndex(text).position(offset)).toEqual({ line, column });
  });

  test("of an offset outside the text is that of its nearest end", () => {
    const index = new LineIndex("a\nbc");
    expect(index.position(-5)).toEqual({ line: 1, column: 1 });
    expect(index.position(99)).toEqual({ line: 2, column: 3 });
  });

  test("counts the line breaks before it", () => {
    fc.assert(
      fc.property(texts, fc.nat(60), (text, at) => {
        const offset = Math.min(at, text.length);
        const before = text.slice(0, offset).split("\n");
        const last = before.at(-1) ?? "";
        expect(new LineIndex(text).position(offset)).toEqual({
          line: before.length,
          column: last.length + 1,
        });
      }),
    );
  });
});

describe("offset", () => {
  test("is where the position came from", () => {
    fc.assert(
      fc.property(texts, fc.nat(60), (text, at) => {
        const offset = Math.min(at, text.length);
        // Between the two characters of a line break there is no place: it is taken to the line's end.
        const isInsideBreak = text.slice(offset - 1, offset + 1) === "\r\n";
        const index = new LineIndex(text);
        const { line, column } = index.position(offset);
        expect(index.offset(line, column)).toBe(isInsideBreak ? offset - 1 : offset);
      }),
    );
  });

  test("of a column outside the line is that of its nearest end", () => {
    const index = new LineIndex("ab\r\ncd\n");
    expect(index.offset(1, 0)).toBe(0);
    expect(index.offset(1, 99)).toBe(2);
    expect(index.offset(2, 99)).toBe(6);
    expect(index.offset(3, 99)).toBe(7);
  });

  test("needs a line that is there", () => {
    expect(() => new LineIndex("a").offset(2, 1)).toThrow("line 2 of a text of 1 lines");
  });
});
