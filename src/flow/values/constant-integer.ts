import { withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics } from "../../semantics/index.js";
import type { Expression, SyntaxNode } from "../../syntax/index.js";

/** The value of a constant integer expression; undefined for all others. */
export function constantInteger(value: SyntaxNode, semantics: FileSemantics): bigint | undefined {
  const { constants } = semantics.package.program.types;
  return constants.integer(withoutParentheses(value as Expression));
}
