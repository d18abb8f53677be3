import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { characters, displayWidth, hyperlink, visible, visibleLine } from "../../src/text/terminal.js";

describe("visible", () => {
  test.each([
    ["an escape sequence", "\u001b[31mred", "␛[31mred"],
    ["NUL, bell and backspace", "\0\u0007\b", "␀␇␈"],
    ["line breaks", "a\r\nb", "a␍␊b"],
    ["DEL", "\u007f", "␡"],
    ["the one-character CSI and OSC of C1", "\u009b31m\u009d", "<U+009B>31m<U+009D>"],
    ["bidirectional overrides and isolates", "\u202ea\u2066b\u2069", "<U+202E>a<U+2066>b<U+2069>"],
    ["line and paragraph separators", "\u2028\u2029", "<U+2028><U+2029>"],
  ])("shows %s", (_, text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  test("leaves tabs and printable text of all scripts alone", () => {
    const text = "\tif größe > 0 { // 日本語 👍🏽 é";
    expect(visible(text)).toBe(text);
  });

  test("leaves nothing in any text that could steer a terminal", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(visible(text)).not.toMatch(/(?!\t)\p{Cc}|\p{Bidi_Control}/u);
      }),
    );
  });
});

describe("visibleLine", () => {
  test("puts a text on one line", () => {
    expect(visibleLine("a\n  b\r\n\r\nc\u001b[0m")).toBe("a b c␛[0m");
  });
});

describe("displayWidth", () => {
  test.each([
    ["plain", 5],
    ["größe", 5],
    ["日本語", 6],
    ["한글", 4],
    ["ｆｕｌｌ", 8],
    ["ｶﾅ", 2],
    ["e\u0301", 1],
    ["👍", 2],
    ["👍🏽", 2],
    ["👨‍👩‍👧", 2],
    ["🇯🇵", 2],
    ["❤️", 2],
    ["→", 1],
    ["\ufeff", 0],
  ])("of %j is %d", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe("characters", () => {
  test("keeps together what a reader sees as one", () => {
    expect(characters("ae\u0301👍🏽")).toEqual(["a", "e\u0301", "👍🏽"]);
  });
});

describe("hyperlink", () => {
  test("wraps the text", () => {
    expect(hyperlink("rule", "https://example.com/a b")).toBe(
      "\u001b]8;;https://example.com/a%20b\u001b\\rule\u001b]8;;\u001b\\",
    );
  });

  test("cannot be ended early by the URL", () => {
    const link = hyperlink("rule", "https://example.com/\u001b\\\u009c\u0007x");
    expect(link.slice(1, link.indexOf("\u001b\\"))).not.toMatch(/\p{Cc}/u);
    expect(link.split("\u001b")).toHaveLength(5);
  });

  test("is the bare text when there is no URL", () => {
    expect(hyperlink("rule", "not a url")).toBe("rule");
  });
});
