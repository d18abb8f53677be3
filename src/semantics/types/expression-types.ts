import type {
  BinaryExpressionNode,
  CompositeLiteralNode,
  Expression,
  IndexExpressionNode,
  LiteralValueNode,
  SelectorExpressionNode,
  SliceExpressionNode,
  SyntaxNode,
  TypeConversionExpressionNode,
  UnaryExpressionNode,
} from "../../syntax/index.js";
import { NodeCache } from "../node-cache.js";
import { LazySignature } from "./lazy.js";
import { instantiate } from "./substitute.js";
import { basic, unknown, untypedRank } from "./type.js";
import type { ArrayType, Type } from "./type.js";
import type { Types } from "./types.js";

/** Computes the types of expressions (Go specification, "Expressions"). */
export class ExpressionTypes {
  readonly #types: Types;
  readonly #known = new NodeCache<Type>();

  constructor(types: Types) {
    this.#types = types;
  }

  /** What was computed before. */
  known(expression: Expression): Type | undefined {
    return this.#known.get(expression);
  }

  typeOf(expression: Expression): Type {
    const type = this.#compute(expression);
    this.#known.set(expression, type);
    return type;
  }

  /** The type of `{…}`: as spelled before it, or, nested in another literal, that literal's element or key type. */
  typeOfLiteral(literal: LiteralValueNode): Type {
    const around = literal.parent;
    if (around?.kind === "composite_literal") return this.#of(around);
    const element = around?.kind === "literal_element" ? around : undefined;
    const pair = element?.parent?.kind === "keyed_element" ? element.parent : undefined;
    const outer = (pair ?? element)?.parent;
    if (!element || outer?.kind !== "literal_value") return unknown;
    const { members } = this.#types;
    const type = members.core(this.#types.ofLiteral(outer));
    const inner = elementType(type, pair?.key === element);
    // In []*T{{…}} the braces stand for &T{…}.
    const core = members.core(inner);
    return core.kind === "pointer" ? core.element : inner;
  }

  #compute(expression: Expression): Type {
    switch (expression.kind) {
      case "identifier":
        return this.#identifier(expression);
      case "int_literal":
      case "iota":
        return basic("untyped int");
      case "float_literal":
        return basic("untyped float");
      case "imaginary_literal":
        return basic("untyped complex");
      case "rune_literal":
        return basic("untyped rune");
      case "interpreted_string_literal":
      case "raw_string_literal":
        return basic("untyped string");
      case "true":
      case "false":
        return basic("untyped bool");
      case "nil":
        return basic("untyped nil");
      case "parenthesized_expression":
        return this.#of(expression.child);
      case "func_literal":
        return this.#types.signature(expression);
      case "composite_literal":
        return this.#composite(expression);
      case "type_conversion_expression":
        return this.#conversion(expression);
      case "type_assertion_expression":
        return this.#types.denotedBy(expression.type);
      case "call_expression":
        return this.#types.calls.resultOf(expression);
      case "selector_expression":
        return this.#selector(expression);
      case "index_expression":
        return this.#index(expression);
      case "type_instantiation_expression":
        return this.#instantiated(this.#functionNamed(expression.type), expression.children);
      case "slice_expression":
        return this.#slice(expression);
      case "unary_expression":
        return this.#unary(expression);
      case "binary_expression":
        return this.#binary(expression);
      default:
        // Erroneous code has nodes where none belong.
        return unknown;
    }
  }

