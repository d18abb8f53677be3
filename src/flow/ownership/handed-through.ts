import { enclosingFunction } from "../../semantics/index.js";
import type { FileSemantics, FunctionNode } from "../../semantics/index.js";
import type { CallExpressionNode, Expression, SyntaxNode } from "../../syntax/index.js";
import { operandAt } from "./acquisition.js";
import type { Acquisition } from "./acquisition.js";
import { parameterNames } from "./results.js";

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
  if (variable.identifier === receiverOf(owner)) return operandAt(call, "receiver");
  const names = parameterNames(owner);
  const index = names.indexOf(variable.identifier);
  return index === -1 || names.length !== argumentCount(call)
    ? undefined
    : operandAt(call, `argument ${index}`);
}

function receiverOf(owner: FunctionNode): SyntaxNode | undefined {
  const receiver = owner.kind === "method_declaration" ? owner.receiver.children[0] : undefined;
  return receiver?.kind === "parameter_declaration" ? receiver.names[0] : undefined;
}

function argumentCount(call: CallExpressionNode): number {
  return call.arguments.children.length;
}
