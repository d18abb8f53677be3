import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { functionsIn, outlineOf } from "../../src/syntax/index.js";
import type { SyntaxTree } from "../../src/syntax/index.js";
import { parser } from "../go-parser.js";
import { completeFile, goText } from "./go-text.js";

/** The head of each declaration, without bodies of functions. */
function heads(tree: SyntaxTree): string[] {
  return tree.root.children.map((node) => {
    const isFunction = node.kind === "function_declaration" || node.kind === "method_declaration";
    const end = isFunction ? (node.body?.start ?? node.end) : node.end;
    return tree.text.slice(node.start, end).trimEnd();
  });
}

function names(text: string): readonly string[] {
  return outlineOf(text).entries.flatMap((entry) => entry.names);
}

describe("the functions of a file", () => {
  test.each([
    "func f() {\n\tg()\n}",
    "func f() { g() }",
    "func f() { g() } // why",
    'func f() { g("http://example.com", "\\"//") }',
    "func f(\n\ta int, // why\n\tb int,\n) error { return g(a, b) }",
    "func f() { // why\n\tg()\n}",
    "func f(a interface{}) struct{} { return struct{}{} }",
  ])("come with their bodies: %j", (text) => {
    const file = `package p\n\n${text}\n\n// h does nothing.\nfunc h() {}\n`;
    const span = functionsIn(file, new Set(["f"])).get("f");
    expect(file.slice(span?.start, span?.end)).toBe(text);
  });

  test.each(["func f() int", "func f() { g(`\n}`) }"])(
    "are left out where their end is not sure: %j",
    (text) => {
      expect(functionsIn(`package p\n\n${text}\n\nfunc h() {}\n`, new Set(["f"])).size).toBe(0);
    },
  );
});

