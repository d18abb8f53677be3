import { KindId } from "../syntax/index.js";
import type {
  MethodDeclarationNode,
  SyntaxNode,
  SyntaxTree,
  TypeParameterListNode,
} from "../syntax/index.js";
import { Bindings } from "./bindings.js";
import type { Meaning } from "./bindings.js";
import { declaredNames, receiverTypeParameters } from "./declared-names.js";
import { isFunction } from "./function.js";
import type { FunctionNode } from "./function.js";
import { importsOf } from "./imports.js";
import type { GoObject, ObjectKind } from "./object.js";
import type { PackageIndex, Visible } from "./package-index.js";
import { universe } from "./universe.js";

/** What lies around a file. */
export interface FileSurroundings {
  readonly index: PackageIndex;
  /** Which files of the package the file is ever built with. */
  readonly visible: Visible;
  /** Picks the object that the file sees among the build variants of a package-level name. */
  readonly choose: (candidates: readonly GoObject[]) => GoObject | undefined;
  /** What dot imports bring under a name that nothing else explains. */
  readonly dotImported: (name: string) => GoObject | undefined;
  /** An imported package whose name is not the one that its path suggests. */
  readonly packageNamed: (name: string) => GoObject | undefined;
}

/**
 * Resolves every identifier of a file by Go's scoping rules (Go specification, "Declarations and scope"). Names
 * after a dot need types and are left open here; keys of composite literals are taken for expressions, which types
 * may refute.
 */
export function resolveFile(tree: SyntaxTree, surroundings: FileSurroundings): Bindings {
  return new Resolver(tree, surroundings).run();
}

/** Names declared in one block, and the block around it. */
interface Scope {
  readonly parent: Scope | undefined;
  /** Places in the list of meanings plus one, by name; undefined for the many blocks that declare nothing. */
  names: Map<string, number> | undefined;
}

/** A node whose end matters: it closes a scope, or brings the names it declares into being. */
interface OpenNode {
  readonly id: number;
  /** Arena id after its last descendant. */
  readonly end: number;
  readonly role: "scope" | "declaration";
}

/** What nodes of a kind are to the resolver. */
const Role = {
  /** Nothing: it passes over them. */
  none: 0,
  name: 1,
  /** They open a block of their own. A function's body shares the block of its parameters. */
  scope: 2,
  /** Their names come into being only after the whole of them: `x := x + 1` reads the outer `x`. */
  declaration: 3,
  /** Their names are declared by something around them, or are in no scope at all. */
  naming: 4,
} as const;

/** A `Role` for each kind. */
const roles = new Uint8Array(256);
const kindsByRole: readonly (readonly [number, readonly number[]])[] = [
  [Role.name, [KindId.identifier, KindId.type_identifier, KindId.package_identifier]],
  [
    Role.scope,
    [
      KindId.function_declaration,
      KindId.method_declaration,
      KindId.func_literal,
      KindId.block,
      KindId.if_statement,
      KindId.for_statement,
      KindId.expression_switch_statement,
      KindId.type_switch_statement,
      KindId.expression_case,
      KindId.type_case,
      KindId.default_case,
      KindId.communication_case,
      KindId.type_spec,
      KindId.type_alias,
    ],
  ],
  [
    Role.declaration,
    [
      KindId.var_spec,
      KindId.const_spec,
      KindId.short_var_declaration,
      KindId.range_clause,
      KindId.receive_statement,
    ],
  ],
  [
    Role.naming,
    [
      KindId.package_clause,
      KindId.import_spec,
      KindId.parameter_declaration,
      KindId.variadic_parameter_declaration,
      KindId.type_parameter_declaration,
    ],
  ],
];
for (const [role, kinds] of kindsByRole) for (const kind of kinds) roles[kind] = role;

class Resolver {
  readonly #tree: SyntaxTree;
  readonly #surroundings: FileSurroundings;
  readonly #indices: Uint32Array;
  readonly #meanings: Meaning[] = [];
  /** Not 0 for identifiers that declare: settled by their declaration, not by look-up. */
  readonly #declaring: Uint8Array;
  /** Indices of names that something around the file declares, and of those that stand before a dot. */
  readonly #outerNames = new Map<string, number>();
  readonly #qualifiers = new Map<string, number>();
  readonly #open: OpenNode[] = [];
  #scope: Scope = { parent: undefined, names: undefined };

