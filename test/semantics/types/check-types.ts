import { expect } from "@jest/globals";
import type { FileSemantics } from "../../../src/semantics/index.js";
import type {
  CallExpressionNode,
  SyntaxNode,
  SyntaxTree,
  TypeConversionExpressionNode,
} from "../../../src/syntax/index.js";
import { openPackage } from "../go-package.js";
import type { GoPackageUnderTest, Sources } from "../go-package.js";

type CallNode = CallExpressionNode | TypeConversionExpressionNode;

/** Sources of packages that can be imported, by path. */
type Imports = Readonly<Record<string, string>>;

/**
 * Asserts what comments in Go code say of what stands before them:
 *
 * - `x/*= []int *\/`: the name has this type (of a type name: the one it stands for);
 * - `g(1)/*call (*T).m *\/`: the call calls this declared function or method, `-` for none: a conversion, a builtin,
 *   a function value, or something unknown.
 *
 * Types and callees of the package itself are written without its path.
 */
export function checkTypes(sources: Sources | string, imports: Imports = {}): void {
  const { semantics, trees } = open(sources, imports);
  for (const tree of trees) expect(tree.errors).toEqual([]);
  expectClaims({ semantics, trees });
}

/** Asserts what `checkTypes` does, of code that Go may reject. */
export function checkBrokenTypes(sources: Sources | string, imports: Imports = {}): void {
  expectClaims(open(sources, imports));
}

function open(sources: Sources | string, imports: Imports): GoPackageUnderTest {
  return openPackage(typeof sources === "string" ? { "a.go": sources } : sources, imports);
}

function expectClaims({ semantics, trees }: GoPackageUnderTest): void {
  const claims = trees.flatMap((tree) => claimsOf(tree, semantics.file(tree)));
  if (claims.length === 0) throw new Error("nothing is said about the code");
  expect(claims.map(({ actual }) => actual)).toEqual(claims.map(({ expected }) => expected));
}

/** What a comment says, and what is the case. */
interface Claim {
  readonly expected: string;
  readonly actual: string;
}

function claimsOf(tree: SyntaxTree, file: FileSemantics): readonly Claim[] {
  const nodes = Array.from({ length: tree.arena.size }, (_, id) => tree.node(id));
  return tree.comments.flatMap(({ start, end }): Claim[] => {
    const [, what, said] = /^\/\*(=|call) (.*?) ?\*\/$/s.exec(tree.text.slice(start, end)) ?? [];
    if (what === undefined || said === undefined) return [];
    const before = nodes.filter((node) => node.end === start);
    const [name, call] = [before.find(isName), before.find(isCall)];
    if (what === "=" && name) return [claim(name, "has type", said, typeText(name, file))];
    if (what === "call" && call) return [claim(call, "calls", said, calleeText(call, file))];
    throw new Error(`nothing before /*${what} ${said} */`);
  });
}

function claim({ text }: SyntaxNode, relation: string, said: string, actual: string): Claim {
  return { expected: `${text} ${relation} ${said}`, actual: `${text} ${relation} ${actual}` };
}

function isName(node: SyntaxNode): boolean {
  return node.kind.endsWith("identifier");
}

function isCall(node: SyntaxNode): node is CallNode {
  return node.kind === "call_expression" || node.kind === "type_conversion_expression";
}

function typeText(name: SyntaxNode, file: FileSemantics): string {
  const object = file.objectOf(name);
  if (object) return withoutPath(file.typeText(file.typeOfObject(object)));
  const { parent } = name;
  if (parent?.kind !== "selector_expression" || parent.field !== name) return "?";
  return withoutPath(file.typeText(file.typeOf(parent)));
}

function calleeText(node: CallNode, file: FileSemantics): string {
  const callee = node.kind === "call_expression" ? file.calleeName(node) : undefined;
  return withoutPath(callee ?? "-");
}

function withoutPath(text: string): string {
  return text.replaceAll("example.com/p.", "");
}
