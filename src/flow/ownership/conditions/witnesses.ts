import type { FileSemantics } from "../../../semantics/index.js";
import type { CallExpressionNode, Expression } from "../../../syntax/index.js";
import { answerForNil } from "../../errors/answer-for-nil.js";
import { isNilForNil } from "../../errors/never-failing.js";
import type { Assigned, FunctionFlow } from "../function-flow.js";
import type { PathState, Witness } from "../path-state.js";
import { placeOf } from "./condition.js";

/** Whether an expression is a place that holds something in particular when the acquiring call has succeeded. */
export function isSuccess(
  expression: Expression,
  success: Witness["success"],
  { undecided }: PathState,
  semantics: FileSemantics,
): boolean {
  const witnesses = undecided.filter((witness) => witness.success === success);
  if (witnesses.length === 0) return false;
  const key = placeOf(expression, semantics)?.key;
  return witnesses.some(({ place }) => place.key === key);
}

/** The state in which a place tells whether there is a resource. */
export function withWitness(
  state: PathState,
  target: Expression,
  success: Witness["success"],
  semantics: FileSemantics,
): PathState {
  const place = placeOf(target, semantics);
  return place ? { ...state, undecided: [...state.undecided, { place, success }] } : state;
}

/** The state in which a place tells nothing of that any more. */
export function withoutWitness(state: PathState, target: Expression, semantics: FileSemantics): PathState {
  if (state.undecided.length === 0) return state;
  const key = placeOf(target, semantics)?.key;
  return { ...state, undecided: state.undecided.filter(({ place }) => place.key !== key) };
}

/** What a place that is assigned holds if there is a resource; undefined where it tells nothing of that. */
export function successToldBy(
  assigned: Assigned,
  before: PathState,
  flow: FunctionFlow,
): Witness["success"] | undefined {
  const { semantics } = flow;
  const { value, call, place } = assigned;
  if (call && isErrorOf(call, assigned, semantics)) {
    const known = flow.knownError(call);
    if (known) return known;
  }
  if (call && call === value) {
    const told = toldByCall(call, before, semantics);
    if (told) return told;
  }
  const compared = value?.kind === "binary_expression" && value.right.kind === "nil" ? value : undefined;
  const source = value?.kind === "type_assertion_expression" ? value.operand : (compared?.left ?? value);
  if (!source || !isSuccess(source, "nil", before, semantics)) return undefined;
  // `failed := err != nil`
  if (compared?.operator === "!=") return "unless true";
  if (compared?.operator === "==") return "true";
  if (value === source) return "nil";
  // `e, ok := err.(T)`: a nil error is of no type.
  return place === 1 ? "unless true" : undefined;
}

/** What a call gives that is given the error of the acquiring call, where that is nil. */
function toldByCall(
  call: CallExpressionNode,
  before: PathState,
  semantics: FileSemantics,
): Witness["success"] | undefined {
  const place = call.arguments.children.findIndex((argument) =>
    isSuccess(argument as Expression, "nil", before, semantics),
  );
  if (place === -1) return undefined;
  if (isNilForNil(call, place, semantics)) return "nil";
  const answer = answerForNil(call, place, semantics);
  return answer === undefined ? undefined : answer ? "true" : "unless true";
}

/** Whether what a variable is assigned of a call is the error that the call returns last. */
function isErrorOf(
  call: CallExpressionNode,
  { variable, value, place }: Assigned,
  semantics: FileSemantics,
): boolean {
  if (!variable) return false;
  const type = semantics.typeOf(call);
  const isLast = value !== undefined || type.kind !== "tuple" || place === type.types.length - 1;
  return isLast && semantics.typeText(semantics.typeOfObject(variable)) === "error";
}
