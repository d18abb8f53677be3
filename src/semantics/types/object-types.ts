import type {
  ConstSpecNode,
  Expression,
  ExpressionListNode,
  MethodDeclarationNode,
  RangeClauseNode,
  SyntaxNode,
  TypeParameterDeclarationNode,
} from "../../syntax/index.js";
import { receiverTypeParameters } from "../declared-names.js";
import type { GoObject } from "../object.js";
import { ObjectCache } from "../object-cache.js";
import { constantValue } from "./constants.js";
import { basic, defaultType, unknown } from "./type.js";
import type { Type } from "./type.js";
import type { Types } from "./types.js";

/** Computes the types of declared names from their declarations. */
export class ObjectTypes {
  readonly #types: Types;
  readonly #known = new ObjectCache<Type>();
  readonly #inProgress = new Set<GoObject>();

  constructor(types: Types) {
    this.#types = types;
  }

  /** What was computed before. */
  known(object: GoObject): Type | undefined {
    return this.#known.get(object);
  }

  typeOf(object: GoObject): Type {
    if (this.#inProgress.has(object)) return unknown;
    this.#inProgress.add(object);
    try {
      const type = this.#compute(object);
      this.#known.set(object, type);
      return type;
    } finally {
      this.#inProgress.delete(object);
    }
  }

  #compute(object: GoObject): Type {
    const { declaration } = object;
    switch (object.kind) {
      case "variable":
        return declaration ? this.#variable(object, declaration) : unknown;
      case "constant":
        return declaration?.kind === "const_spec" ? this.#constant(object, declaration) : unknown;
      case "function":
        return declaration?.kind === "function_declaration" ? this.#types.signature(declaration) : unknown;
      case "type-name":
        return this.#typeName(object, declaration);
      default:
        return unknown;
    }
  }

  #typeName(object: GoObject, declaration: SyntaxNode | undefined): Type {
    if (declaration?.kind === "type_parameter_declaration") return this.#typeParameter(object, declaration);
    if (declaration?.kind === "method_declaration") return this.#receiverTypeParameter(object, declaration);
    return object.identifier ? this.#types.denotedBy(object.identifier) : unknown;
  }

  #typeParameter(object: GoObject, declaration: TypeParameterDeclarationNode): Type {
    const types = this.#types;
    let constraint: Type | undefined;
    return {
      kind: "type-parameter",
      object,
      // A constraint may speak of its own parameter: [T interface{ Less(T) bool }].
      get constraint() {
        return (constraint ??= types.constraint(declaration.type));
      },
    };
  }

  /** K of `func (r *T[K]) M()` is constrained as T's parameter is. */
  #receiverTypeParameter(object: GoObject, method: MethodDeclarationNode): Type {
    const at = receiverTypeParameters(method).findIndex((name) => name === object.identifier);
    let type: SyntaxNode | undefined = method.receiver.children[0]?.type;
    while (type?.kind === "pointer_type" || type?.kind === "parenthesized_type") type = type.child;
    const declared =
      type?.kind === "generic_type" ? this.#types.names.objectOf(type.type)?.declaration : undefined;
    const parameters = declared?.kind === "type_spec" ? (declared.typeParameters?.children ?? []) : [];
    const [name, declaration] = parameters.flatMap((parameter) =>
      parameter.names.map((identifier) => [identifier, parameter] as const),
    )[at] ?? [undefined, undefined];
    const types = this.#types;
    return {
      kind: "type-parameter",
      object,
      get constraint() {
        return name && declaration ? types.constraint(declaration.type) : unknown;
      },
    };
  }

  #variable(object: GoObject, declaration: SyntaxNode): Type {
    switch (declaration.kind) {
      case "parameter_declaration":
        return this.#types.denotedBy(declaration.type);
      case "variadic_parameter_declaration":
        return { kind: "slice", element: this.#types.denotedBy(declaration.type) };
      case "var_spec":
        if (declaration.type) return this.#types.denotedBy(declaration.type);
        return declaration.value ? this.#assigned(object, declaration.names, declaration.value) : unknown;
      case "short_var_declaration":
        return this.#assigned(object, declaration.left.children, declaration.right);
      case "range_clause":
        return this.#ranged(object, declaration);
      case "receive_statement":
        return declaration.left?.children[0] === object.identifier
          ? defaultType(this.#types.ofExpression(declaration.right))
          : basic("bool");
      case "type_case":
      case "default_case":
        return this.#switched(declaration);
      default:
        return unknown;
    }
  }

  /** The type that a name on the left gets from the values on the right. */
  #assigned(object: GoObject, names: readonly SyntaxNode[], values: ExpressionListNode): Type {
    const at = names.findIndex((name) => name === object.identifier);
    const expressions = values.children;
    if (expressions.length === names.length) {
      const value = expressions[at];
      return value ? defaultType(single(this.#types.ofExpression(value))) : unknown;
    }
    const [only] = expressions;
    if (!only || expressions.length !== 1) return unknown;
    const type = this.#types.ofExpression(only);
    if (type.kind === "tuple") return type.types[at] ?? unknown;
    // v, ok := m[k], x.(T), <-c
    if (names.length === 2 && hasOkForm(only)) return at === 0 ? defaultType(type) : basic("bool");
    return unknown;
  }

  #ranged(object: GoObject, clause: RangeClauseNode): Type {
    const at = clause.left?.children.findIndex((name) => name === object.identifier) ?? -1;
    return this.#rangeTypes(this.#types.ofExpression(clause.right))[at] ?? unknown;
  }

  /** Types of the iteration values (Go specification, "For statements with range clause"). */
  #rangeTypes(over: Type): readonly Type[] {
    const core = this.#types.members.core(over);
    switch (core.kind) {
      case "slice":
      case "array":
        return [basic("int"), core.element];
      case "pointer": {
        const array = this.#types.members.underlying(core.element);
        return array.kind === "array" ? [basic("int"), array.element] : [];
      }
      case "map":
        return [core.key, core.value];
      case "channel":
        return [core.element];
      case "basic":
        return core.name.endsWith("string") ? [basic("int"), basic("rune")] : [defaultType(over)];
      case "signature": {
        const yielded = core.parameters[0] ? this.#types.members.core(core.parameters[0]) : unknown;
        return yielded.kind === "signature" ? yielded.parameters : [];
      }
      default:
        return [];
    }
  }

  /** The type of x in a clause of `switch x := y.(type)`. */
  #switched(clause: SyntaxNode): Type {
    const statement = clause.parent;
    if (statement?.kind !== "type_switch_statement") return unknown;
    if (clause.kind === "type_case" && clause.types.length === 1) {
      const type = clause.types[0] as SyntaxNode;
      if (type.text !== "nil") return this.#types.denotedBy(type);
    }
    return this.#types.ofExpression(statement.value);
  }

  #constant(object: GoObject, spec: ConstSpecNode): Type {
    const value = constantValue(spec, object);
    if (!value) return unknown;
    return value.spec.type
      ? this.#types.denotedBy(value.spec.type)
      : this.#types.ofExpression(value.expression);
  }
}

function single(type: Type): Type {
  return type.kind === "tuple" ? unknown : type;
}

function hasOkForm(expression: Expression): boolean {
  let inner = expression;
  while (inner.kind === "parenthesized_expression") inner = inner.child;
  return (
    inner.kind === "index_expression" ||
    inner.kind === "type_assertion_expression" ||
    (inner.kind === "unary_expression" && inner.operator === "<-")
  );
}
