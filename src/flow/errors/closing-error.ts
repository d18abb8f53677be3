import { closedWithoutLoss, openedForReading, surelyClosed } from "../../knowledge/index.js";
import { enclosingFunction, withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics } from "../../semantics/index.js";
import type { CallExpressionNode, Expression, SyntaxNode } from "../../syntax/index.js";
import { calledName } from "../calls/called-name.js";
import { reachableFrom } from "../cfg/index.js";
import { graphOf } from "../paths/graph-of.js";
import { givenTo } from "../values/given-value.js";

/** Whether a call closes something that cannot fail to close, as nothing has closed it before: an end of a pipe. */
export function closesSurely(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const closed = closedBy(call);
  return (
    closed !== undefined && comesFrom(closed, surelyClosed, semantics) && isFirst(call, closed, semantics)
  );
}

/** Whether a call closes what is read, a pipe or a connection, so that hardly ever it fails, and no data is lost if it does. */
export function closesWithoutLoss(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const closed = closedBy(call);
  if (!closed) return false;
  const type = semantics.typeText(semantics.typeOf(closed));
  return closedWithoutLoss.has(type) || comesFrom(closed, openedForReading, semantics);
}

function closedBy(call: CallExpressionNode): Expression | undefined {
  const called = withoutParentheses(call.function);
  const isClose = called.kind === "selector_expression" && called.field.text === "Close";
  return isClose && call.arguments.children.length === 0 ? called.operand : undefined;
}

/** Whether all values of a local variable are results of certain functions. */
function comesFrom(name: Expression, makers: ReadonlySet<string>, semantics: FileSemantics): boolean {
  const given = givenTo(name, semantics)?.values ?? [];
  return (
    given.length > 0 &&
    given.every(({ from }) => {
      if (from?.kind === "nil") return true;
      return from?.kind === "call_expression" && makers.has(calledName(from, semantics));
    })
  );
}

/** Whether no other call that closes the same variable comes before one. What is deferred runs later. */
function isFirst(call: CallExpressionNode, closed: Expression, semantics: FileSemantics): boolean {
  const variable = semantics.objectOf(withoutParentheses(closed));
  const owner = enclosingFunction(call);
  const steps = owner && graphOf(owner, semantics)?.steps;
  const place = steps?.placeOf(call);
  if (!variable || !steps || !place) return false;
  return semantics.bindings.identifiersOf(variable).every((mention) => {
    const other = closingCallOf(mention);
    if (!other || other === call || isDeferred(other)) return true;
    const before = enclosingFunction(other) === owner ? steps.placeOf(other) : undefined;
    if (!before) return false;
    if (before.block === place.block && before.position < place.position) return false;
    return !reachableFrom(before.block).has(place.block);
  });
}

function closingCallOf(mention: SyntaxNode): CallExpressionNode | undefined {
  const call = mention.parent?.parent;
  return call?.kind === "call_expression" && closedBy(call) === mention ? call : undefined;
}

/** `defer f.Close()`, `defer func() { … f.Close() … }()` */
function isDeferred(call: CallExpressionNode): boolean {
  if (call.parent?.kind === "defer_statement") return true;
  const owner = enclosingFunction(call);
  return owner?.kind === "func_literal" && owner.parent?.parent?.kind === "defer_statement";
}
