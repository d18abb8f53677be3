import { enclosingFunction } from "../../semantics/index.js";
import type { FileSemantics } from "../../semantics/index.js";
import type { IfStatementNode, SyntaxNode } from "../../syntax/index.js";
import { graphOf } from "../paths/graph-of.js";

/**
 * The `if err != nil { … return … }` that directly follows a statement and looks at the given variable.
 * Undefined when there is none, or when its body goes on into the code after it.
 */
export function errorCheckAfter(
  statement: SyntaxNode,
  error: string,
  semantics: FileSemantics,
): IfStatementNode | undefined {
  const list = statement.parent;
  if (list?.kind !== "statement_list") return undefined;
  const next = list.children[list.allChildren.indexOf(statement) + 1];
  if (next?.kind !== "if_statement" || next.initializer || next.alternative) return undefined;
  const { condition } = next;
  const tests = condition.kind === "binary_expression" && condition.operator === "!=";
  if (!tests || condition.left.text !== error || condition.right.kind !== "nil") return undefined;
  return leavesFunction(next, semantics) ? next : undefined;
}

/** Whether the last statement of the body leaves the function: a return, or a call that never comes back. */
function leavesFunction({ consequence }: IfStatementNode, semantics: FileSemantics): boolean {
  const last = consequence.child?.children.at(-1);
  if (last?.kind === "return_statement") return true;
  const owner = last?.kind === "expression_statement" ? enclosingFunction(last) : undefined;
  const place = owner && last && graphOf(owner, semantics)?.steps.placeOf(last);
  const { exit } = place?.block ?? {};
  return exit !== undefined && exit.kind !== "end";
}
