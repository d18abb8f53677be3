import type { MethodDeclarationNode, SyntaxNode, TypeAliasNode, TypeSpecNode } from "../../syntax/index.js";
import { receiverTypeParameters } from "../declared-names.js";
import type { GoObject } from "../object.js";
import { ObjectCache } from "../object-cache.js";
import { identical } from "./identical.js";
import { substitute } from "./substitute.js";
import type { Substitution } from "./substitute.js";
import { basic, emptyInterface, unknown } from "./type.js";
import type { Field, InterfaceType, NamedType, SignatureType, Type } from "./type.js";
import type { Types } from "./types.js";

/** What `x.Name` selects. */
export type Selection =
  | { readonly kind: "field"; readonly field: Field; readonly type: Type }
  | {
      readonly kind: "method";
      readonly name: string;
      /** Without the receiver. */
      readonly type: SignatureType;
      readonly declaration: SyntaxNode | undefined;
      /** The type that declares the method; undefined for interfaces without a name. */
      readonly owner: GoObject | undefined;
      /** Whether it is declared for the pointer. */
      readonly pointer: boolean;
    };

const maximumEmbedding = 250;

/** Of types that are declared by one another: `type A B`, `type B C`, … */
const maximumChain = 250;

/** What types are made of: underlying types, fields, methods (Go specification, "Selectors", "Method sets"). */
export class Members {
  readonly #types: Types;
  readonly #underlying = new ObjectCache<Type>();
  readonly #aliased = new ObjectCache<Type>();
  /** Core types by constraint; undefined for those that have none. */
  readonly #cores = new WeakMap<InterfaceType, { readonly type: Type | undefined }>();
  /** What selectors find in the values of declared types that have no arguments. */
  readonly #selected = new ObjectCache<Map<string, Selection>>();
  readonly #inProgress = new Set<GoObject>();
  #coreDepth = 0;

  constructor(types: Types) {
    this.#types = types;
  }

