import type { Expression, ExpressionCaseNode, TypeCaseNode } from "../../syntax/index.js";
import { decide } from "./conditions.js";
import { DraftBlock } from "./draft-block.js";
import type { Fork } from "./draft-block.js";

/** Tests at a fork whether a case is taken. A switch without subject takes the first case that is true. */
export function decideCase(
  clause: ExpressionCaseNode | TypeCaseNode,
  subject: Expression | undefined,
  fork: Fork,
): void {
  if (clause.kind === "type_case") return decideType(clause, subject, fork);
  const values = clause.value.children;
  if (subject) decideValue(values, subject, fork);
  else decideAny(values, fork);
}

function decideType({ types }: TypeCaseNode, subject: Expression | undefined, fork: Fork): void {
  const { from, whenTrue, whenFalse } = fork;
  from.goTo(whenTrue, subject && { kind: "type-case", subject, types, holds: true });
  from.goTo(whenFalse, subject && { kind: "type-case", subject, types, holds: false });
}

function decideValue(
  values: readonly Expression[],
  subject: Expression,
  { from, whenTrue, whenFalse }: Fork,
): void {
  from.run(values);
  from.goTo(whenTrue, { kind: "case", subject, values, holds: true });
  from.goTo(whenFalse, { kind: "case", subject, values, holds: false });
}

/** Whether one of several conditions is true. Those behind it are not evaluated. */
function decideAny(conditions: readonly Expression[], { from, whenTrue, whenFalse }: Fork): void {
  let otherwise = whenFalse;
  for (const condition of conditions.toReversed()) {
    const test = new DraftBlock();
    decide(condition, { from: test, whenTrue, whenFalse: otherwise });
    otherwise = test;
  }
  from.goTo(otherwise);
}
