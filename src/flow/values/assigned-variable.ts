import { enclosingFunction, withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics, GoObject } from "../../semantics/index.js";
import type { Expression, SyntaxNode } from "../../syntax/index.js";
import { outermostParentheses } from "../nodes/parentheses.js";

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
  const expression = outermostParentheses(value);
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
  const target = targetOf(expression, result);
  if (!target) return { kind: "elsewhere" };
  if (target.text === "_") return { kind: "discarded", statement };
  const name = withoutParentheses(target);
  const variable = name.kind === "identifier" ? semantics.objectOf(name) : undefined;
  return variable?.kind === "variable" && variable.level === "local"
    ? { kind: "variable", variable, statement }
    : { kind: "elsewhere" };
}

/**
 * What a value that stands in a list of values is assigned to; of a call that fills several targets alone, the one for
 * the result with the given index. Undefined where nothing is assigned.
 */
export function targetOf(value: SyntaxNode, result: number): Expression | undefined {
  const list = value.parent;
  const statement = list?.parent;
  if (list?.kind !== "expression_list" || !statement) return undefined;
  const isSingle = list.children.length === 1;
  return targetsOf(statement, list)?.[isSingle ? result : list.children.indexOf(value as Expression)];
}

/** The variable that a name stands for, if it is one of the very function around the name: others may look at the rest. */
export function localVariable(expression: SyntaxNode, semantics: FileSemantics): GoObject | undefined {
  const name = withoutParentheses(expression as Expression);
  const variable = name.kind === "identifier" ? semantics.objectOf(name) : undefined;
  if (variable?.kind !== "variable" || variable.level !== "local" || !variable.identifier) return undefined;
  return enclosingFunction(variable.identifier) === enclosingFunction(expression) ? variable : undefined;
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
