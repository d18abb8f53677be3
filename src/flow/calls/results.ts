import { enclosingFunction } from "../../semantics/index.js";
import type { FunctionNode } from "../../semantics/index.js";
import type { ReturnStatementNode, SyntaxNode } from "../../syntax/index.js";

/** The identifiers of a function's results, in order; undefined for those without a name. */
export function resultNames({ result }: FunctionNode): readonly (SyntaxNode | undefined)[] {
  if (result?.kind !== "parameter_list") return result ? [undefined] : [];
  return result.children.flatMap((parameter): readonly (SyntaxNode | undefined)[] =>
    parameter.kind === "parameter_declaration" && parameter.names.length > 0 ? parameter.names : [undefined],
  );
}

/** The identifiers of a function's parameters, in order; undefined for those without a name and for variadic ones. */
export function parameterNames({ parameters }: FunctionNode): readonly (SyntaxNode | undefined)[] {
  return parameters.children.flatMap((parameter): readonly (SyntaxNode | undefined)[] => {
    if (parameter.kind !== "parameter_declaration") return [undefined];
    return parameter.names.length > 0 ? parameter.names : [undefined];
  });
}

/** Which of its parameters a function has something as. */
export type ParameterPlace = number | "receiver";

/** The identifier of a parameter; undefined for one without a name and for a variadic one. */
export function parameterAt(owner: FunctionNode, place: ParameterPlace): SyntaxNode | undefined {
  return place === "receiver" ? receiverName(owner) : parameterNames(owner)[place];
}

/** The identifier of a method's receiver. */
export function receiverName(owner: FunctionNode): SyntaxNode | undefined {
  const receiver = owner.kind === "method_declaration" ? owner.receiver.children[0] : undefined;
  return receiver?.kind === "parameter_declaration" ? receiver.names[0] : undefined;
}

/** The types of a function's results as they are written, in order. */
export function resultTypes({ result }: FunctionNode): readonly string[] {
  if (result?.kind !== "parameter_list") return result ? [result.text] : [];
  return result.children.flatMap((parameter): readonly string[] => {
    if (parameter.kind !== "parameter_declaration") return [];
    return Array.from({ length: Math.max(1, parameter.names.length) }, () => parameter.type.text);
  });
}

/** Whether a return statement may return an error. */
export function mayFail(statement: ReturnStatementNode): boolean {
  const owner = enclosingFunction(statement);
  const types = owner ? resultTypes(owner) : [];
  return types.at(-1) === "error" && statement.child?.children.at(-1)?.kind !== "nil";
}
