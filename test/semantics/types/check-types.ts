import { expect } from "@jest/globals";
import type { FileSemantics } from "../../../src/semantics/index.js";
import type { SyntaxNode, SyntaxTree } from "../../../src/syntax/index.js";
import { openPackage } from "../go-package.js";
import type { Sources } from "../go-package.js";

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
export function checkTypes(source: Sources | string, imports: Imports = {}): void {
  const { semantics, trees } = openPackage(asSources(source), imports);
  for (const tree of trees) expect(tree.errors).toEqual([]);
  const claims = trees.flatMap((tree) => claimsOf(tree, semantics.file(tree)));
  if (claims.length === 0) throw new Error("nothing is said about the code");
  expect(claims.map(({ actual }) => actual)).toEqual(claims.map(({ expected }) => expected));
}

/** Asserts what `checkTypes` does, of code that may be broken. */
export function checkBrokenTypes(source: Sources | string, imports: Imports = {}): void {
  const { semantics, trees } = openPackage(asSources(source), imports);
  const claims = trees.flatMap((tree) => claimsOf(tree, semantics.file(tree)));
  if (claims.length === 0) throw new Error("nothing is said about the code");
  expect(claims.map(({ actual }) => actual)).toEqual(claims.map(({ expected }) => expected));
}

function asSources(source: Sources | string): Sources {
  return typeof source === "string" ? { "a.go": source } : source;
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
    const isMeant = what === "=" ? isName : isCall;
    const node = nodes.find((candidate) => candidate.end === start && isMeant(candidate));
    if (!node) throw new Error(`nothing before /*${what} ${said} */`);
    const actual = what === "=" ? typeText(node, file) : calleeText(node, file);
    return [{ expected: `${node.text} ${what} ${said}`, actual: `${node.text} ${what} ${actual}` }];
  });
}

function isName(node: SyntaxNode): boolean {
  return node.kind.endsWith("identifier");
}

function isCall(node: SyntaxNode): boolean {
  return node.kind === "call_expression" || node.kind === "type_conversion_expression";
}

function typeText(name: SyntaxNode, file: FileSemantics): string {
  const object = file.objectOf(name);
  if (object) return withoutPath(file.typeText(file.typeOfObject(object)));
  const { parent } = name;
  if (parent?.kind !== "selector_expression" || parent.field !== name) return "?";
  return withoutPath(file.typeText(file.typeOf(parent)));
}

function calleeText(call: SyntaxNode, file: FileSemantics): string {
  const isExpression = call.kind === "call_expression" || call.kind === "type_conversion_expression";
  return withoutPath((isExpression ? file.calleeName(call) : undefined) ?? "-");
}

function withoutPath(text: string): string {
  return text.replaceAll("example.com/p.", "");
}
