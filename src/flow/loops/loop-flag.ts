import { enclosingFunction, withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics, FunctionNode, GoObject } from "../../semantics/index.js";
import type { Expression, ForStatementNode, SyntaxNode } from "../../syntax/index.js";
import type { Stop } from "../paths/clear-way.js";
import { givenAt } from "../values/given-value.js";
import { conditionOf } from "./loop-bound.js";

/** A variable that a loop asks whether to go on. */
interface Flag {
  readonly variable: GoObject;
  /** The value after which the loop does not go on. */
  readonly end: "true" | "false";
}

/**
 * Says of a step in a loop that no other turn comes after it: it sets a flag that the loop's condition asks for, and nothing in
 * the loop sets it back.
 */
export function lastTurnOf(loop: ForStatementNode, semantics: FileSemantics): Stop {
  const condition = conditionOf(loop);
  const flags = condition ? flagsIn(condition, semantics) : [];
  const endings = flags.flatMap((flag) => endingsBy(flag, loop, semantics));
  return (step) => endings.some((mention) => step.contains(mention));
}

/** The flags without which a condition does not hold. */
function flagsIn(condition: Expression, semantics: FileSemantics): readonly Flag[] {
  const inner = withoutParentheses(condition);
  if (inner.kind === "binary_expression" && inner.operator === "&&")
    return [...flagsIn(inner.left, semantics), ...flagsIn(inner.right, semantics)];
  const isNegated = inner.kind === "unary_expression" && inner.operator === "!";
  const name = isNegated ? withoutParentheses(inner.operand) : inner;
  const variable = name.kind === "identifier" ? semantics.objectOf(name) : undefined;
  if (variable?.kind !== "variable" || variable.level !== "local") return [];
  return [{ variable, end: isNegated ? "true" : "false" }];
}

/** The places in a loop that set a flag for the end; none where something may set it back. */
function endingsBy(
  { variable, end }: Flag,
  loop: ForStatementNode,
  semantics: FileSemantics,
): readonly SyntaxNode[] {
  const owner = enclosingFunction(loop);
  const given = semantics.bindings
    .identifiersOf(variable)
    .filter((mention) => givenAt(mention) !== undefined && isInTurn(mention, loop, owner));
  const isSetBack = given.some((mention) => givenAt(mention)?.value?.kind !== end);
  return isSetBack ? [] : given.filter((mention) => enclosingFunction(mention) === owner);
}

/** Whether code may run while a loop goes on: it is in its body, in another function, or hands out the address of a variable. */
function isInTurn(mention: SyntaxNode, loop: ForStatementNode, owner: FunctionNode | undefined): boolean {
  if (loop.body.contains(mention) || enclosingFunction(mention) !== owner) return true;
  const { child: control } = loop;
  const update = control?.kind === "for_clause" ? control.update : undefined;
  return mention.parent?.kind === "unary_expression" || update?.contains(mention) === true;
}
