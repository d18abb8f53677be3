import type { FileSemantics } from "../../../semantics/index.js";
import { withoutParentheses } from "../../../semantics/index.js";
import type { CallExpressionNode, Expression } from "../../../syntax/index.js";
import { calledName } from "../../calls/called-name.js";
import type { Assumption } from "../../cfg/index.js";
import { answerForNil } from "../../errors/answer-for-nil.js";
import type { FunctionFlow } from "../function-flow.js";
import type { Holder } from "../holder.js";
import type { PathState } from "../path-state.js";
import type { ResourceKind } from "../resource-kind.js";
import { placeOf } from "./condition.js";
import { isSuccess, withoutWitness } from "./witnesses.js";

/**
 * What is known after a branch: `absent` when there is nothing to release on it, because the acquiring call has failed;
 * `impossible` when it contradicts what is known.
 */
export function refine(
  state: PathState,
  assumption: Assumption,
  flow: FunctionFlow,
  kind: ResourceKind,
): PathState | "absent" | "impossible" {
  const known = flow.conditions.afterBranch(state, assumption);
  if (!known) return "impossible";
  switch (assumption.kind) {
    case "condition":
      return afterCondition(known, assumption.expression, assumption.holds, flow, kind);
    case "case":
      return afterCase(known, assumption, flow, kind);
    case "type-case":
      return afterTypeCase(known, assumption, flow.semantics);
    case "range":
    case "communication":
      return known;
  }
}

function afterCondition(
  known: PathState,
  expression: Expression,
  holds: boolean,
  flow: FunctionFlow,
  kind: ResourceKind,
): PathState | "absent" {
  const inner = withoutParentheses(expression);
  if (inner.kind === "binary_expression" && (inner.operator === "==" || inner.operator === "!=")) {
    const isEqual = (inner.operator === "==") === holds;
    if (isEqual && isEmpty(inner.left, inner.right, known, flow, kind)) return "absent";
    if (!isEqual && isFailing(inner.left, inner.right, known, flow.semantics, kind))
      return { ...known, over: true };
    return afterComparison(
      known,
      inner.left,
      inner.right,
      (inner.operator === "==") === holds,
      flow.semantics,
    );
  }
  if (inner.kind === "binary_expression") {
    const isNone = inner.operator === ">" && !holds;
    return isNone && isEmptyList(inner.left, inner.right, known, flow.semantics) ? "absent" : known;
  }
  if (inner.kind === "call_expression" && !holds && isDrain(inner, known, flow.semantics, kind))
    return { ...known, over: true };
  if (inner.kind === "call_expression") {
    const place = inner.arguments.children.findIndex((argument) =>
      isWitness(argument as Expression, known, flow.semantics),
    );
    if (place !== -1) return afterQuestion(known, inner, place, holds, flow.semantics);
    return holds && asksError(inner, known, flow.semantics) ? afterError(known, "not nil") : known;
  }
  return afterFlag(known, inner, holds, flow.semantics);
}

/** Where the answer is another than for a nil error, there is one. Most questions are such: errors.Is(err, …), os.IsNotExist(err). */
function afterQuestion(
  known: PathState,
  call: CallExpressionNode,
  place: number,
  holds: boolean,
  semantics: FileSemantics,
): PathState | "absent" {
  const forNil = answerForNil(call, place, semantics) ?? false;
  return holds === forNil ? known : "absent";
}

/**
 * Whether an equality says that there is nothing to release: the status of a response that has no body, or the length 0 of
 * a slice that would contain the resource.
 */
