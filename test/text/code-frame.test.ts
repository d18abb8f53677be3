import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { codeFrame, lineExcerpt } from "../../src/text/code-frame.js";
import { LineIndex } from "../../src/text/line-index.js";
import { displayWidth } from "../../src/text/terminal.js";

/** The frame of a text in which `«` and `»` enclose the region. */
function frameOf(marked: string): string[] {
  const start = marked.indexOf("«");
  const end = marked.indexOf("»") - 1;
  const lines = new LineIndex(marked.replace(/[«»]/g, ""));
  return codeFrame(lines, { from: lines.position(start), to: lines.position(end) });
}

describe("codeFrame", () => {
  test("numbers the lines around the region and underlines it", () => {
    expect(frameOf("one\ntwo\nf := «os.Open(name)»\nfour\nfive")).toEqual([
      "2 | two",
      "3 | f := os.Open(name)",
      "  |      ^^^^^^^^^^^^^",
      "4 | four",
    ]);
  });

  test("aligns line numbers of different length and leaves out blank neighbours", () => {
    const before = "\n".repeat(8);
    expect(frameOf(`${before}nine\n«ten»\n   \n`)).toEqual([" 9 | nine", "10 | ten", "   | ^^^"]);
  });

  test("spells out tabs by tab stops", () => {
    expect(frameOf("\t«f»(x,\ty)")).toEqual(["1 |     f(x,    y)", "  |     ^"]);
    expect(frameOf("ab\t«f»")).toEqual(["1 | ab  f", "  |     ^"]);
  });

  test.each([
    ["CJK", 's := "日本" + «世界»', '1 | s := "日本" + 世界', "  |               ^^^^"],
    ["emoji", '"👍🏽", «x»', '1 | "👍🏽", x', "  |       ^"],
    ["a joined emoji", "«👨‍👩‍👧»!", "1 | 👨‍👩‍👧!", "  | ^^"],
    ["combining marks", "e\u0301 «e\u0301»", "1 | e\u0301 e\u0301", "  |   ^"],
  ])("underlines by display width: %s", (_, marked, code, marker) => {
    expect(frameOf(marked)).toEqual([code, marker]);
  });

  test("makes control characters visible and counts them as shown", () => {
    expect(frameOf("a\u001b[31m\u202e «b»")).toEqual(["1 | a␛[31m<U+202E> b", "  |                ^"]);
  });

  test("knows CRLF, and a lone CR as no line break", () => {
    expect(frameOf("a\r\n«b»\rc\r\nd\r\n")).toEqual(["1 | a", "2 | b␍c", "  | ^", "3 | d"]);
  });

  test("underlines an empty region, also at the end of a line", () => {
    expect(frameOf("ab«»c")).toEqual(["1 | abc", "  |   ^"]);
    expect(frameOf("ab«»\n")).toEqual(["1 | ab", "  |   ^"]);
  });

  test("shows the first lines of a long region", () => {
    expect(frameOf("go «func() {\n\tx()\n\ty()\n}»()")).toEqual([
      "1 | go func() {",
      "  |    ^^^^^^^^",
      "2 |     x()",
      "  |     ^^^",
    ]);
  });

  test("cuts a very long line around the region", () => {
    const [code = "", marker = ""] = frameOf(`${"a".repeat(5000)}«here»${"b".repeat(5000)}`);
    expect(code.length).toBeLessThan(200);
    expect(code).toMatch(/^1 \| …a+hereb+…$/);
    expect(marker.indexOf("^")).toBe(code.indexOf("here"));
    expect(marker.trimEnd()).toMatch(/[^^]\^{4}$/);
  });

  test("cuts no character in two", () => {
    for (const lead of ["", "a"]) {
      expect(frameOf(`${lead}${"👍".repeat(200)}«x»${"👍".repeat(200)}`).join("")).not.toMatch(
        /\p{Surrogate}/u,
      );
    }
  });

  test("is empty when the text has become too short", () => {
    const range = { from: { line: 7, column: 1 }, to: { line: 7, column: 2 } };
    expect(codeFrame(new LineIndex("a\nb"), range)).toEqual([]);
  });

  test("decorates gutter and marker", () => {
    const style = { gutter: (text: string) => `<${text}>`, marker: (text: string) => `*${text}*` };
    const range = { from: { line: 1, column: 2 }, to: { line: 1, column: 3 } };
    expect(codeFrame(new LineIndex("abc"), range, style)).toEqual(["<1 |> abc", "<  |>  *^*"]);
  });

  test("puts the marker under the region whatever stands before it", () => {
    const before = fc.string({ unit: "grapheme", maxLength: 30 }).filter((text) => !/[\n«»]/.test(text));
    fc.assert(
      fc.property(before, (text) => {
        // The space keeps the region from joining the character before it.
        const [code = "", marker = ""] = frameOf(`${text} «x»`);
        expect(marker.indexOf("^")).toBe(displayWidth(code) - 1);
      }),
    );
  });
});

describe("lineExcerpt", () => {
  const lines = new LineIndex(`\t\treturn err\u001b[0m  \r\n${"x".repeat(1000)}`);

  test("drops the indentation and makes control characters visible", () => {
    expect(lineExcerpt(lines, { line: 1, column: 3 })).toBe("return err␛[0m");
  });

  test("cuts a very long line", () => {
    expect(lineExcerpt(lines, { line: 2, column: 500 })).toMatch(/^…x{160}…$/);
  });

  test("is undefined when the text has become too short", () => {
    expect(lineExcerpt(lines, { line: 3, column: 1 })).toBeUndefined();
  });
});
