import { isFunction } from "../../semantics/index.js";
import { KindId } from "../../syntax/index.js";
import type { ForStatementNode, SyntaxNode } from "../../syntax/index.js";
import { ownNodes } from "../nodes/own-nodes.js";
import { leaves } from "./jump.js";

/**
 * The innermost loop of the same function that may run a node more than once. What a loop ranges over and what
 * comes before its first turn run once, and so does code after which the loop is always left.
 */
export function enclosingLoop(node: SyntaxNode): ForStatementNode | undefined {
  let inner = node;
  for (let outer = node.parent; outer && !isFunction(outer); outer = outer.parent) {
    if (outer.kind === "for_statement" && !runsBefore(inner, node) && !isLeftAfter(node, outer)) return outer;
    inner = outer;
  }
  return undefined;
}

/** Whether a node inside the head of a loop runs before its first turn. */
function runsBefore(head: SyntaxNode, node: SyntaxNode): boolean {
  if (head.kind === "range_clause") return true;
  return head.kind === "for_clause" && head.initializer?.contains(node) === true;
}

/** Whether a list of statements around a node ends by leaving the loop, and nothing begins another turn before. */
function isLeftAfter(node: SyntaxNode, loop: ForStatementNode): boolean {
  const isContinued = ownNodes(loop, KindId.continue_statement).some((jump) => jump.start > node.end);
  if (isContinued) return false;
  for (let list = node.parent; list && list !== loop; list = list.parent) {
    if (list.kind !== "statement_list") continue;
    const last = list.children.at(-1);
    if (last?.kind === "return_statement" || (last?.kind === "break_statement" && leaves(last, loop)))
      return true;
  }
  return false;
}