  /** The type behind a name: never a named type. Unknown for types that are declared through themselves alone. */
  underlying(type: Type): Type {
    if (type.kind !== "named") return type;
    const { object, args } = type;
    if (object.level === "universe") return object.name === "error" ? errorInterface : emptyInterface;
    const known = args.length === 0 ? this.#underlying.get(object) : undefined;
    if (known) return known;
    const generic = this.#computeOnce(object, this.#underlying, (declaration) =>
      this.underlying(this.#types.denotedBy(declaration.type)),
    );
    return substitute(generic, this.#argumentsOf(object, args));
  }

  /** The type that an alias stands for. */
  aliased(alias: GoObject, args: readonly Type[]): Type {
    const generic = this.#computeOnce(alias, this.#aliased, (declaration) =>
      this.#types.denotedBy(declaration.type),
    );
    return substitute(generic, this.#argumentsOf(alias, args));
  }

  /**
   * The one underlying type that all types of a type parameter or constraint have; for every other type, its
   * underlying type (Go specification, "Core types").
   */
  core(type: Type): Type {
    if (type.kind === "type-parameter") return this.#coreOfConstraint(type.constraint) ?? unknown;
    const underlying = this.underlying(type);
    return underlying.kind === "interface" ? (this.#coreOfConstraint(underlying) ?? underlying) : underlying;
  }

  /** The field or method that a selector finds in a value of a type; undefined when there is none, or several. */
  select(type: Type, name: string): Selection | undefined {
    const holder = type.kind === "pointer" ? type.element : type;
    if (holder.kind !== "named" || holder.args.length > 0) return this.#search(holder, name);
    let selected = this.#selected.get(holder.object);
    if (!selected) this.#selected.set(holder.object, (selected = new Map()));
    let selection = selected.get(name);
    if (selection) return selection;
    selection = this.#search(holder, name);
    // What is not found while types are still being computed may be found later.
    if (selection) selected.set(name, selection);
    return selection;
  }

  #search(holder: Type, name: string): Selection | undefined {
    let level: readonly Type[] = [holder];
    const seen = new Set<GoObject>();
    for (let depth = 0; depth < maximumEmbedding && level.length > 0; depth++) {
      const found = level.flatMap((candidate) => this.#own(candidate, name) ?? []);
      if (found.length > 0) return found.length === 1 ? found[0] : undefined;
      level = level
        .flatMap((candidate) => this.#embedded(candidate))
        .filter((candidate) => isNew(candidate, seen));
    }
    return undefined;
  }

  /** Whether a type has all methods of an interface. */
  implements(type: Type, wanted: Type): boolean {
    const target = this.underlying(wanted);
    if (target.kind !== "interface") return false;
    return [...this.methodsOf(target)].every(([name, signature]) => {
      const selection = this.select(type, name);
      if (selection?.kind !== "method" || (selection.pointer && type.kind !== "pointer")) return false;
      return identical(selection.type, signature);
    });
  }

  /** All methods of an interface, embedded ones included, by name. */
  methodsOf(type: InterfaceType): ReadonlyMap<string, SignatureType> {
    const methods = new Map<string, SignatureType>();
    for (const { bound } of this.#withEmbedded(type, type)) {
      for (const { name, signature } of bound.methods) if (!methods.has(name)) methods.set(name, signature);
    }
    return methods;
  }

  /** A field or method of the type itself, not of what it embeds. */
  #own(type: Type, name: string): Selection | undefined {
    if (type.kind === "type-parameter") return this.#ownOfTypeParameter(type.constraint, name);
    const method = type.kind === "named" ? this.#method(type, name) : undefined;
    if (method) return method;
    const underlying = this.underlying(type);
    if (underlying.kind === "interface") return this.#interfaceMethod(underlying, name, type);
    // A pointer to a pointer has neither fields nor methods, but a named pointer type has the fields.
    const struct =
      underlying.kind === "pointer" && type.kind === "named"
        ? this.underlying(underlying.element)
        : underlying;
    if (struct.kind !== "struct") return undefined;
    const field = struct.fields.find((candidate) => candidate.name === name);
    return field && { kind: "field", field, type: field.type };
  }

  #ownOfTypeParameter(constraint: Type, name: string): Selection | undefined {
    const bound = this.underlying(constraint);
    const method = bound.kind === "interface" ? this.#interfaceMethod(bound, name, constraint) : undefined;
    if (method) return method;
    const core = this.#coreOfConstraint(constraint);
    return core && core.kind !== "interface" ? this.select(core, name) : undefined;
  }

  #method(type: NamedType, name: string): Selection | undefined {
    if (type.object.level === "local" || type.object.level === "universe") return undefined;
    const [declaration] = this.#types.names.methodsOf(type.object, name);
    if (!declaration) return undefined;
    return {
      kind: "method",
      name,
      type: substitute(
        this.#types.signature(declaration),
        this.#receiverArguments(declaration, type.args),
      ) as SignatureType,
      declaration,
      owner: type.object,
      pointer: declaration.receiver.children[0]?.type.kind === "pointer_type",
    };
  }

