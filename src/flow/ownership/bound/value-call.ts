import type { FileSemantics } from "../../../semantics/index.js";
import type { CallExpressionNode, Expression, SyntaxNode } from "../../../syntax/index.js";
import { parentOf } from "./derived-context.js";

/** The call that has given an operand its value, if that is a variable: the last one before another place, mostly a call. */
export function originOf(
  operand: Expression,
  before: SyntaxNode,
  semantics: FileSemantics,
): CallExpressionNode | undefined {
  const variable = operand.kind === "identifier" ? semantics.objectOf(operand) : undefined;
  if (!variable) return undefined;
  const targets = semantics.bindings.identifiersOf(variable).filter(({ end }) => end <= before.start);
  for (const target of targets.toReversed()) {
    const statement = target.parent?.parent;
    if (statement?.kind !== "short_var_declaration" && statement?.kind !== "assignment_statement") continue;
    // `ctx, cancel = context.WithTimeout(ctx, d)`: what the call is given is what the variable had before.
    if (statement.contains(before)) continue;
    if (statement.left !== target.parent || statement.right.children.length !== 1) continue;
    const value = statement.right.children[0];
    return value?.kind === "call_expression" ? value : undefined;
  }
  return undefined;
}

/** As `originOf`; of a context, the call that makes what it is derived from, past the functions that only wrap it. */
export function contextOrigin(
  operand: Expression,
  before: CallExpressionNode,
  semantics: FileSemantics,
): CallExpressionNode | undefined {
  let origin = operand.kind === "call_expression" ? operand : originOf(operand, before, semantics);
  for (let wrapped = origin && parentOf(origin, semantics); origin && wrapped;) {
    const inner: CallExpressionNode | undefined =
      wrapped.kind === "call_expression" ? wrapped : originOf(wrapped, origin, semantics);
    origin = inner;
    wrapped = inner && parentOf(inner, semantics);
  }
  return origin;
}
