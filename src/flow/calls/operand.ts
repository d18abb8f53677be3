import type { Position } from "../../knowledge/index.js";
import { withoutParentheses } from "../../semantics/index.js";
import type { CallExpressionNode, Expression } from "../../syntax/index.js";

/** The operand of a call at a place that is not one of its results. */
export function operandAt(call: CallExpressionNode, position: Position): Expression | undefined {
  if (typeof position === "number") return undefined;
  const called = withoutParentheses(call.function);
  if (position === "receiver") return called.kind === "selector_expression" ? called.operand : undefined;
  return call.arguments.children[Number(position.slice("argument ".length))] as Expression | undefined;
}