function isEmpty(
  left: Expression,
  right: Expression,
  { holders }: PathState,
  flow: FunctionFlow,
  { facts }: ResourceKind,
): boolean {
  const { semantics } = flow;
  const subject = withoutParentheses(left);
  const value = facts.emptyWhen && semantics.package.program.types.constants.integer(right);
  if (value !== undefined && subject.kind !== "call_expression") {
    const isTold = (field: Expression | undefined): boolean =>
      field?.kind === "selector_expression" &&
      facts.emptyWhen?.[field.field.text]?.includes(value) === true &&
      holderOf(field.operand, holders, semantics)?.part === "";
    const emptyValues = Object.values(facts.emptyWhen ?? {}).flat();
    return isTold(subject) || (emptyValues.includes(value) && isTold(onlyValueOf(subject, flow)));
  }
  return isEmptyList(subject, right, { holders }, semantics);
}

/** Whether the length 0 would be that of a slice that contains the resource. */
function isEmptyList(
  length: Expression,
  zero: Expression,
  { holders }: Pick<PathState, "holders">,
  semantics: FileSemantics,
): boolean {
  const call = withoutParentheses(length);
  if (call.kind !== "call_expression" || call.function.text !== "len" || zero.text !== "0") return false;
  const [list] = call.arguments.children as readonly Expression[];
  return list !== undefined && holderOf(list, holders, semantics)?.role === "contains";
}

/** What a place is assigned in a function, where that is one thing: `resp.StatusCode` for `code := resp.StatusCode`. */
function onlyValueOf(place: Expression, flow: FunctionFlow): Expression | undefined {
  const { semantics } = flow;
  const key = placeOf(place, semantics)?.key;
  if (key === undefined) return undefined;
  const assigned = flow.graph.blocks
    .flatMap(({ steps }) => steps)
    .flatMap((step) => flow.assignedIn(step))
    .filter(({ target }) => placeOf(target, semantics)?.key === key);
  return assigned.length === 1 ? assigned[0]?.value : undefined;
}

function holderOf(
  expression: Expression,
  holders: readonly Holder[],
  semantics: FileSemantics,
): Holder | undefined {
  const inner = withoutParentheses(expression);
  const variable = inner.kind === "identifier" ? semantics.objectOf(inner) : undefined;
  return holders.find((candidate) => candidate.variable === variable);
}

/** Whether a call asks a holder for more of what it gives, so that it releases itself when there is no more. */
function isDrain(
  call: CallExpressionNode,
  { holders }: PathState,
  semantics: FileSemantics,
  kind: ResourceKind,
): boolean {
  const called = withoutParentheses(call.function);
  if (called.kind !== "selector_expression") return false;
  const operand = withoutParentheses(called.operand);
  const variable = operand.kind === "identifier" ? semantics.objectOf(operand) : undefined;
  const holder = holders.find((candidate) => candidate.variable === variable);
  return holder !== undefined && kind.isDrain(holder.part + called.field.text);
}

/** Whether an inequality says that a holder has failed in a way that leaves nothing to release: `rows.Err() != nil`. */
function isFailing(
  left: Expression,
  right: Expression,
  { holders }: PathState,
  semantics: FileSemantics,
  kind: ResourceKind,
): boolean {
  if (!kind.endsByFailing || right.kind !== "nil") return false;
  const call = withoutParentheses(left);
  if (call.kind !== "call_expression" || call.function.kind !== "selector_expression") return false;
  const holder = holderOf(call.function.operand, holders, semantics);
  return holder?.part === "" && kind.isEndedByFailing(calledName(call, semantics));
}

function afterCase(
  state: PathState,
  { subject, values, holds }: Extract<Assumption, { kind: "case" }>,
  flow: FunctionFlow,
  kind: ResourceKind,
): PathState | "absent" {
  if (holds && values.length > 1) {
    const isFailure =
      isWitness(subject, state, flow.semantics) && values.every((value) => value.kind !== "nil");
    return isFailure ? "absent" : state;
  }
  let known: PathState = state;
  for (const value of values) {
    if (holds && isEmpty(subject, value, known, flow, kind)) return "absent";
    const compared = afterComparison(known, subject, value, holds, flow.semantics);
    if (compared === "absent") return compared;
    known = compared;
  }
  return known;
}

