import type { FileSemantics, FunctionNode } from "../../semantics/index.js";
import type { CallExpressionNode } from "../../syntax/index.js";
import { hiddenFunctions } from "../calls/hidden-functions.js";
import { literalOf } from "./assigned-values.js";

/** The functions of the module that a call may call: several where build variants declare one, or for a function value. */
export function functionsCalled(call: CallExpressionNode, semantics: FileSemantics): readonly FunctionNode[] {
  const callee = semantics.callee(call);
  switch (callee?.kind) {
    case "declared":
      return callee.declarations;
    case "literal":
      return [callee.literal];
    case "value": {
      const literal = literalOf(callee.object, semantics);
      return literal ? [literal] : hiddenFunctions(call, semantics);
    }
    case "builtin":
      return [];
    default: {
      const implementation = semantics.implementation(call);
      return implementation ? [implementation] : [];
    }
  }
}
