import type { FileSemantics, GoObject } from "../../../semantics/index.js";
import type { CallExpressionNode } from "../../../syntax/index.js";
import { isNilForNil } from "../../errors/never-failing.js";
import type { Assigned, FunctionFlow } from "../function-flow.js";
import type { PathState } from "../path-state.js";

/** The state after an assignment from which another variable tells as well whether there is a resource. */
export function withWitness(
  state: PathState,
  assigned: Assigned,
  variable: GoObject,
  before: PathState,
  flow: FunctionFlow,
): PathState {
  const { semantics } = flow;
  const { value, call, place } = assigned;
  const compared = value?.kind === "binary_expression" && value.right.kind === "nil" ? value : undefined;
  const source = value?.kind === "type_assertion_expression" ? value.operand : (compared?.left ?? value);
  const copied = source?.kind === "identifier" ? semantics.objectOf(source) : undefined;
  if (call && isErrorOf(call, assigned, variable, semantics)) {
    const success = flow.knownError(call);
    if (success) return { ...state, undecided: [...state.undecided, { variable, success }] };
  }
  if (call === value && call && isNilWithWitness(call, before, semantics))
    return { ...state, undecided: [...state.undecided, { variable, success: "nil" }] };
  const witness = before.undecided.find((candidate) => candidate.variable === copied);
  if (witness?.success !== "nil") return state;
  // `failed := err != nil`
  if (compared?.operator === "!=" || compared?.operator === "==") {
    const success = compared.operator === "!=" ? "unless true" : "true";
    return { ...state, undecided: [...state.undecided, { variable, success }] };
  }
  if (value === source) return { ...state, undecided: [...state.undecided, { variable, success: "nil" }] };
  // `e, ok := err.(T)`: a nil error is of no type.
  return place === 1
    ? { ...state, undecided: [...state.undecided, { variable, success: "unless true" }] }
    : state;
}

/** Whether a call is given the error of the acquiring call, and gives nil where that is nil. */
function isNilWithWitness(
  call: CallExpressionNode,
  { undecided }: PathState,
  semantics: FileSemantics,
): boolean {
  return call.arguments.children.some((argument, index) => {
    const error = argument.kind === "identifier" ? semantics.objectOf(argument) : undefined;
    const isWitness = undecided.some(({ variable, success }) => variable === error && success === "nil");
    return isWitness && isNilForNil(call, index, semantics);
  });
}

/** Whether what a variable is assigned of a call is the error that the call returns last. */
function isErrorOf(
  call: CallExpressionNode,
  { value, place }: Assigned,
  variable: GoObject,
  semantics: FileSemantics,
): boolean {
  if (semantics.typeText(semantics.typeOfObject(variable)) !== "error") return false;
  const type = semantics.typeOf(call);
  return value !== undefined || type.kind !== "tuple" || place === type.types.length - 1;
}
