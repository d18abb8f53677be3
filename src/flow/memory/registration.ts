import { neverReturning } from "../../knowledge/index.js";
import { enclosingFunction } from "../../semantics/index.js";
import type { FileSemantics, GoObject } from "../../semantics/index.js";
import { KindId } from "../../syntax/index.js";
import type { Expression, IfStatementNode, SyntaxNode } from "../../syntax/index.js";
import { ownNodes } from "../nodes/own-nodes.js";
import { isFound, precedingStatement } from "./known-key.js";

/**
 * Whether a write to a container is one that is refused for names that are taken, as registries do: a check of the same
 * container in the same function that panics or returns an error when it finds something. Also whether the write only
 * replaces what is there already.
 */
export function isRegistration(write: SyntaxNode, container: GoObject, semantics: FileSemantics): boolean {
  const owner = enclosingFunction(write);
  if (!owner) return true;
  const checks = (ownNodes(owner, KindId.if_statement) as IfStatementNode[]).filter((check) =>
    looksInto(check, container, semantics),
  );
  return checks.some(
    (check) => refuses(check, semantics) || (isFound(check.condition) && check.consequence.contains(write)),
  );
}

/** Whether an `if` asks a container: `if _, ok := m[k]; ok`, `if m[k] != nil`. */
function looksInto(check: IfStatementNode, container: GoObject, semantics: FileSemantics): boolean {
  const parts = [check.initializer, check.condition, precedingStatement(check)];
  return parts.some(
    (part) =>
      part !== undefined &&
      semantics.package.identifiersOf(container).some((mention) => part.contains(mention)),
  );
}

function refuses({ condition, consequence }: IfStatementNode, semantics: FileSemantics): boolean {
  if (!isFound(condition) && condition.kind !== "index_expression") return false;
  const last = consequence.child?.children.at(-1);
  if (last?.kind === "return_statement") {
    const result = last.child?.children.at(-1);
    return result !== undefined && result.kind !== "nil" && isError(result, semantics);
  }
  if (last?.kind !== "expression_statement" || last.child.kind !== "call_expression") return false;
  const callee = semantics.callee(last.child);
  return (
    (callee?.kind === "builtin" && callee.name === "panic") ||
    (callee?.kind === "imported" && neverReturning.has(callee.name))
  );
}

function isError(value: Expression, semantics: FileSemantics): boolean {
  return semantics.typeText(semantics.typeOf(value)) === "error";
}
