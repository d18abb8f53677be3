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

  test("has pieces that parse as declarations of their own, after the header", () => {
    const { header, entries } = outlineOf(completeFile);
    for (const { start, end } of entries) {
      const tree = parser.parse(header + completeFile.slice(start, end));
      expect(tree.errors).toEqual([]);
    }
    const imports = parser.parse(header).root.children.map((node) => node.kind);
    expect(imports).toEqual(["package_clause", "import_declaration"]);
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
