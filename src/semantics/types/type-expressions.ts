import type {
  ChannelTypeNode,
  Expression,
  FieldDeclarationNode,
  FunctionDeclarationNode,
  FuncLiteralNode,
  FunctionTypeNode,
  IndexExpressionNode,
  InterfaceTypeNode,
  MethodDeclarationNode,
  MethodElemNode,
  ParameterListNode,
  QualifiedTypeNode,
  StructTypeNode,
  SyntaxNode,
  VariadicParameterDeclarationNode,
} from "../../syntax/index.js";
import { NodeCache } from "../node-cache.js";
import type { GoObject } from "../object.js";
import { LazyField, LazyInterface, LazyMethod, LazySignature, LazyStruct } from "./lazy.js";
import { basic, emptyInterface, unknown } from "./type.js";
import type {
  ChannelType,
  Field,
  InterfaceType,
  SignatureType,
  StructType,
  Type,
  TypeParameter,
  UnionTerm,
} from "./type.js";
import type { Types } from "./types.js";

/** Everything that has parameters and results. */
export type SignatureNode =
  FunctionDeclarationNode | MethodDeclarationNode | FuncLiteralNode | FunctionTypeNode | MethodElemNode;

/** Computes the types that type expressions denote. */
export class TypeExpressions {
  readonly #types: Types;
  readonly #known = new NodeCache<Type>();

  constructor(types: Types) {
    this.#types = types;
  }

  /** What was computed before. */
  known(node: SyntaxNode): Type | undefined {
    return this.#known.get(node);
  }

  typeOf(node: SyntaxNode): Type {
    const type = this.#compute(node);
    this.#known.set(node, type);
    return type;
  }

  /** See `Types.ifType`. */
  ifType(expression: Expression): Type | undefined {
    switch (expression.kind) {
      case "parenthesized_expression":
        return this.ifType(expression.child);
      case "identifier":
      case "selector_expression": {
        const object = this.#types.namedBy(expression);
        return object?.kind === "type-name" ? this.#named(object, []) : undefined;
      }
      case "index_expression":
        return this.#ifInstance(expression);
      case "type_instantiation_expression":
        return this.#types.namedBy(expression.type)?.kind === "type-name"
          ? this.#instance(expression.type, expression.children)
          : undefined;
      case "unary_expression": {
        if (expression.operator !== "*") return undefined;
        const element = this.ifType(expression.operand) ?? this.#ifInC(expression.operand);
        return element && { kind: "pointer", element };
      }
      default:
        return undefined;
    }
  }

  #compute(node: SyntaxNode): Type {
    switch (node.kind) {
      case "type_identifier":
      case "identifier":
        return this.#typeName(this.#types.namedBy(node), []);
      case "qualified_type":
        return this.#isUnsafePointer(node)
          ? basic("unsafe.Pointer")
          : this.#typeName(this.#types.namedBy(node), []);
      case "generic_type":
        return this.#instance(
          node.type,
          node.typeArguments.children.flatMap((element) => element.children),
        );
      case "pointer_type":
        return { kind: "pointer", element: this.#part(node.child) };
      case "parenthesized_type":
      case "type_elem":
      case "type_constraint":
        return node.allChildren[0] ? this.#part(node.allChildren[0]) : unknown;
      case "slice_type":
        return { kind: "slice", element: this.#part(node.element) };
      case "array_type":
        return {
          kind: "array",
          length: this.#types.constants.integer(node.length),
          element: this.#part(node.element),
        };
      case "map_type":
        return { kind: "map", key: this.#part(node.key), value: this.#part(node.value) };
      case "channel_type":
        return { kind: "channel", direction: channelDirection(node), element: this.#part(node.value) };
      case "function_type":
        return this.signature(node);
      case "struct_type":
        return this.#struct(node);
      case "interface_type":
        return this.#interface(node);
      default:
        return this.ifType(node as Expression) ?? unknown;
    }
  }

  #isUnsafePointer(node: QualifiedTypeNode): boolean {
    return node.name.text === "Pointer" && this.#types.names.objectOf(node.package)?.importPath === "unsafe";
  }

  #part(node: SyntaxNode): Type {
    return this.#types.denotedBy(node);
  }

