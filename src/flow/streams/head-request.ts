import type { FileSemantics, GoObject } from "../../semantics/index.js";
import type { CallExpressionNode, Expression } from "../../syntax/index.js";
import { givenTo } from "../values/given-value.js";

/** Whether a call sends a request that is plainly made with the method HEAD: it, or what makes the request, is given the method. */
export function sendsHead(call: CallExpressionNode, semantics: FileSemantics): boolean {
  return givesHead(call, semantics, new Set());
}

/** `seen` has the variables that are being looked at. */
function givesHead(call: CallExpressionNode, semantics: FileSemantics, seen: ReadonlySet<GoObject>): boolean {
  return (call.arguments.children as readonly Expression[]).some((argument) => {
    if (semantics.constantText(argument) === "HEAD") return true;
    if (argument.kind === "call_expression") return givesHead(argument, semantics, seen);
    const given = givenTo(argument, semantics);
    if (!given || given.values.length === 0 || seen.has(given.variable)) return false;
    const others = new Set([...seen, given.variable]);
    return given.values.every(
      ({ value }) => value?.kind === "call_expression" && givesHead(value, semantics, others),
    );
  });
}
