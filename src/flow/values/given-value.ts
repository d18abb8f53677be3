import { enclosingFunction, withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics, GoObject } from "../../semantics/index.js";
import type { Expression, SyntaxNode } from "../../syntax/index.js";

/** What a variable or a field gets in a place, or may get there by its address. */
export interface GivenValue {
  /** The value, or the call of which it is the first result; undefined for everything else. */
  readonly value: Expression | undefined;
  /** The value, or the call of which it is one of the results. */
  readonly from: Expression | undefined;
  /** Which of the results of `from` it is, and whether it is the last one. */
  readonly result: number;
  readonly isLast: boolean;
}

const anything: GivenValue = { value: undefined, from: undefined, result: 0, isLast: false };

/**
 * What the variable or field that is mentioned in a place gets there; undefined where it gets nothing, or is declared without a
 * value.
 */
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
  if (targets.length === values.length)
    return { value: values[index], from: values[index], result: 0, isLast: true };
  const [from] = values;
  const isLast = index === targets.length - 1;
  return { value: index === 0 ? from : undefined, from, result: index, isLast };
}

/**
 * All that a local variable ever gets, but for its zero value; undefined for other expressions, and for what gets its value in
 * other ways: parameters, elements of what is ranged over.
 */
export function givenTo(
  expression: Expression,
  semantics: FileSemantics,
): { readonly variable: GoObject; readonly values: readonly GivenValue[] } | undefined {
  const name = withoutParentheses(expression);
  const variable = name.kind === "identifier" ? semantics.objectOf(name) : undefined;
  if (variable?.kind !== "variable" || variable.level !== "local") return undefined;
  const { declaration, identifier } = variable;
  const isResult = identifier !== undefined && isNamedResult(identifier);
  if (declaration?.kind !== "short_var_declaration" && declaration?.kind !== "var_spec" && !isResult)
    return undefined;
  const mentions = semantics.bindings.identifiersOf(variable);
  return { variable, values: mentions.flatMap((mention) => givenAt(mention) ?? []) };
}

function isNamedResult(identifier: SyntaxNode): boolean {
  const owner = enclosingFunction(identifier);
  return owner?.result?.contains(identifier) === true;
}
