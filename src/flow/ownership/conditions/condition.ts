import type { FileSemantics, GoObject } from "../../../semantics/index.js";
import { withoutParentheses } from "../../../semantics/index.js";
import type {
  BinaryExpressionNode,
  CallExpressionNode,
  Expression,
  SelectorExpressionNode,
  SyntaxNode,
} from "../../../syntax/index.js";
import { isSteady } from "../../values/steady-call.js";

/** What a condition asks, in a form that is equal for all conditions that ask the same. */
export interface Condition {
  /** Names are told apart by what they stand for. */
  readonly key: string;
  /** Whether the condition as written holds when the key does: `x != nil` has the key of `x == nil`. */
  readonly sense: boolean;
  /** The variables on which the answer depends. */
  readonly variables: readonly GoObject[];
  /** The calls in it. It asks the same the next time only if each of them gives the same then (`isSteady`). */
  readonly calls: readonly CallExpressionNode[];
  /** What the key compares to which sort of constant, if it does: no two of a sort are equal to it at once. */
  readonly subject?: string;
  /** What the key compares to what: it is less, equal or greater, and but one of them. */
  readonly order?: string;
  /** What the key compares to a constant, or by its order to 0, if that is a variable by itself. */
  readonly variable?: GoObject | undefined;
}

/**
 * What an expression asks, if it gives the same answer each time until one of its variables is assigned, as far as its calls
 * do. Fields and elements are taken to stay what they are.
 */
export function conditionOf(expression: Expression, semantics: FileSemantics): Condition | undefined {
  const inner = withoutParentheses(expression);
  if (inner.kind === "binary_expression") {
    const { left, operator, right } = inner;
    if (operator === "==" || operator === "!=") {
      const equal = equality(left, right, semantics);
      return equal && { ...equal, sense: operator === "==" };
    }
  }
  if (inner.kind === "binary_expression" && orders[inner.operator]) return inequality(inner, semantics);
  const printer = new ConditionPrinter(semantics);
  const key = printer.print(inner);
  if (key === undefined || (printer.variables.length === 0 && !constantSort(inner, semantics)))
    return undefined;
  return { key, sense: true, variables: printer.variables, calls: printer.calls };
}

/** What `left < right` asks, and the other comparisons of the kind. */
function inequality(
  { left, operator, right }: BinaryExpressionNode,
  semantics: FileSemantics,
): Condition | undefined {
  const printer = new ConditionPrinter(semantics);
  const [first, second] = [printer.print(left), printer.print(right)];
  const { asks, sense } = orders[operator] ?? {};
  if (first === undefined || second === undefined || asks === undefined || sense === undefined)
    return undefined;
  if (printer.variables.length === 0) return undefined;
  // A length is a whole number: `len(names) >= 2` asks the same as `len(names) > 1`.
  if (asks === "<" && first.startsWith("len ") && right.kind === "int_literal")
    return moreThan(first, Number(second) - 1, !sense, printer);
  const key = `${first} ${asks} ${second}`;
  const name = withoutParentheses(left);
  const isCount = name.kind === "identifier" && second === "0";
  const variable = isCount ? printer.variables[0] : undefined;
  const { variables, calls } = printer;
  return { key, sense, variables, calls, order: orderOf(first, second), variable };
}

function moreThan(
  length: string,
  number: number,
  sense: boolean,
  { variables, calls }: ConditionPrinter,
): Condition {
  return { key: `${length} > ${number}`, sense, variables, calls, order: orderOf(length, `${number}`) };
}

function orderOf(first: string, second: string): string {
  return `${first} ~ ${second}`;
}

/** What `left == right` asks. */
export function equality(
  left: Expression,
  right: Expression,
  semantics: FileSemantics,
): Condition | undefined {
  const sort = constantSort(right, semantics);
  if (sort === undefined && constantSort(left, semantics)) return equality(right, left, semantics);
  const printer = new ConditionPrinter(semantics);
  const [subject, value] = [printer.print(left), printer.print(right)];
  if (subject === undefined || value === undefined) return undefined;
  if (printer.variables.length === 0 && !constantSort(left, semantics)) return undefined;
  const condition = {
    key: `${subject} == ${value}`,
    sense: true,
    variables: printer.variables,
    calls: printer.calls,
    order: orderOf(subject, value),
  };
  if (sort === undefined) return condition;
  const name = withoutParentheses(left);
  const variable = name.kind === "identifier" ? printer.variables[0] : undefined;
  return { ...condition, subject: `${subject} ${sort}`, variable };
}

/** A place that can be assigned: a variable, or what can be reached by way of variables. */
export interface Place {
  /** In the form in which it stands in the keys of conditions: equal for the same place. */
  readonly key: string;
  /** It is another place once one of them has another value. */
  readonly variables: readonly GoObject[];
}

/** The place that an expression names, if it is the same each time. */
export function placeOf(target: Expression, semantics: FileSemantics): Place | undefined {
  const printer = new ConditionPrinter(semantics);
  const key = printer.print(withoutParentheses(target));
  const isPlace =
    key !== undefined && key !== "_" && printer.calls.every((call) => isSteady(call, semantics));
  return isPlace ? { key, variables: printer.variables } : undefined;
}

/**
 * How an expression with the same value always is written; undefined for others. Two literals that are written differently
 * differ, and so, it is taken, do two named constants.
 */
export function constantSort(
  expression: Expression,
  semantics: FileSemantics,
): "literal" | "named" | undefined {
  const inner = withoutParentheses(expression);
  switch (inner.kind) {
    case "nil":
    case "true":
    case "false":
    case "int_literal":
    case "interpreted_string_literal":
    case "rune_literal":
      return "literal";
    case "identifier":
      return semantics.objectOf(inner)?.kind === "constant" ? "named" : undefined;
    case "selector_expression":
      return isImportedConstant(inner, semantics) ? "named" : undefined;
    default:
      return undefined;
  }
}

/** `io.SeekStart` */
function isImportedConstant({ operand, field }: SelectorExpressionNode, semantics: FileSemantics): boolean {
  const imported = operand.kind === "identifier" ? semantics.objectOf(operand) : undefined;
  return imported?.kind === "package-name" && semantics.exported(imported, field.text)?.kind === "constant";
}

/** What the comparisons ask in the form of a key, and whether they hold when that does. */
const orders: Readonly<Record<string, { readonly asks: string; readonly sense: boolean }>> = {
  "<": { asks: "<", sense: true },
  ">=": { asks: "<", sense: false },
  ">": { asks: ">", sense: true },
  "<=": { asks: ">", sense: false },
};

class ConditionPrinter {
  readonly variables: GoObject[] = [];
  readonly calls: CallExpressionNode[] = [];
  readonly #semantics: FileSemantics;

  constructor(semantics: FileSemantics) {
    this.#semantics = semantics;
  }

  binary(left: Expression, operator: string, right: Expression): string | undefined {
    const [first, second] = [this.print(left), this.print(right)];
    return first === undefined || second === undefined ? undefined : `${first} ${operator} ${second}`;
  }

  /** Undefined for what may give another answer the next time; whether calls do is left open. */
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
        return this.#call(expression);
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

  #call(call: CallExpressionNode): string | undefined {
    this.calls.push(call);
    const parts = [call.function, ...call.arguments.children].map((part) => this.print(part));
    return parts.includes(undefined) ? undefined : parts.join(" ");
  }

  #name(identifier: SyntaxNode): string {
    const object = this.#semantics.objectOf(identifier);
    if (object?.kind !== "variable") return identifier.text;
    this.variables.push(object);
    return `${object.name}@${object.identifier?.start ?? ""}`;
  }
}
