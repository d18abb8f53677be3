import { describe, expect, test } from "@jest/globals";
import type { Kind, NodeOfKind, SyntaxTree } from "../../src/syntax/index.js";
import { parser } from "../go-parser.js";

function allOf<K extends Kind>(tree: SyntaxTree, kind: K): NodeOfKind[K][] {
  const nodes = Array.from({ length: tree.arena.size }, (_, id) => tree.node(id));
  return nodes.filter((node) => node.kind === kind) as unknown as NodeOfKind[K][];
}

/** The first node of a kind in a function's body, or in a file. */
function first<K extends Kind>(kind: K, statements: string): NodeOfKind[K] {
  const text = statements.startsWith("package")
    ? statements
    : `package p\n\nfunc f() {\n\t${statements}\n}\n`;
  const tree = parser.parse(text);
  expect(tree.errors).toEqual([]);
  const [node] = allOf(tree, kind);
  if (node === undefined) throw new Error(`no ${kind} in ${statements}`);
  return node;
}

const texts = (nodes: readonly { readonly text: string }[]): string[] => nodes.map((node) => node.text);

describe("a view has the parts that the grammar names", () => {
  test("of a call", () => {
    const call = first("call_expression", "g(a, b...)");
    expect(call.function.text).toBe("g");
    expect(texts(call.arguments.children)).toEqual(["a", "b..."]);
  });

  test("of a selector", () => {
    const selector = first("selector_expression", "_ = a.b.c");
    expect([selector.operand.text, selector.field.text]).toEqual(["a.b", "c"]);
  });

  test("of a method", () => {
    const method = first(
      "method_declaration",
      "package p\n\nfunc (r *R) M(a, b int, c ...string) (n int, err error) {}\n",
    );
    expect(method.receiver.text).toBe("(r *R)");
    expect(method.name.text).toBe("M");
    expect(texts(method.parameters.children)).toEqual(["a, b int", "c ...string"]);
    expect(method.result?.text).toBe("(n int, err error)");
    expect(method.body?.text).toBe("{}");
  });

  test("of an if statement", () => {
    const statement = first("if_statement", "if x := g(); x { a() } else if y { b() }");
    expect(statement.initializer?.text).toBe("x := g()");
    expect(statement.condition.text).toBe("x");
    expect(statement.consequence.text).toBe("{ a() }");
    expect(statement.alternative?.kind).toBe("if_statement");
  });

  test("of a for clause, any part of which may be missing", () => {
    const full = first("for_clause", "for i := 0; i < n; i++ {}");
    expect([full.initializer?.text, full.condition?.text, full.update?.text]).toEqual([
      "i := 0",
      "i < n",
      "i++",
    ]);
    const empty = first("for_clause", "for ; ; {}");
    expect([empty.initializer, empty.condition, empty.update]).toEqual([undefined, undefined, undefined]);
    expect(first("for_statement", "for {}").child).toBeUndefined();
  });

  test.each([
    ["_ = x[1:2:3]", "1", "2", "3"],
    ["_ = x[1:2]", "1", "2", undefined],
    ["_ = x[1:]", "1", undefined, undefined],
    ["_ = x[:2]", undefined, "2", undefined],
    ["_ = x[:2:3]", undefined, "2", "3"],
    ["_ = x[:]", undefined, undefined, undefined],
  ])("of the slice expression %s", (statement, low, high, max) => {
    const slice = first("slice_expression", statement);
    expect([slice.operand.text, slice.low?.text, slice.high?.text, slice.max?.text]).toEqual([
      "x",
      low,
      high,
      max,
    ]);
  });

  test("of fields that repeat", () => {
    expect(texts(first("var_spec", "var a, b, c int = 1, 2, 3").names)).toEqual(["a", "b", "c"]);
    expect(texts(first("type_case", "switch x.(type) { case int, *T, nil: }").types)).toEqual([
      "int",
      "*T",
      "nil",
    ]);
    expect(texts(first("parameter_declaration", "package p\n\nfunc f(a, b int) {}\n").names)).toEqual([
      "a",
      "b",
    ]);
    expect(texts(first("field_declaration", "package p\n\ntype T struct{ a, b int }\n").names)).toEqual([
      "a",
      "b",
    ]);
    expect(first("parameter_declaration", "package p\n\nfunc f(int) {}\n").names).toEqual([]);
  });

  test.each([
    ["binary_expression", "_ = a &^ b", "&^"],
    ["binary_expression", "_ = a && b", "&&"],
    ["binary_expression", "_ = a << b", "<<"],
    ["unary_expression", "_ = <-c", "<-"],
    ["unary_expression", "_ = &x", "&"],
    ["assignment_statement", "x = 1", "="],
    ["assignment_statement", "x <<= 1", "<<="],
  ] as const)("of the operator of a %s: %s", (kind, statement, operator) => {
    expect(first(kind, statement).operator).toBe(operator);
  });

  test("and lets errors be no part of it", () => {
    const tree = parser.parse("package p\n\nfunc f() {\n\tg(a, ) ), b)\n}\n");
    expect(tree.errors).not.toEqual([]);
    for (const list of allOf(tree, "argument_list")) {
      expect(list.children.map((child): string => child.kind)).not.toContain("ERROR");
    }
  });

  test("of a literal is nothing: it is read as text", () => {
    expect(first("interpreted_string_literal", '_ = "a\\n\\u00e9"').allChildren).toEqual([]);
    expect(first("raw_string_literal", "_ = `a\nb`").text).toBe("`a\nb`");
    expect(first("rune_literal", "_ = '\\x41'").text).toBe("'\\x41'");
  });
});