describe("the outline of a file", () => {
  test("has the names of its declarations", () => {
    expect(names(completeFile)).toEqual([
      "low",
      "high",
      "name",
      "table",
      "Point",
      "Tree",
      "Shape",
      "Alias",
      "Tree.Walk",
      "Map",
    ]);
  });

  test.each([
    ["func f() {}", ["f"]],
    ["func (T) M() {}", ["T.M"]],
    ["func (t T) M() {}", ["T.M"]],
    ["func (t *T) M() {}", ["T.M"]],
    ["func (t *T[K, V]) M() {}", ["T.M"]],
    ["func (*T[K]) M() {}", ["T.M"]],
    ["func F[T any](t T) {}", ["F"]],
    ["var a, b = 1, 2", ["a", "b"]],
    ["var Größe int", ["Größe"]],
    ["type T[K any] struct {\n\tA, B int\n}", ["T"]],
    ["type T = int", ["T"]],
    ["const (\n\ta = iota\n\tb, c\n)", ["a", "b", "c"]],
    ["var (\n\ta struct {\n\t\tb int\n\t}\n\n\t// no\n\tc = 1\n)", ["a", "c"]],
    ["type (\r\n\tA int\r\n\tB int\r\n)", ["A", "B"]],
    ["type ()", []],
  ])("%j declares %j", (declaration, declared) => {
    expect(names(`package p\n\n${declaration}\n`)).toEqual(declared);
  });

  test.each([
    ["raw strings", "const a = `\nfunc no() {}\ntype No int\n`"],
    ["comments", "/*\nfunc no() {}\n*/\nconst a = 1 // \" ' `"],
    ["strings and runes", "const a = \"`\" + \"\\\"`\" + '`' + '\\''"],
    ["function bodies", "func a() {\n\tvar x = 1\n\ttype T int\n\tfunc() {}()\n}"],
  ])("has nothing that only stands in %s", (_, declaration) => {
    expect(names(`package p\n\n${declaration}\n\nfunc after() {}\n`)).toEqual(["a", "after"]);
  });

  test("has pieces that parse as declarations of their own, after the imports", () => {
    const { imports, text, entries } = outlineOf(completeFile);
    const header = `package p\n${imports.map((each) => `import ${each.text}\n`).join("")}`;
    for (const { start, end } of entries) {
      expect(parser.parse(header + text.slice(start, end)).errors).toEqual([]);
    }
  });

  test("comes without what functions do and without comments between declarations", () => {
    const { text } = outlineOf(
      "package p\n\n// one\nfunc f() {\n\tg(1)\n}\n\n// two\n\nvar x int\n\n// three\nfunc h(\n\ta int,\n) error {\n\treturn nil\n}\n",
    );
    expect(text).toBe("func f() var x intfunc h(\n\ta int,\n) error ");
  });

  test.each([
    ["functions on one line", "func f() { g() }\nfunc h() {}"],
    ["functions without a body", "func f(x int) error\nfunc h() {\n}"],
    [
      "literal types in a header",
      "func f(x interface {\n\tM()\n}, y struct {\n\tA int\n}) {\n\tg()\n}\nfunc h() {\n}",
    ],
    [
      "a type parameter that is spread out",
      "func f[T interface {\n\tM()\n}](t T) {\n\tg()\n}\nfunc h() {\n}",
    ],
    ["a comment after the brace", "func f() { // why\n\tg()\n}\nfunc h() {\n}"],
    ["comments in literal types", "type f struct {\n\tA int\n\n\t// none\n}\nfunc h() {\n}"],
    ["comments without indentation", "var f = []int{\n1,\n// two\n2,\n}\n// h\nfunc h() {\n}"],
    ["CRLF", "func f() {\r\n\tg()\r\n}\r\nfunc h() {\r\n}"],
    ["a function literal at top level", "var x = func() {\n\tg()\n}\nfunc h() {\n}"],
    ["a raw string with a function at top level", "const x = `\nfunc no() {\n\tg()\n}\n`\nfunc h() {\n}"],
    [
      "a raw string with a function in a function",
      "func f() {\n\tg(`\n}\n\nfunc no() {\n`)\n}\nfunc h() {\n}",
    ],
    ["a raw string that ends the body", "func f() {\n\tg(`\n}\n`)\n\tx()\n}\nfunc h() {\n}"],
    [
      "a comment with a function in a function",
      "func f() {\n\t/*\n}\n\nfunc no() {\n*/\n\tg()\n}\nfunc h() {\n}",
    ],
    ["a body that is not indented", "func f() {\nif x {\n}\ng()\n}\nfunc h() {\n}"],
    ["newer Go", "func (r R) M[T any](t T) {\n\t_ = new(1)\n}\nfunc h() {\n}"],
    ["an open body at the end", "func h() {\n}\nfunc f() {\n\tg()"],
  ])("has the heads of all declarations in spite of %s", (_, declarations) => {
    const text = `package p\n\n${declarations}\n`;
    const outline = outlineOf(text);
    const pieces = outline.entries.map(({ start, end }) => outline.text.slice(start, end));
    const alone = pieces.flatMap((piece) => heads(parser.parse(`package p\n${piece}\n`)).slice(1));
    expect(alone).toEqual(heads(parser.parse(text)).slice(1));
  });

  test.each([
    ['import "os"', [{ text: '"os"', path: "os", alias: undefined }]],
    [
      'import (\n\t. "math"\n\t_ `embed`\n)',
      [
        { text: '. "math"', path: "math", alias: "." },
        { text: "_ `embed`", path: "embed", alias: "_" },
      ],
    ],
    [
      'import (\n\t"a" // not "b"\n\tc "d"\n)',
      [
        { text: '"a"', path: "a", alias: undefined },
        { text: 'c "d"', path: "d", alias: "c" },
      ],
    ],
  ])("%j imports", (text, imports) => {
    expect(outlineOf(`package p\n\n${text}\n\nvar x int\n`).imports).toEqual(imports);
  });

  test("of any text is a list of stretches, one after the other", () => {
    fc.assert(
      fc.property(goText, (file) => {
        const { text, entries } = outlineOf(file);
        let end = 0;
        for (const entry of entries) {
          expect(entry.start).toBeGreaterThanOrEqual(end);
          expect(entry.end).toBeGreaterThan(entry.start);
          end = entry.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test("of nothing is empty", () => {
    expect(outlineOf("").entries).toEqual([]);
  });
});
