import type { Expression } from "../../syntax/index.js";
import { DraftBlock } from "./draft-block.js";
import type { Fork } from "./draft-block.js";

/** A condition and where its outcomes lead. */
interface Decision extends Fork {
  /** Undefined where the parser found none: both outcomes are possible. */
  readonly condition: Expression | undefined;
}

/**
 * Evaluates a condition at a fork. `&&`, `||`, `!` and parentheses become blocks and edges, so that only atoms are
 * assumed; the literals `true` and `false` leave one way. Conditions may be nested deeply, hence no recursion.
 */
export function decide(condition: Expression | undefined, fork: Fork): void {
  const pending: Decision[] = [{ ...fork, condition }];
  for (let decision = pending.pop(); decision; decision = pending.pop()) {
    const parts = partsOf(decision);
    if (parts) pending.push(...parts);
    else decideAtom(decision);
  }
}

/** The decisions that make up one; undefined for an atom. */
function partsOf(decision: Decision): readonly Decision[] | undefined {
  const { condition, whenTrue, whenFalse } = decision;
  switch (condition?.kind) {
    case "parenthesized_expression":
      return [{ ...decision, condition: condition.child }];
    case "unary_expression":
      if (condition.operator !== "!") return undefined;
      return [{ ...decision, condition: condition.operand, whenTrue: whenFalse, whenFalse: whenTrue }];
    case "binary_expression": {
      const { left, operator, right } = condition;
      if (operator !== "&&" && operator !== "||") return undefined;
      const second = new DraftBlock();
      const wayOn = operator === "&&" ? { whenTrue: second } : { whenFalse: second };
      return [
        { ...decision, condition: left, ...wayOn },
        { ...decision, condition: right, from: second },
      ];
    }
    default:
      return undefined;
  }
}

function decideAtom({ condition, from, whenTrue, whenFalse }: Decision): void {
  if (condition?.kind === "true") return from.goTo(whenTrue);
  if (condition?.kind === "false") return from.goTo(whenFalse);
  if (condition) from.steps.push(condition);
  from.goTo(whenTrue, condition && { kind: "condition", expression: condition, holds: true });
  from.goTo(whenFalse, condition && { kind: "condition", expression: condition, holds: false });
}
