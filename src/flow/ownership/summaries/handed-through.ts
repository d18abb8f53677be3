import { enclosingFunction } from "../../../semantics/index.js";
import type { FileSemantics } from "../../../semantics/index.js";
import type { CallExpressionNode, Expression } from "../../../syntax/index.js";
import { operandAt } from "../../calls/operand.js";
import { parameterNames, receiverName } from "../../calls/results.js";
import type { Acquisition } from "../acquisition.js";

/**
 * What a caller gives for a value that the function which it calls has got: the argument for a parameter, the operand of
 * the method for the receiver. Undefined for what the function has from somewhere else.
 */
export function givenFor(
  value: Expression,
  { call, from }: Acquisition,
  semantics: FileSemantics,
): Expression | undefined {
  const owner = from && enclosingFunction(from.call);
  const variable = value.kind === "identifier" ? semantics.objectOf(value) : undefined;
  if (!owner || !variable?.identifier) return undefined;
  if (variable.identifier === receiverName(owner)) return operandAt(call, "receiver");
  const names = parameterNames(owner);
  const index = names.indexOf(variable.identifier);
  return index === -1 || names.length !== argumentCount(call)
    ? undefined
    : operandAt(call, `argument ${index}`);
}

function argumentCount(call: CallExpressionNode): number {
  return call.arguments.children.length;
}
