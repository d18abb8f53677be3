import type { IfStatementNode, SyntaxNode } from "../syntax/index.js";

/**
 * The `if err != nil { … return … }` that directly follows a statement and looks at the given variable.
 * Undefined when there is none, or when its body goes on into the code after it.
 */
export function errorCheckAfter(statement: SyntaxNode, error: string): IfStatementNode | undefined {
  const list = statement.parent;
  if (list?.kind !== "statement_list") return undefined;
  const next = list.children[list.allChildren.indexOf(statement) + 1];
  if (next?.kind !== "if_statement" || next.initializer || next.alternative) return undefined;
  const { condition } = next;
  const tests = condition.kind === "binary_expression" && condition.operator === "!=";
  if (!tests || condition.left.text !== error || condition.right.kind !== "nil") return undefined;
  return endsWithReturn(next) ? next : undefined;
}

function endsWithReturn(statement: IfStatementNode): boolean {
  return statement.consequence.child?.children.at(-1)?.kind === "return_statement";
}
