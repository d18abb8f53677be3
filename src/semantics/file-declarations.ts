import { KindId } from "../syntax/index.js";
import type {
  FunctionDeclarationNode,
  MethodDeclarationNode,
  SyntaxNode,
  SyntaxTree,
  Type,
  TypeIdentifierNode,
} from "../syntax/index.js";
import type { ObjectKind } from "./object.js";

/** A name that a file declares at package level. Nodes are given by their ids. */
export interface DeclaredName {
  readonly kind: ObjectKind;
  readonly name: string;
  readonly identifier: number;
  readonly declaration: number;
}

/** A method that a file declares, by its type and name: `T.Method`. */
export interface DeclaredMethod {
  readonly name: string;
  readonly declaration: number;
}

/** What a file declares at package level, in source order. */
export interface FileDeclarations {
  readonly names: readonly DeclaredName[];
  readonly methods: readonly DeclaredMethod[];
}

// By arena: trees that are the same but for what is remembered of them share it.
const known = new WeakMap<SyntaxTree["arena"], FileDeclarations>();

/** What a file declares at package level. */
export function fileDeclarations(tree: SyntaxTree): FileDeclarations {
  let declarations = known.get(tree.arena);
  if (!declarations) known.set(tree.arena, (declarations = new Reader(tree).run()));
  return declarations;
}

class Reader {
  readonly #tree: SyntaxTree;
  readonly #names: DeclaredName[] = [];
  readonly #methods: DeclaredMethod[] = [];

  constructor(tree: SyntaxTree) {
    this.#tree = tree;
  }

  run(): FileDeclarations {
    const { kinds, subtreeEnds, size } = this.#tree.arena;
    for (let id = 1; id < size; id = subtreeEnds[id] as number) {
      switch (kinds[id]) {
        case KindId.function_declaration:
          this.#readFunction(this.#tree.node(id) as FunctionDeclarationNode);
          break;
        case KindId.method_declaration:
          this.#readMethod(this.#tree.node(id) as MethodDeclarationNode);
          break;
        case KindId.var_declaration:
        case KindId.const_declaration:
        case KindId.type_declaration:
          this.#readSpecs(this.#tree.node(id));
          break;
      }
    }
    return { names: this.#names, methods: this.#methods };
  }

  #readFunction(declaration: FunctionDeclarationNode): void {
    // init cannot be referred to, and every file may have several.
    if (declaration.name.text !== "init") this.#declare("function", declaration.name, declaration);
  }

  #readMethod(declaration: MethodDeclarationNode): void {
    const receiver = receiverTypeName(declaration);
    if (receiver === undefined) return;
    this.#methods.push({ name: `${receiver}.${declaration.name.text}`, declaration: declaration.id });
  }

  #readSpecs(declaration: SyntaxNode): void {
    for (const child of declaration.allChildren) {
      if (child.kind === "var_spec_list") this.#readSpecs(child);
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
    this.#names.push({ kind, name, identifier: identifier.id, declaration: declaration.id });
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
