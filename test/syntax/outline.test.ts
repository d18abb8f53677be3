import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { outlineOf } from "../../src/syntax/index.js";
import { parser } from "../go-parser.js";
import { completeFile, goText } from "./go-text.js";

function names(text: string): readonly string[] {
  return outlineOf(text).entries.flatMap((entry) => entry.names);
}

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
    expect(outlineOf(completeFile).packageName).toBe("demo");
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
    const { imports, entries } = outlineOf(completeFile);
    const header = `package p\n${imports.map(({ text }) => `import ${text}\n`).join("")}`;
    for (const { start, end, keyword } of entries) {
      const tree = parser.parse(`${header}${keyword} ${completeFile.slice(start, end)}`);
      expect(tree.errors).toEqual([]);
    }
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
      fc.property(goText, (text) => {
        let end = 0;
        for (const entry of outlineOf(text).entries) {
          expect(entry.start).toBeGreaterThanOrEqual(end);
          expect(entry.end).toBeGreaterThan(entry.start);
          end = entry.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test("of nothing is empty", () => {
    expect(outlineOf("").packageName).toBeUndefined();
    expect(outlineOf("").entries).toEqual([]);
  });
});
