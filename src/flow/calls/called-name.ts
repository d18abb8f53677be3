import type { FileSemantics } from "../../semantics/index.js";
import type { CallExpressionNode } from "../../syntax/index.js";

/**
 * The full name of what a call calls: `os.Open`, `net/http.(*Client).Do`. Of a package whose source is out of reach, and of
 * C, functions are named as well. Empty where it cannot be told.
 */
export function calledName(call: CallExpressionNode, semantics: FileSemantics): string {
  const name = semantics.calleeName(call);
  if (name !== undefined) return name;
  const callee = semantics.callee(call);
  return callee?.kind === "imported" ? callee.name.replace(vendored, "") : "";
}

/** Where old projects keep copies of packages: what follows is the import path that everybody knows. */
const vendored = /^.*\/(?:vendor|Godeps\/_workspace\/src)\//;
