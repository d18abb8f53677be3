import { errorMakers } from "../../../knowledge/index.js";
import { enclosingFunction, withoutParentheses } from "../../../semantics/index.js";
import type { FileSemantics, FunctionNode, GoObject } from "../../../semantics/index.js";
import type { Expression, SyntaxNode } from "../../../syntax/index.js";
import { calledName } from "../../calls/called-name.js";
import { resultNames } from "../../calls/results.js";
import { isAssignedAt, valueGivenTo } from "../../values/assigned-values.js";
import type { Assigned } from "../function-flow.js";
import { withAnswer, withoutAnswers } from "./answers.js";
import type { Answers } from "./answers.js";
import { constantSort } from "./condition.js";
import type { RepeatedConditions } from "./repeated-conditions.js";

/** The state after a place has got another value, which may answer questions about it. */
export function afterAssignment<State extends Answers>(
  before: State,
  { target, value, isZero }: Assigned,
  conditions: RepeatedConditions,
  semantics: FileSemantics,
): State {
  const state = withoutAnswers(before, conditions.about(target));
  if (isZero) return withZero(state, target, conditions);
  if (target.parent?.kind === "inc_statement") return afterIncrement(state, target, conditions, semantics);
  if (!value) return state;
  const inner = withoutParentheses(value);
  if (inner.kind === "true" || inner.kind === "false")
    return answer(state, conditions.of(target), inner.kind === "true");
  if (constantSort(inner, semantics)) {
    // Whatever else it is compared to, it is not.
    const others = conditions.ofConstants(target, inner);
    const known = { ...state, answered: state.answered | others };
    const question = conditions.ofEquality(target, inner);
    const equal = question ? { ...known, yes: known.yes | question.bit } : known;
    return inner.kind === "int_literal"
      ? answer(equal, conditions.ofPositive(target), inner.text !== "0")
      : equal;
  }
  return isNeverNil(inner, semantics) ? answer(state, conditions.ofLiteral(target, "nil"), false) : state;
}

/** The state after `n++`: what has counted from 0 on is more than that. */
function afterIncrement<State extends Answers>(
  state: State,
  target: Expression,
  conditions: RepeatedConditions,
  semantics: FileSemantics,
): State {
  const variable = semantics.objectOf(target);
  if (!variable || !isCount(variable, semantics.bindings.identifiersOf(variable))) return state;
  return answer(answer(state, conditions.ofLiteral(target, "0"), false), conditions.ofPositive(target), true);
}

/** Whether a variable begins with a number that is not below 0, and is only ever counted up or given another such number. */
function isCount(
  { kind, level, declaration, identifier }: GoObject,
  mentions: readonly SyntaxNode[],
): boolean {
  const isLocal = kind === "variable" && level === "local";
  const isZero = declaration?.kind === "var_spec" && !declaration.value;
  if (!isLocal || (!isZero && declaration?.kind !== "short_var_declaration")) return false;
  return mentions.every((mention) => {
    const { parent } = mention;
    if (parent?.kind === "unary_expression" && parent.operator === "&") return false;
    const isGiven = isAssignedAt(mention) || (mention === identifier && !isZero);
    return !isGiven || parent?.kind === "inc_statement" || valueGivenTo(mention)?.kind === "int_literal";
  });
}

/** What is known of a variable that has its zero value; which of these questions fits its type, the code has told. */
export function withZero<State extends Answers>(
  before: State,
  variable: Expression,
  conditions: RepeatedConditions,
): State {
  let state = answer(before, conditions.of(variable), false);
  for (const zero of ["nil", "0", '""']) state = answer(state, conditions.ofLiteral(variable, zero), true);
  return answer(state, conditions.ofPositive(variable), false);
}

function answer<State extends Answers>(
  state: State,
  question: Parameters<typeof withAnswer>[1] | undefined,
  isYes: boolean,
): State {
  return (question && withAnswer(state, question, isYes === question.sense)) ?? state;
}

/** Whether a value is made on the spot and thus no `nil`. */
function isNeverNil(value: Expression, semantics: FileSemantics): boolean {
  switch (value.kind) {
    case "composite_literal":
    case "func_literal":
      return true;
    case "unary_expression":
      return value.operator === "&";
    case "call_expression":
      return makers.has(value.function.text) || errorMakers.has(calledName(value, semantics));
    default:
      return false;
  }
}

const makers: ReadonlySet<string> = new Set(["make", "new"]);

/** Whether a variable somewhere gets a value of which conditions can tell that it has it. */
export function isGivenConstant(variable: GoObject, semantics: FileSemantics): boolean {
  const { identifier } = variable;
  const owner = identifier && variable.level === "local" ? enclosingFunction(identifier) : undefined;
  if (!owner) return false;
  if (resultNames(owner).includes(identifier)) return true;
  return semantics.bindings.identifiersOf(variable).some((mention) => {
    const spec = mention.parent;
    if (spec?.kind === "var_spec" && !spec.value) return true;
    const value = valueGivenTo(mention);
    return (
      value !== undefined && (constantSort(value, semantics) !== undefined || isNeverNil(value, semantics))
    );
  });
}

/** Whether function literals inside a function assign a variable, at a time that its graph does not show. */
export function isAssignedInside(variable: GoObject, owner: FunctionNode, semantics: FileSemantics): boolean {
  return semantics.bindings.identifiersOf(variable).some((mention) => {
    const around = enclosingFunction(mention);
    if (!around || around === owner || !owner.contains(around) || !isAssignedAt(mention)) return false;
    // What is deferred runs when no condition is left.
    return around.parent?.parent?.kind !== "defer_statement";
  });
}
