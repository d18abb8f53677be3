import { contexts, causeContexts } from "../../../knowledge/index.js";
import { withoutParentheses } from "../../../semantics/index.js";
import type { FileSemantics } from "../../../semantics/index.js";
import type { CallExpressionNode, SyntaxNode } from "../../../syntax/index.js";
import { lastWord } from "../../calls/call-table.js";
import { calledName } from "../../calls/called-name.js";
import { operandAt } from "../../calls/operand.js";
import type { Assumption } from "../../cfg/index.js";
import type { Holder } from "../holder.js";
import type { ResourceKind } from "../resource-kind.js";
import { originOf } from "./value-call.js";

/** The resource whose context is asked for: where it is acquired, as far as that is known, and what holds it. */
export interface Asked {
  readonly kind: ResourceKind;
  readonly holders: readonly Holder[];
  readonly origin: SyntaxNode | undefined;
}

/** Whether a branch is taken only when the context of a resource is done: `ctx.Err() != nil` holds there. */
export function isDoneOn(assumption: Assumption, asked: Asked, semantics: FileSemantics): boolean {
  if (assumption.kind !== "condition" || !asked.kind.facts.endsWith) return false;
  const compared = withoutParentheses(assumption.expression);
  if (compared.kind !== "binary_expression") return false;
  const { left, operator, right } = compared;
  if (operator !== "==" && operator !== "!=") return false;
  const call = withoutParentheses(left);
  // Any error will do, as `ctx.Err() == context.Canceled` shows.
  const isError = (operator === "==") === assumption.holds ? right.kind !== "nil" : right.kind === "nil";
  return isError && call.kind === "call_expression" && asksWhetherDone(call, asked, semantics);
}

/** Whether a call gives the error of a context with which that of a resource is done: the same, or one that was there before it. */
export function asksWhetherDone(
  call: CallExpressionNode,
  { kind, holders, origin }: Asked,
  semantics: FileSemantics,
): boolean {
  const error = kind.facts.endsWith?.error;
  if (error?.endsWith(`.${lastWord(call)}`) !== true || calledName(call, semantics) !== error) return false;
  const context = operandAt(call, "receiver");
  const variable = context?.kind === "identifier" ? semantics.objectOf(context) : undefined;
  if (holders.some((holder) => holder.role === "ends" && holder.variable === variable)) return true;
  const made = context && originOf(context, call, semantics);
  return (
    made === undefined || !isChild(made, semantics) || (origin !== undefined && made.start < origin.start)
  );
}

/** Whether a call makes a context that may be done before its parent is. */
function isChild(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const name = calledName(call, semantics);
  return [contexts, causeContexts].some(({ acquire }) => acquire[name] !== undefined);
}
