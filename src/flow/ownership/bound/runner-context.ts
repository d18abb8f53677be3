import { contextRunners } from "../../../knowledge/index.js";
import { enclosingFunction, withoutParentheses } from "../../../semantics/index.js";
import type { FileSemantics } from "../../../semantics/index.js";
import type { Expression } from "../../../syntax/index.js";
import { calledName } from "../../calls/called-name.js";

/** Whether a context is the parameter of a function literal that is called with one which is cancelled afterwards. */
export function isEndedByRunner(context: Expression, semantics: FileSemantics): boolean {
  const name = withoutParentheses(context);
  const declaration = name.kind === "identifier" ? semantics.objectOf(name)?.declaration : undefined;
  const literal = declaration?.kind === "parameter_declaration" ? enclosingFunction(declaration) : undefined;
  const call = literal?.kind === "func_literal" ? literal.parent?.parent : undefined;
  return call?.kind === "call_expression" && contextRunners.has(calledName(call, semantics));
}