  #typeName(object: GoObject | undefined, args: readonly Type[]): Type {
    return object?.kind === "type-name" ? this.#named(object, args) : unknown;
  }

  #named(object: GoObject, args: readonly Type[]): Type {
    if (object.level === "universe") return universeType(object);
    const { declaration } = object;
    if (declaration?.kind === "type_alias") return this.#types.members.aliased(object, args);
    if (declaration?.kind === "type_parameter_declaration" || declaration?.kind === "method_declaration") {
      return this.#types.ofObject(object);
    }
    return { kind: "named", object, args };
  }

  #instance(type: SyntaxNode, args: readonly SyntaxNode[]): Type {
    return this.#typeName(
      this.#types.namedBy(type),
      args.map((arg) => this.#part(arg)),
    );
  }

  /** `T[A]` where an expression may stand; the grammar takes it for an index. */
  /** A name of package C, which cgo knows and we do not: behind a `*` it stands for a type nearly always. */
  #ifInC(expression: Expression): Type | undefined {
    if (expression.kind !== "selector_expression" || expression.operand.text !== "C") return undefined;
    return this.#types.names.objectOf(expression.operand)?.importPath === "C" ? unknown : undefined;
  }

  #ifInstance({ operand, index }: IndexExpressionNode): Type | undefined {
    const object = this.#types.namedBy(operand);
    return object?.kind === "type-name" ? this.#named(object, [this.#part(index)]) : undefined;
  }

  /** The type of a function, without its receiver. */
  signature(node: SignatureNode): SignatureType {
    const variadic = node.parameters.children.some(isVariadic);
    const typeParameters = node.kind === "function_declaration" ? this.#typeParameters(node) : [];
    return new LazySignature(
      { variadic, typeParameters },
      () => this.#parameterTypes(node.parameters),
      () => this.#results(node),
    );
  }

  #typeParameters(node: FunctionDeclarationNode): readonly TypeParameter[] {
    const names = node.typeParameters?.children.flatMap((declaration) => declaration.names) ?? [];
    return names.flatMap((name) => {
      const object = this.#types.names.objectOf(name);
      const type = object && this.#types.ofObject(object);
      return type?.kind === "type-parameter" ? [type] : [];
    });
  }

  #parameterTypes(list: ParameterListNode): readonly Type[] {
    return list.children.flatMap((parameter): readonly Type[] => {
      const type = this.#part(parameter.type);
      if (isVariadic(parameter)) return [{ kind: "slice", element: type }];
      return Array.from({ length: Math.max(1, parameter.names.length) }, () => type);
    });
  }

  #results({ result }: SignatureNode): readonly Type[] {
    if (!result) return [];
    return result.kind === "parameter_list" ? this.#parameterTypes(result) : [this.#part(result)];
  }

  #struct(node: StructTypeNode): StructType {
    const declarations = node.child.children;
    return new LazyStruct(() => declarations.flatMap((declaration) => this.#fields(declaration)));
  }

  #fields(declaration: FieldDeclarationNode): readonly Field[] {
    const { names, type } = declaration;
    if (names.length > 0) {
      return names.map((name) => {
        const named = { name: name.text, embedded: false, declaration: name };
        return new LazyField(named, () => this.#part(type));
      });
    }
    const isPointer = declaration.tree.text.slice(declaration.start, type.start).includes("*");
    const embedded = { name: embeddedName(type), embedded: true, declaration: type };
    return [
      new LazyField(embedded, () =>
        isPointer ? { kind: "pointer", element: this.#part(type) } : this.#part(type),
      ),
    ];
  }

  #interface(node: InterfaceTypeNode): InterfaceType {
    const methods = node.children.flatMap((element) => (element.kind === "method_elem" ? [element] : []));
    const unions = node.children.flatMap((element) => (element.kind === "type_elem" ? [element] : []));
    return new LazyInterface(
      () =>
        methods.map((method) => {
          const named = { name: method.name.text, declaration: method };
          return new LazyMethod(named, () => this.signature(method));
        }),
      () => unions.map((union) => union.children.map((term) => this.#term(term))),
    );
  }

  #term(node: SyntaxNode): UnionTerm {
    const tilde = node.kind === "negated_type";
    return { tilde, type: this.#part(tilde ? node.child : node) };
  }

  /** The type parameter's constraint, `~[]E | string` included, as an interface. */
  constraint(node: SyntaxNode): Type {
    const terms = node.allChildren;
    const [only] = terms;
    if (terms.length === 1 && only && only.kind !== "negated_type") {
      const type = this.#part(only);
      if (type.kind === "interface" || type.kind === "named" || type.kind === "unknown") return type;
    }
    return { kind: "interface", methods: [], embedded: [terms.map((term) => this.#term(term))] };
  }
}

function isVariadic(
  parameter: ParameterListNode["children"][number],
): parameter is VariadicParameterDeclarationNode {
  return parameter.kind === "variadic_parameter_declaration";
}

function universeType(object: GoObject): Type {
  if (object.name === "any") return emptyInterface;
  if (object.name === "error" || object.name === "comparable") return { kind: "named", object, args: [] };
  return basic(object.name);
}

function channelDirection(node: ChannelTypeNode): ChannelType["direction"] {
  if (ownsLeadingArrow(node)) return "receive";
  const { value } = node;
  const isSent = beforeValue(node).endsWith("<-");
  const takesArrow = value.kind === "channel_type" && hasLeadingArrow(value) && !ownsLeadingArrow(value);
  return isSent || takesArrow ? "send" : "both";
}

/**
 * Go gives `<-` to the leftmost `chan` that can have it, the grammar to the rightmost: it takes `chan<- chan T` for
 * `chan (<-chan T)`. Along a chain of such channels all own their arrows, or none does.
 */
function ownsLeadingArrow(node: ChannelTypeNode): boolean {
  let first = node;
  while (hasLeadingArrow(first)) {
    const { parent } = first;
    if (parent?.kind !== "channel_type" || beforeValue(parent).endsWith("<-")) return true;
    first = parent;
  }
  return false;
}

function hasLeadingArrow({ tree, start }: ChannelTypeNode): boolean {
  return tree.text.startsWith("<-", start);
}

/** `chan` with what belongs to it: `chan<-`, `<-chan`. */
function beforeValue({ tree, start, value }: ChannelTypeNode): string {
  return tree.text.slice(start, value.start).trimEnd();
}

/** `T` of the embedded `pkg.T`, `*T` and `T[A]`. */
function embeddedName(type: SyntaxNode): string {
  let inner: SyntaxNode = type;
  for (;;) {
    if (inner.kind === "generic_type") inner = inner.type;
    else if (inner.kind === "pointer_type" || inner.kind === "parenthesized_type") inner = inner.child;
    else break;
  }
  return inner.kind === "qualified_type" ? inner.name.text : inner.text;
}