/** An error that has a type is an error; `case nil` is for one that is nil. */
function afterTypeCase(
  state: PathState,
  { subject, types, holds }: Extract<Assumption, { kind: "type-case" }>,
  semantics: FileSemantics,
): PathState | "absent" {
  if (!isWitness(subject, state, semantics)) return state;
  const isNil = types.some(({ text }) => text === "nil");
  return isNil !== holds && (isNil || types.length > 0) ? "absent" : state;
}

function afterComparison(
  state: PathState,
  left: Expression,
  right: Expression,
  isEqual: boolean,
  semantics: FileSemantics,
): PathState | "absent" {
  const [first, second] = [withoutParentheses(left), withoutParentheses(right)];
  const [subject, value] = isNothing(first) ? [second, first] : [first, second];
  if (value.kind === "nil" && isEqual && isPartOfHolder(subject, state, semantics)) return "absent";
  const variable = subject.kind === "identifier" ? semantics.objectOf(subject) : undefined;
  const isOverError = variable !== undefined && state.overWhen?.error === variable;
  if (isNothing(value)) {
    if (isOverError) return afterError(state, isEqual ? "nil" : "not nil");
    // A holder that is nil holds nothing, and one that has been given a function is not nil.
    if (state.holders.some((holder) => holder.variable === variable && isPointer(holder))) {
      return isEqual ? "absent" : state;
    }
    if (isSuccess(subject, "not nil", state, semantics)) return isEqual ? "absent" : state;
    return isSuccess(subject, "nil", state, semantics) ? (isEqual ? state : "absent") : state;
  }
  // An error that equals some other value is an error.
  if (!isEqual || value.kind === "identifier") return state;
  if (isOverError) return afterError(state, "not nil");
  return isSuccess(subject, "nil", state, semantics) ? "absent" : state;
}

/** The state once it shows what the error is that tells whether the resource is over. */
function afterError(state: PathState, error: "nil" | "not nil"): PathState {
  return { ...state, overWhen: undefined, over: state.over || state.overWhen?.is === error };
}

/** Whether nil would not do for what a variable holds: the resource itself, or a function that reaches it. */
function isPointer({ role }: Holder): boolean {
  return role === undefined || role === "releases" || role === "uses";
}

/** `nil`, and 0, which is what a handle is that could not be opened. */
function isNothing(value: Expression): boolean {
  return value.kind === "nil" || (value.kind === "int_literal" && value.text === "0");
}

/** Whether an expression is a field of a holder: a response without a body has nothing to close. */
function isPartOfHolder(expression: Expression, { holders }: PathState, semantics: FileSemantics): boolean {
  if (expression.kind !== "selector_expression") return false;
  const operand = withoutParentheses(expression.operand);
  const variable = operand.kind === "identifier" ? semantics.objectOf(operand) : undefined;
  return variable !== undefined && holders.some((holder) => holder.variable === variable);
}

function afterFlag(
  state: PathState,
  flag: Expression,
  holds: boolean,
  semantics: FileSemantics,
): PathState | "absent" {
  if (isSuccess(flag, "unless true", state, semantics)) return holds ? "absent" : state;
  if (!isSuccess(flag, "true", state, semantics)) return state;
  // One of the answers says that the acquiring call has succeeded; another one may still say that it has not.
  return holds ? withoutWitness(state, flag, semantics) : "absent";
}

/** Whether a call is given the error that tells whether the resource is over: `errors.Is(err, iterator.Done)`. */
function asksError(
  { arguments: given }: CallExpressionNode,
  state: PathState,
  semantics: FileSemantics,
): boolean {
  return given.children.some((argument) => {
    const error = argument.kind === "identifier" ? semantics.objectOf(argument) : undefined;
    return error !== undefined && error === state.overWhen?.error;
  });
}

function isWitness(expression: Expression, state: PathState, semantics: FileSemantics): boolean {
  return isSuccess(expression, "nil", state, semantics);
}
