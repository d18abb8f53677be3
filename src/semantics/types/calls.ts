import type { CallExpressionNode, Expression, SyntaxNode } from "../../syntax/index.js";
import type { GoObject } from "../object.js";
import { inferTypeArguments } from "./infer.js";
import type { Selection } from "./members.js";
import { instantiate, substitute } from "./substitute.js";
import { basic, defaultType, emptyInterface, resultType, unknown, untypedRank } from "./type.js";
import type { SignatureType, Type } from "./type.js";
import type { Types } from "./types.js";

/** The declared function or method that a call calls. */
export type Called =
  | { readonly kind: "function"; readonly object: GoObject }
  | { readonly kind: "method"; readonly method: Extract<Selection, { kind: "method" }> };

/** Computes what calls call and what they return. */
export class Calls {
  readonly #types: Types;

  constructor(types: Types) {
    this.#types = types;
  }

  /** The declared function or method of a call; undefined for conversions, builtins, function values, unknowns. */
  calledBy(call: CallExpressionNode): Called | undefined {
    return this.functionOf(call.function);
  }

  /** The declared function or method that an expression names, be it called or not. */
  functionOf(value: SyntaxNode): Called | undefined {
    const called = withoutInstance(value);
    const object = this.#types.namedBy(called);
    // What package unsafe has are builtins, though stubs declare them.
    const isUnsafe =
      object?.declaration && this.#types.names.packagePath(object.declaration.tree) === "unsafe";
    if (object) return object.kind === "function" && !isUnsafe ? { kind: "function", object } : undefined;
    if (called.kind !== "selector_expression") return undefined;
    const { operand, field } = called;
    const receiver = this.#types.ifType(operand) ?? this.#types.ofExpression(operand);
    const method = this.#types.members.select(receiver, field.text);
    return method?.kind === "method" ? { kind: "method", method } : undefined;
  }

