import type { Expression, SyntaxNode } from "../syntax/index.js";

/** What a variable gets in a place, or may get there by its address. */
export interface GivenValue {
  /** The value, or the call of which it is the first result; undefined for everything else. */
  readonly value: Expression | undefined;
}

const anything: GivenValue = { value: undefined };

/** What the variable that is mentioned in a place gets there; undefined where it gets nothing, or is declared without a value. */
export function givenAt(mention: SyntaxNode): GivenValue | undefined {
  const { parent } = mention;
  if (parent?.kind === "unary_expression" && parent.operator === "&") return anything;
  if (parent?.kind === "inc_statement" || parent?.kind === "dec_statement") return anything;
  const statement = parent?.kind === "var_spec" ? parent : parent?.parent;
  switch (statement?.kind) {
    case "assignment_statement":
    case "short_var_declaration": {
      const { left, right } = statement;
      return left === parent ? valueFor(mention, left.children, right.children) : undefined;
    }
    case "range_clause":
    case "receive_statement":
      return statement.left === parent ? anything : undefined;
    case "var_spec": {
      const { names, value } = statement;
      const isDeclared = names.some((name) => name === mention);
      return isDeclared && value ? valueFor(mention, names, value.children) : undefined;
    }
    default:
      return undefined;
  }
}

function valueFor(
  target: SyntaxNode,
  targets: readonly SyntaxNode[],
  values: readonly Expression[],
): GivenValue {
  const index = targets.indexOf(target);
  return targets.length === values.length || index === 0 ? { value: values[index] } : anything;
}
