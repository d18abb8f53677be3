import { withoutParentheses } from "../../../semantics/index.js";
import type { FileSemantics } from "../../../semantics/index.js";
import type { Expression } from "../../../syntax/index.js";
import type { Assumption } from "../../cfg/index.js";
import type { Holder } from "../holder.js";
import { placeOf } from "./condition.js";

/**
 * Whether a branch is taken only if what has just been acquired equals something that others have: `f == os.Stdout`. What is
 * new never does, so there is nothing to release.
 */
export function isSomethingElse(
  assumption: Assumption,
  holders: readonly Holder[],
  semantics: FileSemantics,
): boolean {
  const differ = (left: Expression, right: Expression): boolean =>
    (isHolder(left, holders, semantics) && isOfOthers(right, holders, semantics)) ||
    (isHolder(right, holders, semantics) && isOfOthers(left, holders, semantics));
  switch (assumption.kind) {
    case "condition": {
      const compared = withoutParentheses(assumption.expression);
      if (compared.kind !== "binary_expression") return false;
      return compared.operator === (assumption.holds ? "==" : "!=") && differ(compared.left, compared.right);
    }
    case "case": {
      const { subject, values, holds } = assumption;
      return holds && values.every((value) => differ(subject, value));
    }
    default:
      return false;
  }
}

/** Whether an expression is a variable that holds all of the resource. */
function isHolder(expression: Expression, holders: readonly Holder[], semantics: FileSemantics): boolean {
  const inner = withoutParentheses(expression);
  const variable = inner.kind === "identifier" ? semantics.objectOf(inner) : undefined;
  return holders.some((holder) => holder.variable === variable && !holder.role && holder.part === "");
}

/** Whether an expression names something without way of the resource. */
function isOfOthers(expression: Expression, holders: readonly Holder[], semantics: FileSemantics): boolean {
  const place = placeOf(expression, semantics);
  return place !== undefined && !holders.some(({ variable }) => place.variables.includes(variable));
}
