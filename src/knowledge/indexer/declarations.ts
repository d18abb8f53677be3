import { KindId } from "../../syntax/index.js";
import type {
  ConstDeclarationNode,
  Expression,
  FunctionDeclarationNode,
  MethodDeclarationNode,
  SyntaxNode,
  SyntaxTree,
  Type,
  TypeAliasNode,
  TypeSpecNode,
  VarSpecNode,
} from "../../syntax/index.js";

/** A function at package level. */
export interface FunctionDeclaration {
  readonly kind: "function";
  readonly name: string;
  readonly node: FunctionDeclarationNode;
}

/** A type or an alias at package level. */
export interface TypeDeclaration {
  readonly kind: "type";
  readonly name: string;
  readonly node: TypeSpecNode | TypeAliasNode;
}

/** A constant with the type and value that its group gives it where it has none of its own. */
export interface ConstantDeclaration {
  readonly kind: "constant";
  readonly name: string;
  readonly node: SyntaxNode;
  readonly type: Type | undefined;
  readonly value: Expression | undefined;
  readonly iota: number;
}

/** A variable at package level. */
export interface VariableDeclaration {
  readonly kind: "variable";
  readonly name: string;
  readonly node: VarSpecNode;
  /** Place among the names that are declared together. */
  readonly index: number;
}

/** Anything that a name at package level stands for. */
export type Declaration = FunctionDeclaration | TypeDeclaration | ConstantDeclaration | VariableDeclaration;

/**
 * What a package declares over all of its files. Where several files declare the same name, for different
 * builds, the first one counts.
 */
export class Declarations {
  readonly #byName = new Map<string, Declaration>();
  readonly #methods = new Map<string, Map<string, MethodDeclarationNode>>();
  readonly #hiddenMethods = new Set<string>();

  constructor(trees: readonly SyntaxTree[]) {
    for (const tree of trees) this.#readFile(tree);
  }

  get names(): readonly string[] {
    return [...this.#byName.keys()];
  }

  lookup(name: string): Declaration | undefined {
    return this.#byName.get(name);
  }

  /** The methods of a type by name. */
  methods(type: string): ReadonlyMap<string, MethodDeclarationNode> {
    return this.#methods.get(type) ?? new Map();
  }

  /** Whether an interface of the package has an unexported method of this name: types need it to fit. */
  isHiddenMethod(name: string): boolean {
    return this.#hiddenMethods.has(name);
  }

  #readFile(tree: SyntaxTree): void {
    for (const node of tree.root.children) {
      if (node.kind === "function_declaration") this.#add({ kind: "function", name: node.name.text, node });
      else if (node.kind === "method_declaration") this.#addMethod(node);
      else if (node.kind === "const_declaration")
        constantsOf(node).forEach((constant) => this.#add(constant));
      else if (node.kind === "var_declaration") this.#addVariables(node.child);
      else if (node.kind === "type_declaration") {
        for (const spec of node.children) this.#add({ kind: "type", name: spec.name.text, node: spec });
      }
    }
    const { kinds, size } = tree.arena;
    for (let id = 1; id < size; id++) {
      if (kinds[id] === KindId.method_elem) this.#addHiddenMethod(tree.node(id));
    }
  }

  #add(declaration: Declaration): void {
    const { kind, name } = declaration;
    const hasNoName = name === "_" || (kind === "function" && name === "init");
    if (!hasNoName && !this.#byName.has(name)) this.#byName.set(name, declaration);
  }

  #addMethod(node: MethodDeclarationNode): void {
    const receiver = receiverTypeName(node);
    if (receiver === undefined) return;
    const methods = this.#methods.get(receiver) ?? new Map<string, MethodDeclarationNode>();
    this.#methods.set(receiver, methods);
    if (!methods.has(node.name.text)) methods.set(node.name.text, node);
  }

  #addVariables(node: SyntaxNode): void {
    if (node.kind === "var_spec_list") node.children.forEach((spec) => this.#addVariables(spec));
    if (node.kind !== "var_spec") return;
    node.names.forEach(({ text }, index) => this.#add({ kind: "variable", name: text, node, index }));
  }

  #addHiddenMethod(node: SyntaxNode): void {
    if (node.kind === "method_elem" && !isExported(node.name.text)) this.#hiddenMethods.add(node.name.text);
  }
}

/** Whether other packages can use a name. */
export function isExported(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}

/** The constants of a declaration, each with the expression that counts for it. */
function constantsOf({ children }: ConstDeclarationNode): ConstantDeclaration[] {
  let type: Type | undefined;
  let values: readonly Expression[] = [];
  return children.flatMap((spec, iota) => {
    if (spec.value) {
      type = spec.type;
      values = spec.value.children;
    }
    return spec.names.map(({ text }, index): ConstantDeclaration => ({
      kind: "constant",
      name: text,
      node: spec,
      type,
      value: values[index],
      iota,
    }));
  });
}

/** `T` of `func (t *T[K]) M()`. */
function receiverTypeName(method: MethodDeclarationNode): string | undefined {
  let type: SyntaxNode | undefined = method.receiver.children[0]?.type;
  while (type && type.kind !== "type_identifier") {
    if (type.kind === "pointer_type" || type.kind === "parenthesized_type") type = type.child;
    else if (type.kind === "generic_type") type = type.type;
    else return undefined;
  }
  return type?.text;
}
