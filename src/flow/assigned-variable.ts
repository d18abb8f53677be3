import { withoutParentheses } from "../semantics/index.js";
import type { FileSemantics, GoObject } from "../semantics/index.js";
import type { Expression, SyntaxNode } from "../syntax/index.js";

/** Where a value goes. */
export type Destination =
  /** Into a variable of the enclosing functions. */
  | { readonly kind: "variable"; readonly variable: GoObject; readonly statement: SyntaxNode }
  /** Nowhere: `_`, or the call stands alone as a statement. */
  | { readonly kind: "discarded"; readonly statement: SyntaxNode }
  /** Anywhere else: an argument, a field, a return value, a variable of the package. */
  | { readonly kind: "elsewhere" };

/** Where the value of an expression goes, or of the result with the given index when it is a call with several. */
export function destinationOf(value: Expression, result: number, semantics: FileSemantics): Destination {
  let expression: SyntaxNode = value;
  while (expression.parent?.kind === "parenthesized_expression") expression = expression.parent;
  const around = expression.parent;
  if (
    around?.kind === "expression_statement" ||
    around?.kind === "go_statement" ||
    around?.kind === "defer_statement"
  ) {
    return { kind: "discarded", statement: around };
  }
  if (around?.kind !== "expression_list" || around.parent === undefined) return { kind: "elsewhere" };
  const statement = around.parent;
  const targets = targetsOf(statement, around);
  // One call fills several targets; otherwise each expression has the target at its own place.
  const single = around.children.length === 1;
  const target = targets?.[single ? result : around.children.indexOf(expression as Expression)];
  if (!target) return { kind: "elsewhere" };
  if (target.text === "_") return { kind: "discarded", statement };
  const name = withoutParentheses(target);
  const variable = name.kind === "identifier" ? semantics.objectOf(name) : undefined;
  return variable?.kind === "variable" && variable.level === "local"
    ? { kind: "variable", variable, statement }
    : { kind: "elsewhere" };
}

function targetsOf(statement: SyntaxNode, values: SyntaxNode): readonly Expression[] | undefined {
  switch (statement.kind) {
    case "short_var_declaration":
    case "assignment_statement":
      return statement.right === values ? statement.left.children : undefined;
    case "var_spec":
      return statement.names;
    default:
      return undefined;
  }
}
