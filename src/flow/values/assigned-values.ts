import { withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics, GoObject } from "../../semantics/index.js";
import type { FuncLiteralNode, Expression, SyntaxNode } from "../../syntax/index.js";

/** What the mention of a variable is assigned there, where that is one value of its own. */
export function valueGivenTo(mention: SyntaxNode): Expression | undefined {
  const targets = mention.parent;
  const statement = targets?.kind === "var_spec" ? targets : targets?.parent;
  switch (statement?.kind) {
    case "assignment_statement":
    case "short_var_declaration": {
      const { left, right } = statement;
      if (left !== targets || left.children.length !== right.children.length) return undefined;
      return right.children[left.children.indexOf(mention as Expression)];
    }
    case "var_spec":
      return statement.value?.children[(statement.names as readonly SyntaxNode[]).indexOf(mention)];
    default:
      return undefined;
  }
}

/** Whether the mention of a variable gives it another value after its declaration. */
export function isAssignedAt({ parent }: SyntaxNode): boolean {
  if (parent?.kind === "inc_statement" || parent?.kind === "dec_statement") return true;
  const statement = parent?.kind === "expression_list" ? parent.parent : undefined;
  switch (statement?.kind) {
    case "assignment_statement":
    case "range_clause":
    case "receive_statement":
      return statement.left === parent;
    default:
      return false;
  }
}

/** The function literal that a local variable stands for wherever it is called: the only value that it ever gets. */
export function literalOf(variable: GoObject, semantics: FileSemantics): FuncLiteralNode | undefined {
  if (variable.kind !== "variable" || variable.level !== "local") return undefined;
  const { declaration, identifier } = variable;
  if (declaration?.kind !== "short_var_declaration" && declaration?.kind !== "var_spec") return undefined;
  const values: (Expression | undefined)[] = [];
  for (const mention of semantics.bindings.identifiersOf(variable)) {
    const isZero = mention === identifier && declaration.kind === "var_spec" && !declaration.value;
    if (!isZero && (mention === identifier || isAssignedAt(mention))) values.push(valueGivenTo(mention));
    if (mention.parent?.kind === "unary_expression" && mention.parent.operator === "&") return undefined;
  }
  const [value] = values;
  const only = value && values.length === 1 ? withoutParentheses(value) : undefined;
  return only?.kind === "func_literal" ? only : undefined;
}
