import type { FileSemantics } from "../../semantics/index.js";
import type { CallExpressionNode, Expression, SyntaxNode } from "../../syntax/index.js";
import { useOf } from "../values/use.js";

/** Whether a call sends a request that is plainly made with the method HEAD: it, or what makes the request, is given the method. */
export function sendsHead(call: CallExpressionNode, semantics: FileSemantics): boolean {
  return call.arguments.children.some((argument) => {
    if (semantics.constantText(argument as Expression) === "HEAD") return true;
    const maker = argument.kind === "identifier" ? onlyValue(argument, semantics) : argument;
    return maker?.kind === "call_expression" && sendsHead(maker, semantics);
  });
}

/** The call whose results a variable is declared with, when nothing else is ever assigned to it. */
function onlyValue(name: SyntaxNode, semantics: FileSemantics): SyntaxNode | undefined {
  const variable = semantics.objectOf(name);
  const { declaration } = variable ?? {};
  if (!variable || declaration?.kind !== "short_var_declaration" || declaration.right.children.length !== 1)
    return undefined;
  const isReassigned = semantics.package
    .identifiersOf(variable)
    .some((mention) => mention !== variable.identifier && useOf(mention, semantics).kind === "assignment");
  return isReassigned ? undefined : declaration.right.children[0];
}
