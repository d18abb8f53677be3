import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { CallExpressionNode, MethodDeclarationNode, SyntaxTree } from "../../src/syntax/index.js";
import { repairs } from "../../src/syntax/repair.js";
import { parser } from "../go-parser.js";
import { goText } from "./go-text.js";

/** All calls of a tree, in source order. */
function calls(tree: SyntaxTree): CallExpressionNode[] {
  const nodes = Array.from({ length: tree.arena.size }, (_, id) => tree.node(id));
  return nodes.filter((node) => node.kind === "call_expression");
}

function methods(tree: SyntaxTree): MethodDeclarationNode[] {
  return tree.root.children.filter((node) => node.kind === "method_declaration");
}

describe("new(expression), since Go 1.26", () => {
  test.each([
    ["5", "int_literal"],
    ['"a"', "interpreted_string_literal"],
    ['")"', "interpreted_string_literal"],
    ["`(,`", "raw_string_literal"],
    ["'('", "rune_literal"],
    ["-1.5", "unary_expression"],
    ["!ok", "unary_expression"],
    ["<-results", "unary_expression"],
    ["&T{}", "unary_expression"],
    ["a + b", "binary_expression"],
    ["a * b", "binary_expression"],
    ["a | b", "binary_expression"],
    ["a == b", "binary_expression"],
    ["(a + b)", "parenthesized_expression"],
    ["f()", "call_expression"],
    ["f(a, b)", "call_expression"],
    ["uint64(n)", "call_expression"],
    ["x.y.z()", "call_expression"],
    ["x.y.z", "selector_expression"],
    ["f().x", "selector_expression"],
    ["x[0]", "index_expression"],
    ["x[i].y[j]", "index_expression"],
    ["x[1:2]", "slice_expression"],
    ["x.(T)", "type_assertion_expression"],
    ["[]byte(s)", "type_conversion_expression"],
    ["T{1, 2}", "composite_literal"],
    ["[]int{1, 2}", "composite_literal"],
    ["struct{ a int }{1}", "composite_literal"],
    ["func() int { return 1 }", "func_literal"],
    ["func() int { return 1 }()", "call_expression"],
    ["new(7)", "call_expression"],
    ["make([]int, 3)[0]", "index_expression"],
    ["\n\t\t5, // five\n\t", "int_literal"],
  ])("takes %s", (argument, kind) => {
    const text = `package p\n\nfunc f() { g(new(${argument}), new(T)) }\n\nfunc after() {}\n`;
    const tree = parser.parse(text);
    expect(tree.errors).toEqual([]);
    const call = calls(tree).find(({ function: called }) => called.text === "new");
    expect(call?.arguments.children.map((child) => child.kind)).toEqual([kind]);
    expect(call?.text).toBe(`new(${argument})`);
    expect(tree.root.children.at(-1)?.text).toBe("func after() {}");
  });

  test("of what could be a type is read as one, and settled by names", () => {
    const tree = parser.parse("package p\n\nvar _ = f(new(x), new(x.y), new(*x), new(x[y]), new((x)))\n");
    expect(tree.errors).toEqual([]);
    expect(
      calls(tree)
        .slice(1)
        .map((call) => call.arguments.children[0]?.kind),
    ).toEqual(["type_identifier", "qualified_type", "pointer_type", "generic_type", "parenthesized_type"]);
  });

  test("leaves new(type) and make(type) of the same file alone", () => {
    const types = "new(T), new([]T), new(struct{ a int }), make(chan T, 1), make(map[K]V), make([]T, 0, n)";
    const tree = parser.parse(`package p\n\nvar _ = f(new(5), ${types})\n`);
    expect(tree.errors).toEqual([]);
    expect(
      calls(tree)
        .slice(2)
        .map((call) => call.arguments.children[0]?.kind),
    ).toEqual(["type_identifier", "slice_type", "struct_type", "channel_type", "map_type", "slice_type"]);
  });

  test("is found among names and texts that look alike", () => {
    const tree = parser.parse(`package p

// new(1) in a comment
var _ = f("new(2)", \`make(3)\`, renew(4), p.new(5), new(6), newer(7), énew(8))
`);
    expect(tree.errors).toEqual([]);
    expect(calls(tree).map((call) => call.function.text)).toEqual([
      "f",
      "renew",
      "p.new",
      "new",
      "newer",
      "énew",
    ]);
    expect(tree.root.children.at(-1)?.text).toContain('"new(2)", `make(3)`');
  });
});