  /** The type of a call's value: of a conversion, a builtin's result, or a function's results. */
  resultOf(call: CallExpressionNode): Type {
    const converted = this.#types.ifType(call.function);
    if (converted) return converted;
    const builtin = this.#builtin(call.function);
    if (builtin !== undefined) return this.#builtinResult(builtin, call);
    if (call.function.kind === "selector_expression") {
      const result = this.#unsafeResult(call);
      if (result) return result;
    }
    const signature = this.#types.members.core(this.#types.ofExpression(call.function));
    if (signature.kind !== "signature") return unknown;
    const given = call.typeArguments?.children.flatMap((element) => element.children) ?? [];
    // Most functions are not generic, and what they are called with does not matter.
    return resultType(this.#results(signature, given, () => this.#argumentTypes(call)));
  }

  /** The results of a function for type arguments that are given and arguments that tell the others. */
  #results(
    signature: SignatureType,
    given: readonly SyntaxNode[],
    args: () => readonly Type[],
  ): readonly Type[] {
    if (signature.typeParameters.length === 0) return signature.results;
    const known = new Map(
      signature.typeParameters.flatMap(({ object }, at): [GoObject, Type][] => {
        const argument = given[at];
        return argument ? [[object, this.#types.denotedBy(argument)]] : [];
      }),
    );
    const open = signature.typeParameters.slice(known.size);
    const partly = instantiate(signature, known, open);
    const inferred = inferTypeArguments(partly, args(), this.#types.members);
    // What could not be inferred is not known.
    const all = new Map(open.map(({ object }) => [object, inferred.get(object) ?? unknown]));
    return partly.results.map((result) => substitute(result, all));
  }

  #argumentTypes(call: CallExpressionNode): readonly Type[] {
    const types = call.arguments.children.map((argument): Type => {
      if (argument.kind !== "variadic_argument") return this.#types.ofExpression(argument as Expression);
      const spread = this.#types.members.core(this.#types.ofExpression(argument.child));
      return spread.kind === "slice" ? spread.element : unknown;
    });
    const [only] = types;
    return types.length === 1 && only?.kind === "tuple" ? only.types : types;
  }

  #builtin(called: Expression): string | undefined {
    let name = called;
    while (name.kind === "parenthesized_expression") name = name.child;
    const object = name.kind === "identifier" ? this.#types.names.objectOf(name) : undefined;
    return object?.kind === "builtin" ? object.name : undefined;
  }

  #builtinResult(name: string, call: CallExpressionNode): Type {
    const [first, second] = call.arguments.children;
    switch (name) {
      case "len":
      case "cap":
      case "copy":
        return basic("int");
      case "append":
        return first ? this.#types.ofExpression(first as Expression) : unknown;
      case "make":
        return first ? this.#types.denotedBy(first) : unknown;
      case "new":
        return first ? { kind: "pointer", element: this.#newElement(first) } : unknown;
      case "min":
      case "max":
        return this.#firstTyped(call.arguments.children);
      case "recover":
        return emptyInterface;
      case "complex":
        return complexOf(this.#firstTyped([first, second].flatMap((argument) => argument ?? [])));
      case "real":
      case "imag":
        return first ? partOf(this.#types.ofExpression(first as Expression)) : unknown;
      default:
        return resultType([]);
    }
  }

  /** `new(T)`, and since Go 1.26 `new(value)`. */
  #newElement(argument: SyntaxNode): Type {
    const isName = argument.kind === "type_identifier" || argument.kind === "qualified_type";
    if (!isName) return this.#types.ifType(argument as Expression) ?? this.#typeOrValue(argument);
    const denoted = this.#types.denotedBy(argument);
    if (denoted.kind !== "unknown" || argument.kind !== "type_identifier") return denoted;
    const object = this.#types.names.objectOf(argument);
    return object ? defaultType(this.#types.ofObject(object)) : unknown;
  }

  #typeOrValue(argument: SyntaxNode): Type {
    if (argument.kind.endsWith("_type")) return this.#types.denotedBy(argument);
    return defaultType(this.#types.ofExpression(argument as Expression));
  }

  /** The type of operands of which some may be untyped constants. */
  #firstTyped(operands: readonly SyntaxNode[]): Type {
    const types = operands.map((operand) => this.#types.ofExpression(operand as Expression));
    const typed = types.find((type) => type.kind !== "basic" || !type.untyped);
    return typed ?? types.toSorted((a, b) => untypedRank(b) - untypedRank(a))[0] ?? unknown;
  }

  #unsafeResult(call: CallExpressionNode): Type | undefined {
    if (call.function.kind !== "selector_expression") return undefined;
    const { operand, field } = call.function;
    const object = operand.kind === "identifier" ? this.#types.names.objectOf(operand) : undefined;
    if (object?.kind !== "package-name" || object.importPath !== "unsafe") return undefined;
    const argument = call.arguments.children[0];
    const type = argument ? this.#types.ofExpression(argument as Expression) : unknown;
    switch (field.text) {
      case "Sizeof":
      case "Alignof":
      case "Offsetof":
        return basic("uintptr");
      case "Pointer":
      case "Add":
        return basic("unsafe.Pointer");
      case "String":
        return basic("string");
      case "StringData":
        return { kind: "pointer", element: basic("byte") };
      case "Slice":
        return type.kind === "pointer" ? { kind: "slice", element: type.element } : unknown;
      case "SliceData":
        return type.kind === "slice" ? { kind: "pointer", element: type.element } : unknown;
      default:
        return unknown;
    }
  }
}

/** The function that is called, without parentheses and type arguments. */
export function withoutInstance(called: SyntaxNode): SyntaxNode {
  let inner: SyntaxNode = called;
  for (;;) {
    if (inner.kind === "parenthesized_expression") inner = inner.child;
    else if (inner.kind === "index_expression") inner = inner.operand;
    else if (inner.kind === "type_instantiation_expression") inner = inner.type;
    else return inner;
  }
}

function complexOf(part: Type): Type {
  if (part.kind !== "basic") return unknown;
  if (part.untyped) return basic("untyped complex");
  return basic(part.name === "float32" ? "complex64" : "complex128");
}

function partOf(whole: Type): Type {
  if (whole.kind !== "basic") return unknown;
  if (whole.untyped) return basic("untyped float");
  return basic(whole.name === "complex64" ? "float32" : "float64");
}