  #interfaceMethod(type: InterfaceType, name: string, holder: Type): Selection | undefined {
    for (const { bound, holder: declaring } of this.#withEmbedded(type, holder)) {
      const method = bound.methods.find((candidate) => candidate.name === name);
      if (!method) continue;
      const { signature, declaration } = method;
      const owner = declaration ? this.#interfaceAround(declaration) : nameOf(declaring);
      return { kind: "method", name, type: signature, declaration, owner, pointer: false };
    }
    return undefined;
  }

  /** The type that is declared as the interface in which a method stands: of `type W io.Writer`, io's Writer. */
  #interfaceAround(method: SyntaxNode): GoObject | undefined {
    const declaration = method.parent?.parent;
    const isDeclared = declaration?.kind === "type_spec" && declaration.type === method.parent;
    return isDeclared ? this.#types.names.objectOf(declaration.name) : undefined;
  }

  /** An interface, held by a name or by itself, and all that it embeds, each once. */
  *#withEmbedded(type: InterfaceType, holder: Type): Iterable<HeldInterface> {
    const seen = new Set<GoObject>();
    const open: HeldInterface[] = [{ holder, bound: type }];
    for (let next = open.shift(); next; next = open.shift()) {
      yield next;
      const embedded = next.bound.embedded.flatMap(([term, ...others]): readonly HeldInterface[] => {
        if (!term || others.length > 0 || !isNew(term.type, seen)) return [];
        const bound = this.underlying(term.type);
        return bound.kind === "interface" ? [{ holder: term.type, bound }] : [];
      });
      open.unshift(...embedded);
    }
  }

  #embedded(type: Type): readonly Type[] {
    const underlying = this.underlying(type);
    if (underlying.kind !== "struct") return [];
    return underlying.fields
      .filter((field) => field.embedded)
      .map(({ type: embedded }) => (embedded.kind === "pointer" ? embedded.element : embedded));
  }

  #coreOfConstraint(constraint: Type): Type | undefined {
    const bound = this.underlying(constraint);
    if (bound.kind !== "interface") return bound.kind === "unknown" ? undefined : bound;
    const known = this.#cores.get(bound);
    if (known) return known.type;
    const core: { type: Type | undefined } = { type: undefined };
    // Known before it is computed: broken code has constraints that lead back to themselves.
    this.#cores.set(bound, core);
    if (this.#coreDepth >= maximumChain) return undefined;
    this.#coreDepth++;
    const terms = bound.embedded.flatMap((union) => union.map((term) => this.core(term.type)));
    this.#coreDepth--;
    const [first, ...others] = terms;
    if (first && others.every((other) => identical(first, other))) core.type = first;
    return core.type;
  }

  /** Computes the type in a declaration once; a declaration that leads back to itself is unknown. */
  #computeOnce(
    object: GoObject,
    known: ObjectCache<Type>,
    compute: (declaration: TypeSpecNode | TypeAliasNode) => Type,
  ): Type {
    const type = known.get(object);
    if (type) return type;
    const { declaration } = object;
    if (declaration?.kind !== "type_spec" && declaration?.kind !== "type_alias") return unknown;
    if (this.#inProgress.has(object) || this.#inProgress.size >= maximumChain) return unknown;
    this.#inProgress.add(object);
    try {
      const computed = compute(declaration);
      known.set(object, computed);
      return computed;
    } finally {
      this.#inProgress.delete(object);
    }
  }

  #argumentsOf(object: GoObject, args: readonly Type[]): Substitution {
    const { declaration } = object;
    if (args.length === 0 || (declaration?.kind !== "type_spec" && declaration?.kind !== "type_alias"))
      return none;
    return this.#pair(declaration.typeParameters?.children.flatMap(({ names }) => names) ?? [], args);
  }

  #receiverArguments(method: MethodDeclarationNode, args: readonly Type[]): Substitution {
    return args.length === 0 ? none : this.#pair(receiverTypeParameters(method), args);
  }

  #pair(parameters: readonly SyntaxNode[], args: readonly Type[]): Substitution {
    return new Map(
      parameters.flatMap((parameter, at): [GoObject, Type][] => {
        const object = this.#types.names.objectOf(parameter);
        const argument = args[at];
        return object && argument ? [[object, argument]] : [];
      }),
    );
  }
}

/** An interface, and the type that its methods are declared by. */
interface HeldInterface {
  readonly holder: Type;
  readonly bound: InterfaceType;
}

const none: Substitution = new Map();

const errorInterface: InterfaceType = {
  kind: "interface",
  methods: [
    {
      name: "Error",
      signature: {
        kind: "signature",
        parameters: [],
        results: [basic("string")],
        variadic: false,
        typeParameters: [],
      },
      declaration: undefined,
    },
  ],
  embedded: [],
};

function nameOf(type: Type): GoObject | undefined {
  return type.kind === "named" ? type.object : undefined;
}

/** Whether a type was not yet met while looking through embedded fields. */
function isNew(type: Type, seen: Set<GoObject>): boolean {
  if (type.kind !== "named") return true;
  if (seen.has(type.object)) return false;
  seen.add(type.object);
  return true;
}
