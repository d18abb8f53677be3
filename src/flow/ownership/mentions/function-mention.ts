import { cleanups, runners } from "../../../knowledge/index.js";
import { enclosingFunction, isFunction } from "../../../semantics/index.js";
import type { FileSemantics, FunctionNode } from "../../../semantics/index.js";
import type { CallExpressionNode, FuncLiteralNode, SyntaxNode } from "../../../syntax/index.js";
import { calledName } from "../../calls/called-name.js";
import { resultNames } from "../../calls/results.js";
import { outermostParentheses } from "../../nodes/parentheses.js";
import { keeps, leaves } from "../effect.js";
import type { Effect } from "../effect.js";

/** What the deferred release of a resource depends on, where it is in a branch for the failure of the function alone. */
export function isOnFailure(
  release: SyntaxNode,
  literal: FuncLiteralNode,
  semantics: FileSemantics,
): boolean {
  const owner = enclosingFunction(literal);
  const names = owner ? resultNames(owner) : [];
  for (let node = release; node !== literal && node.parent; node = node.parent) {
    const around = node.parent;
    if (around.kind !== "if_statement" || around.consequence !== node) continue;
    const { condition } = around;
    if (
      condition.kind !== "binary_expression" ||
      condition.operator !== "!=" ||
      condition.right.kind !== "nil"
    )
      continue;
    const error = condition.left.kind === "identifier" ? semantics.objectOf(condition.left) : undefined;
    if (error?.identifier && names.includes(error.identifier)) return true;
  }
  return false;
}

/** What becomes of a resource that a function literal reaches which is an argument of a call. */
export function ofCallback(
  call: CallExpressionNode,
  inside: Effect,
  literal: FuncLiteralNode,
  semantics: FileSemantics,
): Effect {
  const name = calledName(call, semantics);
  if (cleanups.has(name)) return inside.kind === "releases" ? { kind: "releases", at: call } : keeps;
  if (!runners.has(name)) return leaves(literal, "captured");
  return inside.kind === "releases" ? { kind: "releases", at: call } : keeps;
}

/** What becomes of a resource when a function that reaches it is mentioned. */
export function ofFunctionValue(mention: SyntaxNode, role: "releases" | "uses"): Effect {
  const node = outermostParentheses(mention);
  const call = node.parent;
  const isCalled = call?.kind === "call_expression" && call.function === node;
  if (!isCalled || call.parent?.kind === "go_statement") {
    if (call?.kind === "binary_expression") return keeps;
    return leaves(mention, role === "releases" ? "handed out" : "captured");
  }
  return role === "releases" ? { kind: "releases", at: call } : keeps;
}

/** The outermost function literal inside a function that contains a node. */
export function outermostLiteral(node: SyntaxNode, owner: FunctionNode): FuncLiteralNode | undefined {
  let found: FuncLiteralNode | undefined;
  for (let around = node.parent; around && around !== owner; around = around.parent) {
    if (isFunction(around)) found = around as FuncLiteralNode;
  }
  return found;
}
