import type {
  CallExpressionNode,
  CompositeLiteralNode,
  Expression,
  FuncLiteralNode,
  FunctionDeclarationNode,
  SyntaxNode,
  VarSpecNode,
} from "../../syntax/index.js";
import type { Declarations } from "./declarations.js";

/**
 * A type that the source spells out: `before` and then the text of a node, which is a type or a function
 * literal whose signature counts.
 */
export interface SpelledType {
  readonly before: string;
  readonly node: SyntaxNode | undefined;
}

/** Calls of other packages that are too frequent in initialisers to look up their results. */
const wellKnownResults: ReadonlyMap<string, string> = new Map([
  ["errors.New", "error"],
  ["fmt.Errorf", "error"],
]);

const literalTypes: ReadonlyMap<string, string> = new Map([
  ["interpreted_string_literal", "string"],
  ["raw_string_literal", "string"],
  ["int_literal", "int"],
  ["float_literal", "float64"],
  ["imaginary_literal", "complex128"],
  ["rune_literal", "rune"],
  ["true", "bool"],
  ["false", "bool"],
]);

/** No chain of variables that are initialised with each other is longer in working code. */
const maxSteps = 20;

/**
 * Finds the types of variables that are declared without one, where declarations of the same package spell them
 * out. Undefined means only that finding it would take more: a look at other packages, or inference.
 */
export class EvidentTypes {
  readonly #declarations: Declarations;
  /** The import path of the package that a file calls by a name. */
  readonly #importPath: (node: SyntaxNode) => string | undefined;

  constructor(declarations: Declarations, importPath: (node: SyntaxNode) => string | undefined) {
    this.#declarations = declarations;
    this.#importPath = importPath;
  }

  /** The type of a variable, by its place among the names that are declared together. */
  ofVariable(spec: VarSpecNode, index: number, steps = 0): SpelledType | undefined {
    if (spec.type) return spelled(spec.type);
    const values = spec.value?.children ?? [];
    const [first] = values;
    if (first && values.length < spec.names.length) return this.#ofCallResult(first, index);
    const value = values[index];
    return value && this.#ofExpression(value, steps);
  }

  #ofExpression(expression: Expression, steps: number): SpelledType | undefined {
    if (steps > maxSteps) return undefined;
    const literal = literalTypes.get(expression.kind);
    if (literal !== undefined) return { before: literal, node: undefined };
    switch (expression.kind) {
      case "func_literal":
        return spelled(expression);
      case "composite_literal":
        return ofComposite(expression);
      case "parenthesized_expression":
        return this.#ofExpression(expression.child, steps + 1);
      case "type_conversion_expression":
      case "type_assertion_expression":
        return spelled(expression.type);
      case "unary_expression":
        return expression.operator === "&"
          ? pointerTo(this.#ofExpression(expression.operand, steps + 1))
          : undefined;
      case "identifier":
        return this.#ofName(expression.text, steps + 1);
      case "call_expression":
        return this.#ofConversion(expression) ?? this.#ofCallResult(expression, 0);
      default:
        return undefined;
    }
  }

  #ofName(name: string, steps: number): SpelledType | undefined {
    const declaration = this.#declarations.lookup(name);
    return declaration?.kind === "variable"
      ? this.ofVariable(declaration.node, declaration.index, steps)
      : undefined;
  }

  /** `T(x)`, `(*T)(x)`, `new(T)`, `make(T)`. */
  #ofConversion({ function: callee, arguments: { children } }: CallExpressionNode): SpelledType | undefined {
    if (callee.kind === "parenthesized_expression") {
      return callee.child.kind === "unary_expression" && callee.child.operator === "*"
        ? spelled(callee.child)
        : undefined;
    }
    if (callee.kind !== "identifier") return undefined;
    const [argument] = children;
    const declaration = this.#declarations.lookup(callee.text);
    if (declaration) return declaration.kind === "type" ? spelled(callee) : undefined;
    if (callee.text === "make" && argument) return spelled(argument);
    // Since Go 1.26 the argument may be a value.
    if (callee.text === "new" && argument && this.#isType(argument)) return pointerTo(spelled(argument));
    return undefined;
  }

  #isType(node: SyntaxNode): boolean {
    if (node.kind === "qualified_type") return this.#importPath(node.package) !== undefined;
    if (node.kind !== "type_identifier") return node.kind.endsWith("_type");
    const declaration = this.#declarations.lookup(node.text);
    return declaration === undefined || declaration.kind === "type";
  }

  /** The type of one result of a call whose function this package declares or spells out. */
  #ofCallResult(call: Expression, index: number): SpelledType | undefined {
    if (call.kind !== "call_expression") return undefined;
    const { function: callee } = call;
    if (callee.kind === "func_literal") return ofResult(callee, index);
    if (callee.kind === "identifier") {
      const declaration = this.#declarations.lookup(callee.text);
      return declaration?.kind === "function" ? ofResult(declaration.node, index) : undefined;
    }
    if (callee.kind !== "selector_expression" || callee.operand.kind !== "identifier") return undefined;
    const result = wellKnownResults.get(`${this.#importPath(callee.operand)}.${callee.field.text}`);
    return result === undefined ? undefined : { before: result, node: undefined };
  }
}

function spelled(node: SyntaxNode): SpelledType {
  return { before: "", node };
}

function pointerTo(type: SpelledType | undefined): SpelledType | undefined {
  return type && { before: `*${type.before}`, node: type.node };
}

function ofComposite({ type, body }: CompositeLiteralNode): SpelledType | undefined {
  if (type.kind !== "implicit_length_array_type") return spelled(type);
  // Keys may be constants of any package.
  if (body.children.some(({ kind }) => kind === "keyed_element")) return undefined;
  return { before: `[${body.children.length}]`, node: type.element };
}

function ofResult(fn: FunctionDeclarationNode | FuncLiteralNode, index: number): SpelledType | undefined {
  const { result } = fn;
  if (!result || (fn.kind === "function_declaration" && fn.typeParameters)) return undefined;
  if (result.kind !== "parameter_list") return index === 0 ? spelled(result) : undefined;
  const types = result.children.flatMap((parameter) => {
    const count = parameter.kind === "parameter_declaration" ? Math.max(parameter.names.length, 1) : 1;
    return Array.from({ length: count }, () => parameter.type);
  });
  const type = types[index];
  return type && spelled(type);
}
