import type {
  CallExpressionNode,
  ConstSpecNode,
  Expression,
  SyntaxNode,
  UnaryExpressionNode,
} from "../../syntax/index.js";
import type { GoObject } from "../object.js";
import type { Types } from "./types.js";

const maximumDepth = 100;
const maximumShift = 512n;

/** Sizes of the unsigned integers; those that depend on the machine are taken for 64 bits wide. */
const unsignedBits = new Map([
  ["uint8", 8],
  ["uint16", 16],
  ["uint32", 32],
  ["uint64", 64],
  ["uint", 64],
  ["uintptr", 64],
]);

/** Computes constants: integers (array lengths, capacities) and strings. */
export class Constants {
  readonly #types: Types;
  #depth = 0;

  constructor(types: Types) {
    this.#types = types;
  }

  /** The value of a constant integer expression; undefined when it is none or cannot be computed. */
  integer(expression: Expression, iota?: bigint): bigint | undefined {
    if (this.#depth >= maximumDepth) return undefined;
    this.#depth++;
    try {
      return this.#compute(expression, iota);
    } finally {
      this.#depth--;
    }
  }

  /** The value of a declared constant. */
  ofObject(object: GoObject): bigint | undefined {
    const spec = object.declaration;
    if (object.kind !== "constant" || spec?.kind !== "const_spec") return undefined;
    const value = constantValue(spec, object);
    return value && this.integer(value.expression, value.iota);
  }

  #compute(expression: Expression, iota: bigint | undefined): bigint | undefined {
    switch (expression.kind) {
      case "int_literal":
        return parseInteger(expression.text);
      case "rune_literal":
        return runeValue(expression.text);
      case "iota":
        return iota;
      case "parenthesized_expression":
        return this.integer(expression.child, iota);
      case "identifier": {
        const object = this.#types.names.objectOf(expression);
        return object && this.ofObject(object);
      }
      case "selector_expression": {
        const packageName = this.#types.names.objectOf(expression.operand);
        if (packageName?.kind !== "package-name") return undefined;
        const object = this.#types.names.exported(packageName, expression.field.text);
        return object && this.ofObject(object);
      }
      case "unary_expression":
        return this.#unary(expression, iota);
      case "binary_expression":
        return binary(
          expression.operator,
          this.integer(expression.left, iota),
          this.integer(expression.right, iota),
        );
      case "type_conversion_expression":
        return this.integer(expression.operand, iota);
      case "call_expression":
        return this.#call(expression, iota);
      default:
        return undefined;
    }
  }

  #unary({ operator, operand }: UnaryExpressionNode, iota: bigint | undefined): bigint | undefined {
    const value = this.integer(operand, iota);
    if (value === undefined) return undefined;
    switch (operator) {
      case "+":
        return value;
      case "-":
        return -value;
      case "^": {
        const type = this.#types.members.underlying(this.#types.ofExpression(operand));
        const bits = type.kind === "basic" ? unsignedBits.get(type.name) : undefined;
        return bits === undefined ? ~value : BigInt.asUintN(bits, ~value);
      }
      default:
        return undefined;
    }
  }

  /** Conversions, and `len` of a literal string or an array. */
  #call(call: CallExpressionNode, iota: bigint | undefined): bigint | undefined {
    const [argument] = call.arguments.children;
    if (!argument || call.arguments.children.length !== 1) return undefined;
    const expression = argument as Expression;
    if (
      call.function.kind === "identifier" &&
      (call.function.text === "len" || call.function.text === "cap")
    ) {
      const object = this.#types.names.objectOf(call.function);
      if (object?.kind === "builtin") return this.#length(expression);
    }
    return this.#types.ifType(call.function) ? this.integer(expression, iota) : undefined;
  }

  #length(expression: Expression): bigint | undefined {
    const text = this.text(expression);
    if (text !== undefined) return BigInt(new TextEncoder().encode(text).length);
    const type = this.#types.members.underlying(this.#types.ofExpression(expression));
    const array = type.kind === "pointer" ? this.#types.members.underlying(type.element) : type;
    return array.kind === "array" ? array.length : undefined;
  }

  /** The value of a constant string, as far as its escapes are plain. */
  text(expression: Expression, depth = 0): string | undefined {
    if (depth > maximumDepth) return undefined;
    switch (expression.kind) {
      case "raw_string_literal":
        return expression.text.slice(1, -1).replaceAll("\r", "");
      case "interpreted_string_literal":
        return unescape(expression.text.slice(1, -1));
      case "parenthesized_expression":
        return this.text(expression.child, depth + 1);
      case "identifier": {
        const object = this.#types.names.objectOf(expression);
        return object && this.#textOfObject(object, depth);
      }
      case "selector_expression": {
        const packageName = this.#types.names.objectOf(expression.operand);
        if (packageName?.kind !== "package-name") return undefined;
        const object = this.#types.names.exported(packageName, expression.field.text);
        return object && this.#textOfObject(object, depth);
      }
      case "type_conversion_expression":
        return this.text(expression.operand, depth + 1);
      case "binary_expression": {
        const left = expression.operator === "+" ? this.text(expression.left, depth + 1) : undefined;
        const right = left === undefined ? undefined : this.text(expression.right, depth + 1);
        return left === undefined || right === undefined ? undefined : left + right;
      }
      default:
        return undefined;
    }
  }

  #textOfObject(object: GoObject, depth: number): string | undefined {
    const spec = object.kind === "constant" ? object.declaration : undefined;
    const value = spec?.kind === "const_spec" ? constantValue(spec, object) : undefined;
    return value && this.text(value.expression, depth + 1);
  }
}

