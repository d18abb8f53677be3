import { withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics, GoObject } from "../../semantics/index.js";
import type { Expression } from "../../syntax/index.js";

/** A variable, or what is reached from it through fields: `cmd`, `job.cmd`. */
export interface AccessPath {
  readonly root: GoObject;
  /** From the root on: "", ".cmd". */
  readonly fields: string;
}

/** The path by which an expression reaches its value; undefined where it takes more than fields and pointers. */
export function accessPath(expression: Expression, semantics: FileSemantics): AccessPath | undefined {
  let fields = "";
  let inner = withoutParentheses(expression);
  for (;;) {
    if (inner.kind === "selector_expression") {
      fields = `.${inner.field.text}${fields}`;
      inner = withoutParentheses(inner.operand);
    } else if (inner.kind === "unary_expression" && (inner.operator === "*" || inner.operator === "&")) {
      inner = withoutParentheses(inner.operand);
    } else break;
  }
  const root = inner.kind === "identifier" ? semantics.objectOf(inner) : undefined;
  return root?.kind === "variable" ? { root, fields } : undefined;
}
