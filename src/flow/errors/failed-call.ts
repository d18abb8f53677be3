import { withoutParentheses } from "../../semantics/index.js";
import type { CallExpressionNode } from "../../syntax/index.js";
import type { Assumption } from "../cfg/index.js";
import { checkedValue } from "./nil-check.js";

/** The call of which a branch says that its only result, an error, is not nil: `if cmd.Start() != nil`. */
export function failedCall(branch: Assumption): CallExpressionNode | undefined {
  if (branch.kind !== "condition") return undefined;
  const condition = withoutParentheses(branch.expression);
  if (condition.kind !== "binary_expression" || condition.right.kind !== "nil") return undefined;
  const isFailed = condition.operator === (branch.holds ? "!=" : "==");
  const call = withoutParentheses(condition.left);
  return isFailed && call.kind === "call_expression" ? call : undefined;
}

/** The same where that is all that an `if` asks, by a variable that has just got the error: `if err := r.Close(); err != nil`. */
export function failedCallOfCheck(branch: Assumption): CallExpressionNode | undefined {
  const check = branch.kind === "condition" && branch.holds ? branch.expression.parent : undefined;
  if (check?.kind !== "if_statement") return undefined;
  const { condition } = check;
  if (condition.kind !== "binary_expression" || condition.operator !== "!=") return undefined;
  if (condition.left.kind !== "identifier" || condition.right.kind !== "nil") return failedCall(branch);
  const from = checkedValue({ name: condition.left, at: check })?.from;
  return from?.kind === "call_expression" ? from : undefined;
}