  /** `f` and `pkg.f` of `f[int, string](x)`, which the grammar takes for types. */
  #functionNamed(node: SyntaxNode): Type {
    const object = this.#types.namedBy(node);
    return object?.kind === "function" ? this.#types.ofObject(object) : unknown;
  }

  #of(expression: Expression): Type {
    return this.#types.ofExpression(expression);
  }

  #identifier(identifier: SyntaxNode): Type {
    const object = this.#types.names.objectOf(identifier);
    if (object?.kind === "variable" || object?.kind === "constant" || object?.kind === "function") {
      return this.#types.ofObject(object);
    }
    return unknown;
  }

  #conversion({ type }: TypeConversionExpressionNode): Type {
    // *(*T)(x) dereferences (*T)(x): a conversion to a pointer needs parentheses around the type.
    if (type.kind !== "pointer_type") return this.#types.denotedBy(type);
    const pointer = this.#types.members.core(this.#types.denotedBy(type.child));
    return pointer.kind === "pointer" ? pointer.element : unknown;
  }

  #composite({ type, body }: CompositeLiteralNode): Type {
    if (type.kind !== "implicit_length_array_type") return this.#types.denotedBy(type);
    const element = this.#types.denotedBy(type.element);
    return { kind: "array", length: this.#lengthOf(body.children), element } satisfies ArrayType;
  }

  /** The length of `[...]T{a, 5: b, c}`. */
  #lengthOf(elements: readonly SyntaxNode[]): bigint | undefined {
    let next = 0n;
    let length = 0n;
    for (const element of elements) {
      if (element.kind === "keyed_element") {
        const key = element.key.child as Expression;
        const index = this.#types.constants.integer(key);
        if (index === undefined) return undefined;
        next = index;
      }
      next++;
      if (next > length) length = next;
    }
    return length;
  }

  #selector(selector: SelectorExpressionNode): Type {
    const { operand, field } = selector;
    if (operand.kind === "identifier") {
      const object = this.#types.names.objectOf(operand);
      if (object?.kind === "package-name") {
        if (object.importPath === "unsafe") return unknown;
        const exported = this.#types.names.exported(object, field.text);
        return exported && exported.kind !== "type-name" ? this.#types.ofObject(exported) : unknown;
      }
    }
    const receiver = this.#types.ifType(operand);
    if (receiver) return this.#methodExpression(receiver, field.text);
    return this.#types.members.select(this.#of(operand), field.text)?.type ?? unknown;
  }

  /** `T.Method`: a function with the receiver as first parameter. */
  #methodExpression(receiver: Type, name: string): Type {
    const method = this.#types.members.select(receiver, name);
    if (method?.kind !== "method") return unknown;
    const { type } = method;
    return new LazySignature(
      type,
      () => [receiver, ...type.parameters],
      () => type.results,
    );
  }

  #index({ operand, index }: IndexExpressionNode): Type {
    const type = this.#of(operand);
    const core = this.#types.members.core(type);
    switch (core.kind) {
      case "slice":
      case "array":
        return core.element;
      case "map":
        return core.value;
      case "pointer": {
        const array = this.#types.members.underlying(core.element);
        return array.kind === "array" ? array.element : unknown;
      }
      case "basic":
        return core.name.endsWith("string") ? basic("byte") : unknown;
      case "signature":
        return this.#instantiated(core, [index]);
      default:
        return unknown;
    }
  }

  /** `f[int]`: some or all type arguments are given. */
  #instantiated(type: Type, args: readonly SyntaxNode[]): Type {
    if (type.kind !== "signature" || type.typeParameters.length === 0) return unknown;
    const given = new Map(
      type.typeParameters.flatMap((parameter, at) => {
        const argument = args[at];
        return argument ? [[parameter.object, this.#types.denotedBy(argument)] as const] : [];
      }),
    );
    const rest = type.typeParameters.slice(args.length);
    return instantiate(type, given, rest);
  }

  #slice({ operand }: SliceExpressionNode): Type {
    const type = this.#of(operand);
    const core = this.#types.members.core(type);
    if (core.kind === "array") return { kind: "slice", element: core.element };
    if (core.kind === "pointer") {
      const array = this.#types.members.underlying(core.element);
      return array.kind === "array" ? { kind: "slice", element: array.element } : unknown;
    }
    if (core.kind === "basic" && core.name === "untyped string") return basic("string");
    return core.kind === "slice" || (core.kind === "basic" && core.name === "string") ? type : unknown;
  }

  #unary({ operator, operand }: UnaryExpressionNode): Type {
    const type = this.#of(operand);
    switch (operator) {
      case "&":
        return type.kind === "unknown" ? unknown : { kind: "pointer", element: type };
      case "*": {
        const pointer = this.#types.members.core(type);
        return pointer.kind === "pointer" ? pointer.element : unknown;
      }
      case "<-": {
        const channel = this.#types.members.core(type);
        return channel.kind === "channel" ? channel.element : unknown;
      }
      default:
        return type;
    }
  }

  #binary({ operator, left, right }: BinaryExpressionNode): Type {
    if (comparisons.has(operator)) return basic("untyped bool");
    const leftType = this.#of(left);
    if (operator === "<<" || operator === ">>") return shifted(leftType);
    const rightType = this.#of(right);
    if (leftType.kind !== "basic" || !leftType.untyped)
      return leftType.kind === "unknown" ? known(rightType) : leftType;
    if (rightType.kind !== "basic" || !rightType.untyped) return rightType;
    return untypedRank(leftType) >= untypedRank(rightType) ? leftType : rightType;
  }
}

function elementType(type: Type, isKey: boolean): Type {
  if (type.kind === "slice" || type.kind === "array") return type.element;
  if (type.kind === "map") return isKey ? type.key : type.value;
  return unknown;
}

const comparisons = new Set(["==", "!=", "<", "<=", ">", ">="]);

/** The other operand's type where one is unknown: both have the same type unless one is an untyped constant. */
function known(other: Type): Type {
  return other.kind === "basic" && other.untyped ? unknown : other;
}

function shifted(type: Type): Type {
  // A shift makes an integer of an untyped constant of whatever kind.
  return type.kind === "basic" && type.name === "untyped float" ? basic("untyped int") : type;
}