  constructor(tree: SyntaxTree, surroundings: FileSurroundings) {
    this.#tree = tree;
    this.#surroundings = surroundings;
    this.#indices = new Uint32Array(tree.arena.size);
    this.#declaring = new Uint8Array(tree.arena.size);
  }

  run(): Bindings {
    this.#declareImports();
    const { size, kinds } = this.#tree.arena;
    for (let id = 0; id < size; id++) {
      this.#leaveBefore(id);
      this.#enter(id, kinds[id] as number);
    }
    this.#leaveBefore(size);
    return new Bindings(this.#tree, this.#indices, this.#meanings);
  }

  #declareImports(): void {
    for (const { name, path, form, spec } of importsOf(this.#tree)) {
      // No file can import under a name that its package declares: such a name was guessed wrongly.
      if (name === undefined || (form === "implicit" && declaredInPackage(name, this.#surroundings)))
        continue;
      const identifier = spec.name ?? spec.path;
      const object: GoObject = {
        kind: "package-name",
        name,
        level: "file",
        declaration: spec,
        identifier,
        importPath: path,
      };
      this.#bindInScope(identifier, object);
    }
  }

  #leaveBefore(id: number): void {
    for (let open = this.#open.at(-1); open && open.end <= id; open = this.#open.at(-1)) {
      this.#open.pop();
      if (open.role === "scope") this.#scope = this.#scope.parent as Scope;
      else this.#finishDeclaration(this.#tree.node(open.id));
    }
  }

  #enter(id: number, kind: number): void {
    const role = roles[kind];
    if (role === Role.none) return;
    if (role === Role.name) {
      if (this.#declaring[id] === 0) this.#refer(id);
      return;
    }
    const node = this.#tree.node(id);
    for (const identifier of declaredNames(node)) this.#declaring[identifier.id] = 1;
    if (role === Role.scope) this.#enterScope(node);
    else if (role === Role.declaration) this.#push(node, "declaration");
  }

  #push(node: SyntaxNode, role: OpenNode["role"]): void {
    this.#open.push({ id: node.id, end: this.#tree.arena.subtreeEnds[node.id] as number, role });
    if (role === "scope") this.#scope = { parent: this.#scope, names: undefined };
  }

  #enterScope(node: SyntaxNode): void {
    if (node.kind === "block" && isFunction(node.parent)) {
      this.#declareParameters(node.parent);
      return;
    }
    // A type's name belongs to the block around it and is visible within its own declaration.
    if (node.kind === "type_spec" || node.kind === "type_alias") this.#declare("type-name", node.name, node);
    if (node.kind === "function_declaration") this.#bindPackageLevel(node.name);
    this.#push(node, "scope");
    if (node.kind === "function_declaration" || node.kind === "type_spec" || node.kind === "type_alias") {
      this.#declareTypeParameters(node.typeParameters);
    } else if (node.kind === "method_declaration") {
      this.#declareReceiverTypeParameters(node);
    } else if (node.kind === "type_case" || node.kind === "default_case") {
      this.#declareTypeSwitchAlias(node);
    }
  }

  #finishDeclaration(node: SyntaxNode): void {
    switch (node.kind) {
      case "var_spec":
        for (const name of node.names) this.#declare("variable", name, node);
        break;
      case "const_spec":
        for (const name of node.names) this.#declare("constant", name, node);
        break;
      case "short_var_declaration":
      case "range_clause":
      case "receive_statement":
        for (const name of declaredNames(node)) this.#declareOrAssign(name, node);
        break;
    }
  }

