import type { BuildConstraint } from "../project/index.js";
import type {
  FunctionDeclarationNode,
  MethodDeclarationNode,
  SyntaxNode,
  SyntaxTree,
} from "../syntax/index.js";
import { fileDeclarations } from "./file-declarations.js";
import type { DeclaredMethod, DeclaredName } from "./file-declarations.js";
import type { GoObject } from "./object.js";

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

/** A declaration, and the tree whose nodes it speaks of. */
interface Placed<T> {
  readonly tree: SyntaxTree;
  readonly declared: T;
}

/** The declarations of files that are parsed as a whole. Objects are made when something asks for their names. */
export class ParsedIndex implements PackageIndex {
  readonly #names = new Map<string, Placed<DeclaredName>[]>();
  readonly #objects = new Map<string, readonly GoObject[]>();
  /** By type and name, `T.Method`. */
  readonly #methods = new Map<string, Placed<DeclaredMethod>[]>();
  #methodsByType: ReadonlyMap<string, readonly Placed<DeclaredMethod>[]> | undefined;

  constructor(trees: readonly SyntaxTree[]) {
    for (const tree of trees) {
      const { names, methods } = fileDeclarations(tree);
      for (const declared of names) place(this.#names, { tree, declared });
      for (const declared of methods) place(this.#methods, { tree, declared });
    }
  }

  lookup(name: string): readonly GoObject[] {
    const known = this.#objects.get(name);
    if (known) return known;
    const objects = this.#names.get(name)?.map(objectOf) ?? [];
    if (objects.length > 0) this.#objects.set(name, objects);
    return objects;
  }

  declaredBy(identifier: SyntaxNode): GoObject | undefined {
    return this.lookup(identifier.text).find((object) => object.identifier === identifier);
  }

  methods(type: string, name: string): readonly MethodDeclarationNode[] {
    return this.#methods.get(`${type}.${name}`)?.map(methodOf) ?? [];
  }

  methodsOf(type: string): readonly MethodDeclarationNode[] {
    this.#methodsByType ??= byType(this.#methods);
    return this.#methodsByType.get(type)?.map(methodOf) ?? [];
  }
}

function byType(
  methods: ReadonlyMap<string, readonly Placed<DeclaredMethod>[]>,
): ReadonlyMap<string, readonly Placed<DeclaredMethod>[]> {
  const types = new Map<string, Placed<DeclaredMethod>[]>();
  for (const [name, placed] of methods) {
    const type = name.slice(0, name.indexOf("."));
    const others = types.get(type);
    if (others) others.push(...placed);
    else types.set(type, [...placed]);
  }
  return types;
}

function place<T extends { readonly name: string }>(
  byName: Map<string, Placed<T>[]>,
  placed: Placed<T>,
): void {
  const { name } = placed.declared;
  const others = byName.get(name);
  if (others) others.push(placed);
  else byName.set(name, [placed]);
}

function objectOf({ tree, declared }: Placed<DeclaredName>): GoObject {
  const { kind, name, identifier, declaration } = declared;
  return {
    kind,
    name,
    level: "package",
    declaration: tree.node(declaration),
    identifier: tree.node(identifier),
  };
}

function methodOf({ tree, declared }: Placed<DeclaredMethod>): MethodDeclarationNode {
  return tree.node(declared.declaration) as MethodDeclarationNode;
}
