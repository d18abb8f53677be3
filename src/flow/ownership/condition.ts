import type { FileSemantics, GoObject } from "../../semantics/index.js";
import { withoutParentheses } from "../../semantics/index.js";
import type { Expression, SyntaxNode } from "../../syntax/index.js";

/** What a condition asks, in a form that is equal for all conditions that ask the same. */
export interface Condition {
  /** Names are told apart by what they stand for. */
  readonly key: string;
  /** Whether the condition as written holds when the key does: `x != nil` has the key of `x == nil`. */
  readonly sense: boolean;
  /** The variables on which the answer depends. */
  readonly variables: readonly GoObject[];
}

/**
 * What an expression asks, if it gives the same answer each time until one of its variables is assigned. Fields and
 * elements are taken to stay what they are.
 */
export function conditionOf(expression: Expression, semantics: FileSemantics): Condition | undefined {
  const printer = new ConditionPrinter(semantics);
  const inner = withoutParentheses(expression);
  const complement = inner.kind === "binary_expression" ? complements[inner.operator] : undefined;
  const key =
    complement !== undefined && inner.kind === "binary_expression"
      ? printer.binary(inner.left, complement, inner.right)
      : printer.print(inner);
  return key === undefined || printer.variables.length === 0
    ? undefined
    : { key, sense: complement === undefined, variables: printer.variables };
}

/** What `left == right` asks. */
export function equality(
  left: Expression,
  right: Expression,
  semantics: FileSemantics,
): Condition | undefined {
  const printer = new ConditionPrinter(semantics);
  const key = printer.binary(left, "==", right);
  return key === undefined ? undefined : { key, sense: true, variables: printer.variables };
}

const complements: Readonly<Record<string, string>> = { "!=": "==", "<": ">=", "<=": ">" };

class ConditionPrinter {
  readonly variables: GoObject[] = [];
  readonly #semantics: FileSemantics;

  constructor(semantics: FileSemantics) {
    this.#semantics = semantics;
  }

  binary(left: Expression, operator: string, right: Expression): string | undefined {
    const [first, second] = [this.print(left), this.print(right)];
    return first === undefined || second === undefined ? undefined : `${first} ${operator} ${second}`;
  }

  /** Undefined for what may give another answer the next time: calls, receives. */
  print(expression: SyntaxNode): string | undefined {
    switch (expression.kind) {
      case "identifier":
        return this.#name(expression);
      case "parenthesized_expression":
        return this.print(expression.child);
      case "selector_expression":
        return this.#wrap(this.print(expression.operand), `.${expression.field.text}`);
      case "index_expression":
        return this.#wrap(this.print(expression.operand), `[${this.print(expression.index) ?? ""}]`);
      case "unary_expression":
        return expression.operator === "<-"
          ? undefined
          : this.#unary(expression.operator, expression.operand);
      case "binary_expression":
        return this.binary(expression.left, expression.operator, expression.right);
      case "call_expression":
        return this.#length(expression.function, expression.arguments.children[0]);
      case "nil":
      case "true":
      case "false":
      case "int_literal":
      case "interpreted_string_literal":
      case "rune_literal":
        return expression.text;
      default:
        return undefined;
    }
  }

  #unary(operator: string, operand: Expression): string | undefined {
    return this.#wrap(operator, this.print(operand));
  }

  #wrap(first: string | undefined, second: string | undefined): string | undefined {
    return first === undefined || second === undefined || second === "[]" ? undefined : first + second;
  }

  #length(called: Expression, argument: SyntaxNode | undefined): string | undefined {
    const isLength =
      called.kind === "identifier" &&
      called.text === "len" &&
      this.#semantics.objectOf(called)?.kind === "builtin";
    return isLength && argument ? this.#wrap("len ", this.print(argument)) : undefined;
  }

  #name(identifier: SyntaxNode): string {
    const object = this.#semantics.objectOf(identifier);
    if (object?.kind !== "variable") return identifier.text;
    this.variables.push(object);
    return `${object.name}@${object.identifier?.start ?? ""}`;
  }
}