/** The text of an interpreted string literal; undefined where it has escapes of bytes, which need not be text. */
function unescape(literal: string): string | undefined {
  if (!literal.includes("\\")) return literal;
  if (/\\[0-7x]/.test(literal)) return undefined;
  return literal.replace(
    /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/g,
    (_, short?: string, long?: string, single?: string) =>
      single === undefined
        ? String.fromCodePoint(Number.parseInt(short ?? long ?? "", 16))
        : String.fromCodePoint(escapes[single] ?? single.codePointAt(0) ?? 0),
  );
}

/**
 * The expression that gives a constant its value, and the value of iota in it: a spec without values repeats the
 * last one before it that has some.
 */
export function constantValue(
  spec: ConstSpecNode,
  object: GoObject,
): { readonly expression: Expression; readonly iota: bigint; readonly spec: ConstSpecNode } | undefined {
  const specs = spec.parent?.allChildren.filter((child) => child.kind === "const_spec") ?? [];
  const at = specs.indexOf(spec);
  const source = specs.slice(0, at + 1).findLast((candidate) => candidate.value !== undefined);
  const name = spec.names.findIndex((identifier: SyntaxNode) => identifier === object.identifier);
  const expression = source?.value?.children[name];
  return source && expression && { expression, iota: BigInt(at), spec: source };
}

function parseInteger(text: string): bigint | undefined {
  const digits = text.replaceAll("_", "");
  const octal = /^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits;
  try {
    return BigInt(octal);
  } catch {
    return undefined;
  }
}

const escapes: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
  "\\": 92,
  "'": 39,
};

function runeValue(literal: string): bigint | undefined {
  const inside = literal.slice(1, -1);
  if (!inside.startsWith("\\")) {
    const point = inside.codePointAt(0);
    return point === undefined ? undefined : BigInt(point);
  }
  const simple = escapes[inside.slice(1)];
  if (simple !== undefined) return BigInt(simple);
  const value = /^\\[xuU]/.test(inside)
    ? Number.parseInt(inside.slice(2), 16)
    : Number.parseInt(inside.slice(1), 8);
  return Number.isNaN(value) ? undefined : BigInt(value);
}

function binary(operator: string, left: bigint | undefined, right: bigint | undefined): bigint | undefined {
  if (left === undefined || right === undefined) return undefined;
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return right === 0n ? undefined : left / right;
    case "%":
      return right === 0n ? undefined : left % right;
    case "<<":
      return right < 0n || right > maximumShift ? undefined : left << right;
    case ">>":
      return right < 0n || right > maximumShift ? undefined : left >> right;
    case "&":
      return left & right;
    case "|":
      return left | right;
    case "^":
      return left ^ right;
    case "&^":
      return left & ~right;
    default:
      return undefined;
  }
}
