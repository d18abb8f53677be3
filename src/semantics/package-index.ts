import type { BuildConstraint } from "../project/index.js";
import { KindId } from "../syntax/index.js";
import type {
  FunctionDeclarationNode,
  MethodDeclarationNode,
  SyntaxNode,
  SyntaxTree,
  Type,
  TypeIdentifierNode,
} from "../syntax/index.js";
import type { GoObject, ObjectKind } from "./object.js";

/** A function or method with a name. */
export type NamedFunction = FunctionDeclarationNode | MethodDeclarationNode;

/**
 * Every declaration at package level over all files of a package. A name may have several objects: build
 * variants declare it once each, and broken code may declare it twice.
 */
export interface PackageIndex {
  /**
   * What a name may stand for, in file order; empty when the package does not declare it. `visible` spares looking
   * into files that the asking one is never built with; those may be left out, and need not be.
   */
  lookup(name: string, visible?: Visible): readonly GoObject[];
  /** The object that a declaring identifier declares. */
  declaredBy(identifier: SyntaxNode): GoObject | undefined;
  /** Methods of a name that are declared for a type, pointer receivers included. */
  methods(type: string, name: string, visible?: Visible): readonly MethodDeclarationNode[];
  /** All methods that are declared for a type in the files that are looked at as a whole. */
  methodsOf(type: string): readonly MethodDeclarationNode[];
}

/** Whether files with a constraint are built together with the one that asks. */
export type Visible = (constraint: BuildConstraint) => boolean;

/** The declarations of files that are parsed as a whole. */
export class ParsedIndex implements PackageIndex {
  readonly #objects = new Map<string, GoObject[]>();
  /** By type and name, `T.Method`. */
  readonly #methods = new Map<string, MethodDeclarationNode[]>();
  readonly #byIdentifier = new Map<SyntaxNode, GoObject>();

  constructor(trees: readonly SyntaxTree[]) {
    for (const tree of trees) this.#indexFile(tree);
  }

  lookup(name: string): readonly GoObject[] {
    return this.#objects.get(name) ?? [];
  }

  declaredBy(identifier: SyntaxNode): GoObject | undefined {
    return this.#byIdentifier.get(identifier);
  }

  methods(type: string, name: string): readonly MethodDeclarationNode[] {
    return this.#methods.get(`${type}.${name}`) ?? [];
  }

  methodsOf(type: string): readonly MethodDeclarationNode[] {
    return [...this.#methods].flatMap(([key, methods]) => (key.startsWith(`${type}.`) ? methods : []));
  }

  #indexFile(tree: SyntaxTree): void {
    const { kinds, subtreeEnds, size } = tree.arena;
    for (let id = 1; id < size; id = subtreeEnds[id] as number) {
      switch (kinds[id]) {
        case KindId.function_declaration:
          this.#indexFunction(tree.node(id) as FunctionDeclarationNode);
          break;
        case KindId.method_declaration:
          this.#indexMethod(tree.node(id) as MethodDeclarationNode);
          break;
        case KindId.var_declaration:
        case KindId.const_declaration:
        case KindId.type_declaration:
          this.#indexSpecs(tree.node(id));
          break;
      }
    }
  }

  #indexFunction(declaration: FunctionDeclarationNode): void {
    // init cannot be referred to, and every file may have several.
    if (declaration.name.text !== "init") this.#declare("function", declaration.name, declaration);
  }

  #indexMethod(declaration: MethodDeclarationNode): void {
    const receiver = receiverTypeName(declaration);
    if (receiver === undefined) return;
    const key = `${receiver}.${declaration.name.text}`;
    const methods = this.#methods.get(key);
    if (methods) methods.push(declaration);
    else this.#methods.set(key, [declaration]);
  }

  #indexSpecs(declaration: SyntaxNode): void {
    for (const child of declaration.allChildren) {
      if (child.kind === "var_spec_list") this.#indexSpecs(child);
      else if (child.kind === "var_spec") this.#declareAll("variable", child.names, child);
      else if (child.kind === "const_spec") this.#declareAll("constant", child.names, child);
      else if (child.kind === "type_spec" || child.kind === "type_alias")
        this.#declare("type-name", child.name, child);
    }
  }

  #declareAll(kind: ObjectKind, identifiers: readonly SyntaxNode[], declaration: SyntaxNode): void {
    for (const identifier of identifiers) this.#declare(kind, identifier, declaration);
  }

  #declare(kind: ObjectKind, identifier: SyntaxNode, declaration: SyntaxNode): void {
    const name = identifier.text;
    if (name === "_") return;
    const object: GoObject = { kind, name, level: "package", declaration, identifier };
    this.#byIdentifier.set(identifier, object);
    const others = this.#objects.get(name);
    if (others) others.push(object);
    else this.#objects.set(name, [object]);
  }
}

/** The type that a method belongs to: `T` of `func (t *T[K]) M()`. */
export function receiverTypeName(method: MethodDeclarationNode): string | undefined {
  const receiver = method.receiver.children[0];
  return receiver && typeName(receiver.type)?.text;
}

/** The name at the heart of a type expression of this package: `T` of `*T`, `(T)` and `T[K]`. */
export function typeName(type: Type): TypeIdentifierNode | undefined {
  let inner: SyntaxNode | undefined = type;
  for (;;) {
    if (inner?.kind === "pointer_type" || inner?.kind === "parenthesized_type") inner = inner.child;
    else if (inner?.kind === "generic_type") inner = inner.type;
    else return inner?.kind === "type_identifier" ? inner : undefined;
  }
}
