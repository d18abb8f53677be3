import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { decodeGoSource } from "../../src/project/index.js";
import type { SyntaxTree } from "../../src/syntax/index.js";
import { LineIndex } from "../../src/text/line-index.js";
import { parser } from "../go-parser.js";

/** Line and column of each identifier called `mark`. */
function marks(tree: SyntaxTree): string[] {
  const lines = new LineIndex(tree.text);
  const nodes = Array.from({ length: tree.arena.size }, (_, id) => tree.node(id));
  return nodes
    .filter((node) => node.kind === "identifier" && node.text === "mark")
    .map((node) => lines.position(node.start))
    .map(({ line, column }) => `${line}:${column}`);
}

describe("positions are those of an editor", () => {
  test.each([
    ["line feeds", "package p\n\nvar mark = 1\n", "3:5"],
    ["CRLF", "package p\r\n\r\nvar mark = 1\r\n", "3:5"],
    ["a lone CR", "package p\n\r\nvar /* \r */ mark = 1\n", "3:13"],
    ["tabs", "package p\n\nvar (\n\t\tmark\t= 1\n)\n", "4:3"],
    ["CJK", 'package p\n\nvar 世, mark = "界", 1\n', "3:8"],
    ["emoji, one column a UTF-16 code unit", 'package p\n\nvar s = "😀👩‍👩‍👧" + mark\n', "3:24"],
    ["an emoji in a comment", "package p\n\n/* 😀 */ var mark = 1\n", "3:14"],
    ["combining characters", 'package p\n\nvar s = "e\u0301" + mark\n', "3:16"],
    ["a multi-line raw string", "package p\n\nvar s = `\n😀\n` + mark\n", "5:5"],
    ["a line separator, which ends no line", 'package p\n\nvar s = "\u2028" + mark\n', "3:15"],
    ["a lone surrogate", 'package p\n\nvar s = "\ud83d" + mark\n', "3:15"],
    ["an error before it", "package p\n\nfunc f( {\n\tmark()\n}\n", "4:2"],
    ["repaired Go", 'package p\n\nfunc (r R) M[世 any]() { new("😀" + mark) }\n', "3:36"],
  ])("after %s", (_, text, position) => {
    expect(marks(parser.parse(text))).toEqual([position]);
  });

  test("the end of a node is exclusive", () => {
    const tree = parser.parse('package p\r\n\r\nvar s = "😀"\r\n');
    const declaration = tree.root.children[1];
    expect(tree.text.slice(declaration?.start, declaration?.end)).toBe('var s = "😀"');
  });

  test("wherever an emoji meets the pieces in which the parser reads its text", () => {
    for (let padding = 10_200; padding < 10_260; padding++) {
      const text = `package p\n\n// ${"x".repeat(padding)}😀\nvar mark = "😀"\n`;
      expect(marks(parser.parse(text))).toEqual(["4:5"]);
      const [, declaration] = parser.parse(text).root.children;
      expect(declaration?.text).toBe('var mark = "😀"');
    }
  });
});

function bytes(...parts: (string | number)[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.of(part))));
}

describe("positions in a decoded file", () => {
  test("do not count the byte order mark", () => {
    const { text } = decodeGoSource(bytes("\ufeffpackage p; var mark = 1\n"));
    const tree = parser.parse(text);
    expect(tree.errors).toEqual([]);
    expect(marks(tree)).toEqual(["1:16"]);
  });

  test("count one column for each invalid byte", () => {
    const { text } = decodeGoSource(bytes('package p\n\nvar s = "', 0xff, 0xfe, '" + mark\n'));
    const tree = parser.parse(text);
    expect(tree.errors).toEqual([]);
    expect(marks(tree)).toEqual(["3:16"]);
  });
});

test("a node's text is what the file has at its place", () => {
  const pieces = fc.array(fc.constantFrom("a", "世", "😀", "é", "\t", "\r", " ", "\ufffd"), {
    maxLength: 30,
  });
  const file = fc.array(fc.tuple(pieces, fc.constantFrom("\n", "\r\n")), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(file, (parts) => {
      const comments = parts.map(([letters, end]) => `// ${letters.join("")}${end}`);
      const strings = parts.map(([letters, end]) => `var _ = \`${letters.join("")}\`${end}`);
      const text = `package p\n${comments.map((comment, at) => comment + strings[at]).join("")}`;
      const tree = parser.parse(text);
      const declared = tree.root.children.slice(1).map((node) => node.text);
      expect(declared).toEqual(strings.map((string) => string.trimEnd()));
      // A carriage return at the end of a comment is part of it, as tree-sitter sees it.
      const seen = tree.comments.map(({ start, end }) => text.slice(start, end).trimEnd());
      expect(seen).toEqual(comments.map((comment) => comment.trimEnd()));
    }),
  );
});
