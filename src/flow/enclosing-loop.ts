import { isFunction } from "../semantics/index.js";
import type { ForStatementNode, SyntaxNode } from "../syntax/index.js";

/**
 * The innermost loop of the same function whose turns run a node again. What a loop ranges over and what comes
 * before its first turn run once.
 */
export function enclosingLoop(node: SyntaxNode): ForStatementNode | undefined {
  let inner = node;
  for (let outer = node.parent; outer && !isFunction(outer); outer = outer.parent) {
    if (outer.kind === "for_statement" && !runsBefore(inner, node)) return outer;
    inner = outer;
  }
  return undefined;
}

/** Whether a node inside the head of a loop runs before its first turn. */
function runsBefore(head: SyntaxNode, node: SyntaxNode): boolean {
  if (head.kind === "range_clause") return true;
  return head.kind === "for_clause" && head.initializer?.contains(node) === true;
}
