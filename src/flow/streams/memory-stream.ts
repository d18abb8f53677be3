import { memoryStreams, streamsOver } from "../../knowledge/index.js";
import { withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics, GoObject } from "../../semantics/index.js";
import type { Expression } from "../../syntax/index.js";
import { calledName } from "../calls/called-name.js";
import { operandAt } from "../calls/operand.js";
import { givenTo } from "../values/given-value.js";
import { useOf } from "../values/use.js";

/** Whether a stream reads or writes memory alone, be it by way of others: a `gzip.Writer` over a `bytes.Buffer`. */
export function isMemoryStream(
  stream: Expression,
  semantics: FileSemantics,
  /** Variables that are being looked at. */
  seen: ReadonlySet<GoObject> = new Set(),
): boolean {
  const value = withoutParentheses(stream);
  if (value.kind === "unary_expression" && value.operator === "&")
    return isMemoryStream(value.operand, semantics, seen);
  if (memoryStreams.has(semantics.typeText(semantics.typeOf(value)).replace(/^\*/, ""))) return true;
  if (value.kind === "call_expression") {
    const position = streamsOver[calledName(value, semantics)];
    const under = position === undefined ? undefined : operandAt(value, position);
    return under !== undefined && isMemoryStream(under, semantics, seen);
  }
  const given = givenTo(value, semantics);
  if (!given || given.values.length === 0 || seen.has(given.variable)) return false;
  const around = new Set([...seen, given.variable]);
  const under = [...given.values.map((each) => each.value), ...resetTo(given.variable, semantics)];
  return under.every((each) => each && isMemoryStream(each, semantics, around));
}

/** The streams over which one is used anew: `w.Reset(file)`. */
function resetTo(variable: GoObject, semantics: FileSemantics): readonly Expression[] {
  return semantics.bindings.identifiersOf(variable).flatMap((mention) => {
    const use = useOf(mention, semantics);
    const isReset = use.kind === "method-call" && use.method === "Reset";
    return isReset ? (use.call.arguments.children as readonly Expression[]) : [];
  });
}
