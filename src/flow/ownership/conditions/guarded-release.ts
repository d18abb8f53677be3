import { withoutParentheses } from "../../../semantics/index.js";
import type { Expression, IfStatementNode } from "../../../syntax/index.js";
import type { Assumption } from "../../cfg/index.js";
import { outermostParentheses } from "../../nodes/parentheses.js";
import type { FunctionFlow } from "../function-flow.js";
import type { Holder } from "../holder.js";
import type { MentionEffects } from "../mentions/mention.js";

/**
 * Whether a branch passes by a release because the resource itself said that there is nothing to release: `if !c.Closed() {
 * c.Close() }`. What else is done with the resource in there shows that the question was about something else.
 */
export function isPastGuardedRelease(
  assumption: Assumption,
  holders: readonly Holder[],
  { owner, semantics }: FunctionFlow,
  effects: MentionEffects,
): boolean {
  if (assumption.kind !== "condition") return false;
  const asked = askedOperand(assumption.expression);
  const variable = asked && semantics.objectOf(asked);
  const holder = holders.find((candidate) => candidate.variable === variable && !candidate.role);
  const guard = holder && guardOf(assumption.expression);
  if (!guard || guard.opens === assumption.holds) return false;
  const mentions = semantics.bindings
    .identifiersOf(holder.variable)
    .filter((mention) => guard.statement.consequence.contains(mention));
  return (
    mentions.length > 0 &&
    mentions.every((mention) => effects.ofMention(mention, holder, owner, semantics).kind === "releases")
  );
}

/** What a method without arguments is called on. */
function askedOperand(condition: Expression): Expression | undefined {
  const call = withoutParentheses(condition);
  if (call.kind !== "call_expression" || call.arguments.children.length > 0) return undefined;
  const called = withoutParentheses(call.function);
  const operand = called.kind === "selector_expression" ? withoutParentheses(called.operand) : undefined;
  return operand?.kind === "identifier" ? operand : undefined;
}

/** The `if` whose condition cannot hold unless a part of it has one answer. */
function guardOf(
  part: Expression,
): { readonly statement: IfStatementNode; readonly opens: boolean } | undefined {
  let node = outermostParentheses(part);
  let opens = true;
  for (let isAlone = true; node.parent;) {
    const around = node.parent;
    if (around.kind === "if_statement")
      return around.condition === node ? { statement: around, opens } : undefined;
    // `!(a && b)` holds with either answer.
    if (around.kind === "unary_expression" && around.operator === "!" && isAlone) opens = !opens;
    else if (around.kind === "binary_expression" && around.operator === "&&") isAlone = false;
    else return undefined;
    node = outermostParentheses(around);
  }
  return undefined;
}
