import type { ErrorNode, SyntaxNode, VarDeclarationNode } from "../../syntax/index.js";

/**
 * The statements of a block or of a clause. What the parser could not make sense of is among them: it may have
 * been one.
 */
export function statementsIn(list: SyntaxNode): readonly SyntaxNode[] {
  return list.allChildren.flatMap((child) => {
    if (child.kind === "statement_list") return child.allChildren;
    return child.kind === "ERROR" ? [child] : [];
  });
}

/** What the parser could not make sense of in the head of a statement, or between its clauses. */
export function errorsIn(statement: SyntaxNode): readonly ErrorNode[] {
  if (statement.tree.errors.length === 0) return [];
  return statement.allChildren.flatMap((child) => {
    if (child.kind === "for_clause") return errorsIn(child);
    return child.kind === "ERROR" ? [child] : [];
  });
}

/** The variables of a declaration, which get their values one specification after the other. */
export function specsOf({ child }: VarDeclarationNode): readonly SyntaxNode[] {
  return child.kind === "var_spec_list" ? child.allChildren : [child];
}
