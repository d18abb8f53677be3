import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { SyntaxTree } from "../../src/syntax/index.js";
import { withoutBodies } from "../../src/syntax/without-bodies.js";
import { parser } from "../go-parser.js";
import { completeFile, goText } from "./go-text.js";

/** The head of each declaration, without bodies of functions. */
function heads(tree: SyntaxTree): string[] {
  return tree.root.children.map((node) => {
    const isFunction = node.kind === "function_declaration" || node.kind === "method_declaration";
    const end = isFunction ? (node.body?.start ?? node.end) : node.end;
    return tree.text.slice(node.start, end);
  });
}

/** Whether the statements of a function were left out. */
function isEmpty(tree: SyntaxTree, name: string): boolean {
  const found = tree.root.children.find(
    (node) => node.kind === "function_declaration" && node.name.text === name,
  );
  return found?.kind === "function_declaration" && found.body?.child === undefined;
}

describe("the declarations of a file", () => {
  test("are those of the whole file", () => {
    const tree = parser.parse(withoutBodies(completeFile));
    expect(heads(tree)).toEqual(heads(parser.parse(completeFile)));
  });

  test("come without what functions do", () => {
    const tree = parser.parse(
      withoutBodies("package p\n\nfunc f() {\n\tg(1)\n}\n\nfunc h(\n\ta int,\n) error {\n\treturn nil\n}\n"),
    );
    expect([isEmpty(tree, "f"), isEmpty(tree, "h")]).toEqual([true, true]);
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
  ])("are found whole in spite of %s", (_, declarations) => {
    const text = `package p\n\n${declarations}\n`;
    expect(heads(parser.parse(withoutBodies(text)))).toEqual(heads(parser.parse(text)));
  });
});

test("blanking keeps a text's length", () => {
  fc.assert(
    fc.property(goText, (text) => expect(withoutBodies(text).length).toBeLessThanOrEqual(text.length)),
  );
});
