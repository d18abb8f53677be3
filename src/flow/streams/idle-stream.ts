import { discardingWriters } from "../../knowledge/index.js";
import { withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics } from "../../semantics/index.js";
import type { CallExpressionNode, Expression } from "../../syntax/index.js";
import { destinationOf } from "../values/assigned-variable.js";
import { useOf } from "../values/use.js";

/**
 * Whether a writer that a call makes is given nothing to write to but `io.Discard`, or nothing at all, then or later. A
 * reader of nothing is like it: they encode and decode whole blocks (`EncodeAll`), and have no stream to end.
 */
export function hasNoStream(call: CallExpressionNode, semantics: FileSemantics): boolean {
  return (
    call.arguments.children.some((argument) => isDiscarding(argument as Expression, semantics)) &&
    !isReset(call, semantics)
  );
}

function isDiscarding(argument: Expression, semantics: FileSemantics): boolean {
  const value = withoutParentheses(argument);
  if (value.kind === "nil") return true;
  if (value.kind !== "selector_expression" || value.operand.kind !== "identifier") return false;
  const qualifier = semantics.objectOf(value.operand);
  const path = qualifier?.kind === "package-name" ? qualifier.importPath : undefined;
  return discardingWriters.has(`${path ?? ""}.${value.field.text}`);
}

/** Whether the writer may be given something else to write to: `w.Reset(to)`. */
function isReset(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const destination = destinationOf(call, 0, semantics);
  if (destination.kind !== "variable") return false;
  return semantics.bindings.identifiersOf(destination.variable).some((mention) => {
    const use = useOf(mention, semantics);
    return use.kind === "method-call" && use.method === "Reset";
  });
}
