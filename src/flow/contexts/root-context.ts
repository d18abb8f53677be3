import { contextDetachers } from "../../knowledge/index.js";
import { withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics, GoObject } from "../../semantics/index.js";
import type { CallExpressionNode, Expression } from "../../syntax/index.js";
import { calledName } from "../calls/called-name.js";
import { enclosingLoop } from "../loops/enclosing-loop.js";
import { givenAt } from "../values/given-value.js";

/**
 * Whether a context that a call is given is never done: `context.Background()`, `context.WithoutCancel(ctx)`, or a local variable
 * that has had no other value by then.
 */
export function isRootContext(
  context: Expression,
  call: CallExpressionNode,
  semantics: FileSemantics,
): boolean {
  const value = withoutParentheses(context);
  if (value.kind === "call_expression") return contextDetachers.has(calledName(value, semantics));
  const variable = value.kind === "identifier" ? semantics.objectOf(value) : undefined;
  return (
    variable?.kind === "variable" && variable.level === "local" && isRootBefore(call, variable, semantics)
  );
}

function isRootBefore(call: CallExpressionNode, variable: GoObject, semantics: FileSemantics): boolean {
  const { declaration } = variable;
  if (declaration?.kind !== "short_var_declaration" && declaration?.kind !== "var_spec") return false;
  const isInLoop = enclosingLoop(call) !== undefined;
  const given = semantics.bindings.identifiersOf(variable).flatMap((mention) => {
    const isBefore = mention.start < call.start;
    // `ctx, cancel = context.WithCancel(ctx)` gets what the variable had before, which a turn of a loop may have given it.
    const isOwn = mention.parent?.parent?.contains(call) === true;
    return isInLoop || (isBefore && !isOwn) ? (givenAt(mention) ?? []) : [];
  });
  return (
    given.length > 0 &&
    given.every(({ value }) => {
      const made = value && withoutParentheses(value);
      return made?.kind === "call_expression" && contextDetachers.has(calledName(made, semantics));
    })
  );
}
