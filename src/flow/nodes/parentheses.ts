import type { SyntaxNode } from "../../syntax/index.js";

/** The node around any number of parentheses, which is what others see of an expression. */
export function outermostParentheses(node: SyntaxNode): SyntaxNode {
  let outer = node;
  while (outer.parent?.kind === "parenthesized_expression") outer = outer.parent;
  return outer;
}