test("make(n) of a function that hides the builtin", () => {
  const tree = parser.parse(
    "package p\n\nfunc f(make func(...int)) { make(n); make(5); make(a+b, c); make(xs...) }\n",
  );
  expect(tree.errors).toEqual([]);
  expect(calls(tree).map((call) => call.text)).toEqual(["make(n)", "make(5)", "make(a+b, c)", "make(xs...)"]);
});

describe("generic methods, since Go 1.27", () => {
  test.each([
    "func (r R) M[T any](t T) T { return t }",
    "func (r *R[K]) M[T any, U ~[]T](t T, u U) (T, error) { return t, nil }",
    "func (R) M[T interface{ A() int }](t T) {}",
    "func (r R) M[\n\tT any, // the element\n\tU any,\n](t T) {}",
    "func (r R) M[T any]() map[string]T { return nil }",
    "func (r R) Größe[T any](t T) {}",
    "  func(r R)M[T any](t T) {}",
    "func (r R) M[T func(a, b int) [2]int](t T)",
  ])("%j", (method) => {
    const tree = parser.parse(`package p\n\n${method}\n\nfunc after() {}\n`);
    expect(tree.errors).toEqual([]);
    expect(methods(tree).map((node) => node.text)).toEqual([method.trimStart()]);
    expect(tree.root.children.at(-1)?.text).toBe("func after() {}");
  });

  test("lose no parameters, results or statements", () => {
    const [method] = methods(
      parser.parse("package p\n\nfunc (r R) M[T any](a T, b int) error { return nil }\n"),
    );
    expect(method?.name.text).toBe("M");
    expect(method?.parameters.children.map((parameter) => parameter.text)).toEqual(["a T", "b int"]);
    expect(method?.result?.text).toBe("error");
    expect(method?.body?.text).toBe("{ return nil }");
  });

  test("together with new(expression)", () => {
    const tree = parser.parse(`package p

func (r R) First[T any](t T) *T { return new(f(t)) }

func (r R) Second[T any](t T) *int { return new(1) }
`);
    expect(tree.errors).toEqual([]);
    expect(calls(tree).map((call) => call.text)).toEqual(["new(f(t))", "f(t)", "new(1)"]);
  });
});

describe("a file with real errors", () => {
  test("stays erroneous where newer Go is repaired", () => {
    const text = `package p

func (r R) M[T any](t T) *int { return new(1) }

func broken() { x := ) }

func after() *int { return new(2) }
`;
    const tree = parser.parse(text);
    expect(tree.errors).toHaveLength(1);
    expect(calls(tree).map((call) => call.text)).toEqual(["new(1)", "new(2)"]);
  });

  test.each([
    "new(",
    "new(]",
    "new(5",
    "new(a b)",
    "func (r R) M[T any",
    "func (r R) M[T any]",
    "func (r R) M[](",
    "var x [5]int{",
  ])("%s is none of newer Go", (text) => {
    expect(parser.parse(`package p\n\nvar x = 1\n\n${text}\n`).errors).not.toEqual([]);
  });
});

function lineBreaks(text: string): number[] {
  return [...text.matchAll(/\r|\n/g)].map(({ index }) => index);
}

test("masks keep every offset and line break where it is", () => {
  const newerGo = fc.constantFrom(
    "func (r R) M[T any,\r\n\tU any](t T) {}\n",
    "var _ = new(😀(5), `\n`)\n",
    "func (世 界) M[T /* 😀 */ any]() { make(1) }\n",
  );
  const text = fc.array(fc.oneof(goText, newerGo), { maxLength: 4 }).map((parts) => parts.join("\n"));
  fc.assert(
    fc.property(text, fc.boolean(), (source, areTypes) => {
      for (const masked of repairs(source, () => areTypes)) {
        expect(masked).toHaveLength(source.length);
        expect(lineBreaks(masked)).toEqual(lineBreaks(source));
      }
    }),
  );
});
