import { requestContexts } from "../../knowledge/index.js";
import { enclosingFunction, withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics } from "../../semantics/index.js";
import type { CallExpressionNode, Expression } from "../../syntax/index.js";
import { calledName } from "../called-name.js";
import { requestScope } from "../request-scope.js";

/** Whether a call gives the context of a request, which is done when the request is answered. */
export function isRequestContext(call: CallExpressionNode, semantics: FileSemantics): boolean {
  return requestContexts.has(calledName(call, semantics));
}

/** Whether a request is the one that the function which has it for a parameter answers; others may be those of a client. */
export function isAnswered(request: Expression, semantics: FileSemantics): boolean {
  const name = withoutParentheses(request);
  const declaration = name.kind === "identifier" ? semantics.objectOf(name)?.declaration : undefined;
  const owner = declaration?.kind === "parameter_declaration" ? enclosingFunction(declaration) : undefined;
  return owner !== undefined && requestScope(owner, semantics)?.input === declaration;
}