describe("a node", () => {
  const tree = parser.parse("package p\n\nvar x, y = f(1), -2\n\nfunc g() {}\n");
  const [clause, declaration, func] = tree.root.children;

  test("is the same object however it is reached", () => {
    expect(tree.root.children[0]).toBe(clause);
    expect(tree.node(clause?.id ?? -1)).toBe(clause);
    expect(declaration?.allChildren[0]?.parent).toBe(declaration);
    expect(tree.root.parent).toBeUndefined();
  });

  test("knows its children, in fields and outside of them, without tokens", () => {
    const spec = declaration?.allChildren[0];
    expect(spec?.allChildren.map((child) => child.text)).toEqual(["x", "y", "f(1), -2"]);
    const unary = first("unary_expression", "_ = -2");
    expect(unary.allChildren.map((child) => child.kind)).toEqual(["int_literal"]);
  });

  test("contains itself and what is inside it", () => {
    const call = allOf(tree, "call_expression")[0];
    if (!declaration || !func || !call) throw new Error("the tree has other parts");
    expect(declaration.contains(declaration)).toBe(true);
    expect(declaration.contains(call)).toBe(true);
    expect(call.contains(declaration)).toBe(false);
    expect(func.contains(call)).toBe(false);
    expect(declaration.contains(parser.parse(tree.text).node(call.id))).toBe(false);
  });

  test("has a text, a start and an end", () => {
    expect([func?.start, func?.end, func?.text]).toEqual([32, 43, "func g() {}"]);
  });
});

describe("comments", () => {
  test("are listed in source order, delimiters included", () => {
    const text = "// a\npackage p // b\n\n/* c\n */ func f(/* d */) { /* e */ }\n// f";
    const tree = parser.parse(text);
    expect(tree.comments.map(({ start, end }) => text.slice(start, end))).toEqual([
      "// a",
      "// b",
      "/* c\n */",
      "/* d */",
      "/* e */",
      "// f",
    ]);
  });

  test("are no children", () => {
    const tree = parser.parse("package p\n\nvar x = f( /* a */ 1, // b\n\t2)\n");
    expect(tree.errors).toEqual([]);
    expect(texts(allOf(tree, "argument_list")[0]?.children ?? [])).toEqual(["1", "2"]);
  });

  test("are none inside of strings", () => {
    expect(parser.parse('package p\n\nvar x = "// a" + `/* b */`\n').comments).toEqual([]);
  });
});
