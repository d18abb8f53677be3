import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { SyntaxNode, SyntaxTree } from "../../src/syntax/index.js";
import { parser } from "../go-parser.js";
import { completeFile, goText } from "./go-text.js";

/** Text and message of each error. */
function errors(text: string): string[] {
  const tree = parser.parse(text);
  return tree.errors.map(({ start, end, missing }) =>
    missing === undefined
      ? text.slice(start, end)
      : `${missing} before ${JSON.stringify(text.slice(start, start + 5))}`,
  );
}

function functionNames(tree: SyntaxTree): string[] {
  return tree.root.children.flatMap((node) => (node.kind === "function_declaration" ? [node.name.text] : []));
}

describe("parsing never fails", () => {
  test.each([
    ["nothing", ""],
    ["white space", " \t\r\n\n"],
    ["a comment alone", "// nothing else"],
    ["prose", "This is not Go, is it?"],
    ["closing brackets alone", ")}]".repeat(5_000)],
    ["opening brackets alone", "([{".repeat(5_000)],
    ["NUL bytes", "package p\0\n\0var\0x = \0\n"],
    ["lone surrogates", 'package p\n\nvar s = "\ud800" + "\udc00"\nvar \ud83d = 1\n'],
    ["control characters", "package p\n\u0001\u0002\u001b[31m\u007f\u0085\ufeff\uffff\n"],
    ["an open string", 'package p\n\nvar s = "abc\n\nfunc f() {}\n'],
    ["an open raw string", "package p\n\nvar s = `abc\n\nfunc f() {}\n"],
    ["an open comment", "package p\n\n/* func f() {}\n"],
    ["one very long line", `package p\n\nvar x = "${"a".repeat(1_000_000)}"\n`],
    ["open calls in each other", `package p\n\nvar x = ${"new(".repeat(5_000)}`],
    ["open type parameters", "package p\n" + "func (r R) M[\n".repeat(5_000)],
  ])("of %s", (_, text) => {
    const tree = parser.parse(text);
    expect(tree.text).toBe(text);
    expect(tree.root.end).toBeLessThanOrEqual(text.length);
  });

  test("of a file cut off anywhere", () => {
    for (let length = 0; length < completeFile.length; length += 7) {
      const tree = parser.parse(completeFile.slice(0, length));
      expect(tree.root.end).toBeLessThanOrEqual(length);
    }
  });

  test("of any text", () => {
    fc.assert(fc.property(goText, (text) => expect(parser.parse(text).arena.size).toBeGreaterThan(0)));
  });
});

function nodesOf(expression: string): readonly SyntaxNode[] {
  const tree = parser.parse(`package p\n\nvar x = ${expression}\n`);
  return Array.from({ length: tree.arena.size }, (_, id) => tree.node(id));
}

describe("a call with type arguments", () => {
  test.each([
    ["f[T](a)", ["f[T] a"]],
    ["f[[]T](a)", ["f[[]T] a"]],
    ["p.F[T, p.U](a)", ["p.F[T, p.U] a"]],
    ["f[*T](g[T](a), b)", ["f[*T] g[T](a), b", "g[T] a"]],
    ["f[[g[T](3)]T](a)", ["f[[g[T](3)]T] a", "g[T] 3"]],
  ])("is one, though the grammar may take it for a conversion: %s", (expression, calls) => {
    const found = nodesOf(expression).flatMap((node) =>
      node.kind === "call_expression"
        ? [`${node.function.text} ${node.arguments.children.map(({ text }) => text).join(", ")}`]
        : [],
    );
    expect(found).toEqual(calls);
  });

  test("calls an instance, which has the type arguments", () => {
    const instance = nodesOf("p.F[T, []U](a)").find(({ kind }) => kind === "type_instantiation_expression");
    expect(instance?.allChildren.map(({ text }) => text)).toEqual(["p.F", "T", "[]U"]);
  });
});

describe("a deep tree", () => {
  const depth = 20_000;
  const nested = (open: string, middle: string, close: string): string =>
    open.repeat(depth) + middle + close.repeat(depth);

  test.each([
    ["nested parentheses", `var x = ${nested("(", "1", ")")}`],
    ["nested calls", `var x = ${nested("f(", "1", ")")}`],
    ["nested composite literals", `var x = T${nested("{", "", "}")}`],
    ["nested function literals", `var x = ${nested("func() {", "", "}")}`],
    ["nested blocks", `func f() ${nested("{", "", "}")}`],
    ["nested types", `var x ${"[]".repeat(depth)}int`],
    ["nested new(value)", `var x = ${nested("new(", "1", ")")}`],
    ["a chain of else if", `func f() { if x {} ${"else if x {} ".repeat(depth)} }`],
    ["a chain of operators", `var x = 1${" + 1".repeat(depth)}`],
    ["a chain of selectors", `var x = a${".b".repeat(depth)}`],
    ["a chain of unary operators", `var x = ${"!".repeat(depth)}a`],
  ])("of %s is copied without overflow of the stack", (_, declaration) => {
    const tree = parser.parse(`package p\n\n${declaration}\n`);
    expect(tree.errors).toEqual([]);
    expect(tree.arena.size).toBeGreaterThan(depth);
  });

  test("that is cut off in the middle is an error, not a crash", () => {
    expect(errors(`package p\n\nvar x = ${"(".repeat(depth)}1`)).not.toEqual([]);
  });
});

describe("a file with errors", () => {
  test("has none when Go accepts it", () => {
    expect(errors(completeFile)).toEqual([]);
  });

  test("needs no line break at its end", () => {
    expect(errors("package p\n\ntype T struct {\n\tA\n}")).toEqual([]);
  });

  test("keeps the parts that are sound", () => {
    const tree = parser.parse(`package p

func before() { use(x) }

func broken() { x := ) }

func after() { use(y) }
`);
    expect(tree.errors).not.toEqual([]);
    expect(functionNames(tree)).toEqual(["before", "broken", "after"]);
  });

  test("names the token that is missing", () => {
    expect(errors("package p\n\nfunc f() {\n\tg(1\n}\n")).toEqual([') before "\\n}\\n"']);
  });

  test.each([
    ["between declarations", "package p\n\nvar x = 1 var y = 2\n", 'line break before "var y"'],
    ["after the package clause", "package p func f() {}\n", 'line break before "func "'],
    ["in a group", "package p\n\nvar (\n\ta = 1 b = 2\n\tc = 3\n)\n", 'line break before "b = 2"'],
  ])("tells of a missing line break %s", (_, text, error) => {
    expect(errors(text)).toEqual([error]);
  });

  test("tells of every missing line break", () => {
    expect(errors('package p import "a" import "b"\n')).toHaveLength(2);
  });

  test("tells of errors inside of literals", () => {
    expect(errors('package p\n\nvar s = f("ca\0t")\n')).toEqual(["\0t"]);
  });
});