  /** `:=` declares the names that are new in this very block and assigns to the others. */
  #declareOrAssign(identifier: SyntaxNode, declaration: SyntaxNode): void {
    const existing = this.#scope.names?.get(identifier.text);
    if (existing !== undefined) this.#indices[identifier.id] = existing;
    else this.#declare("variable", identifier, declaration);
  }

  #declareParameters(declaration: FunctionNode): void {
    const lists = [
      declaration.kind === "method_declaration" ? declaration.receiver : undefined,
      declaration.parameters,
      declaration.result?.kind === "parameter_list" ? declaration.result : undefined,
    ];
    for (const parameter of lists.flatMap((list) => list?.children ?? [])) {
      for (const name of declaredNames(parameter)) this.#declare("variable", name, parameter);
    }
  }

  #declareTypeParameters(list: TypeParameterListNode | undefined): void {
    for (const parameter of list?.children ?? []) {
      for (const name of parameter.names) this.#declare("type-name", name, parameter);
    }
  }

  /** `func (r *T[K, V]) M()` declares K and V. */
  #declareReceiverTypeParameters(method: MethodDeclarationNode): void {
    for (const name of receiverTypeParameters(method)) this.#declare("type-name", name, method);
  }

  /** `switch x := y.(type)` declares x anew in each clause. */
  #declareTypeSwitchAlias(clause: SyntaxNode): void {
    const statement = clause.parent;
    if (statement?.kind !== "type_switch_statement") return;
    const alias = statement.alias?.children[0];
    if (alias?.kind === "identifier") this.#declare("variable", alias, clause);
  }

  #declare(kind: ObjectKind, identifier: SyntaxNode, declaration: SyntaxNode): void {
    if (this.#scope.parent === undefined) {
      this.#bindPackageLevel(identifier);
      return;
    }
    const name = identifier.text;
    if (name === "_") return;
    this.#bindInScope(identifier, { kind, name, level: "local", declaration, identifier });
  }

  #bindPackageLevel(identifier: SyntaxNode): void {
    const object = this.#surroundings.index.declaredBy(identifier);
    if (object) this.#bind(identifier, object);
  }

  #refer(id: number): void {
    const { kinds, parents, starts, ends } = this.#tree.arena;
    const around = kinds[parents[id] as number];
    // The type's name in package.Type is looked up in that package.
    if (kinds[id] === KindId.type_identifier && around === KindId.qualified_type) return;
    const name = this.#tree.text.slice(starts[id], ends[id]);
    // Only before a dot can a name be that of a package.
    const isQualifier = around === KindId.qualified_type || around === KindId.selector_expression;
    this.#indices[id] = this.#local(name) ?? this.#outer(name, isQualifier);
  }

  #local(name: string): number | undefined {
    for (let scope: Scope | undefined = this.#scope; scope; scope = scope.parent) {
      const index = scope.names?.get(name);
      if (index !== undefined) return index;
    }
    return undefined;
  }

  /** The index of a name that the file itself says nothing of. What it stands for is looked up when it is asked for. */
  #outer(name: string, isQualifier: boolean): number {
    const known = isQualifier ? this.#qualifiers : this.#outerNames;
    let index = known.get(name);
    if (index === undefined) {
      // All that is kept of the resolver are the surroundings.
      const surroundings = this.#surroundings;
      index = this.#meanings.push(() => lookUp(name, isQualifier, surroundings));
      known.set(name, index);
    }
    return index;
  }

  #bind(identifier: SyntaxNode, object: GoObject): number {
    const index = this.#meanings.push(object);
    this.#indices[identifier.id] = index;
    return index;
  }

  #bindInScope(identifier: SyntaxNode, object: GoObject): void {
    const index = this.#bind(identifier, object);
    (this.#scope.names ??= new Map()).set(object.name, index);
  }
}

/** What a name stands for that is not declared in the file. */
function lookUp(name: string, isQualifier: boolean, surroundings: FileSurroundings): GoObject | undefined {
  const { dotImported, packageNamed } = surroundings;
  const object = declaredInPackage(name, surroundings) ?? universe.get(name) ?? dotImported(name);
  return object ?? (isQualifier ? packageNamed(name) : undefined);
}

function declaredInPackage(name: string, { index, visible, choose }: FileSurroundings): GoObject | undefined {
  return choose(index.lookup(name, visible));
}
