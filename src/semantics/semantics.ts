import { compatible } from "../project/index.js";
import type { BuildConstraint } from "../project/index.js";
import type {
  CallExpressionNode,
  Expression,
  KeyedElementNode,
  MethodDeclarationNode,
  SelectorExpressionNode,
  SyntaxNode,
  SyntaxTree,
  Type as TypeNode,
} from "../syntax/index.js";
import type { Bindings } from "./bindings.js";
import type { Callee } from "./callee.js";
import { literalOfKey } from "./declared-names.js";
import { receiverTypeName } from "./file-declarations.js";
import type { FunctionNode } from "./function.js";
import { importsOf, packageNameOf } from "./imports.js";
import type { Import } from "./imports.js";
import type { GoObject } from "./object.js";
import { OutlinedIndex } from "./outlined-index.js";
import type { FunctionHeader, Origin } from "./outlined-index.js";
import { ParsedIndex } from "./package-index.js";
import type { NamedFunction, PackageIndex, Visible } from "./package-index.js";
import type { PackageSource, Program } from "./program.js";
import { resolveFile } from "./resolve.js";
import type { Called } from "./types/calls.js";
import { printType } from "./types/print.js";
import type { Type } from "./types/type.js";

/** One file of a package. */
export interface PackageFile {
  /** May be parsed when it is first asked for: a package is read as far as questions about it reach. */
  readonly tree: SyntaxTree;
  /** The builds the file takes part in. */
  readonly constraint: BuildConstraint;
  /** Whether nothing is reported on it: it only lends what it declares. */
  readonly isContext?: boolean;
  readonly isTest?: boolean;
}

/**
 * What the names in a package stand for. Built on demand: indexing reads only declarations, and a file's
 * identifiers are resolved when something first asks about them.
 */
export class PackageSemantics {
  readonly program: Program;
  readonly source: PackageSource;
  readonly #files = new Map<SyntaxTree, FileSemantics>();
  readonly #constraints = new Map<SyntaxTree, BuildConstraint>();
  readonly #context = new Set<SyntaxTree>();
  readonly #tests = new Set<SyntaxTree>();
  #trees: readonly SyntaxTree[] | undefined;
  readonly #imported = new Map<string, PackageSemantics | undefined>();
  #index: PackageIndex | undefined;

  constructor(program: Program, source: PackageSource) {
    this.program = program;
    this.source = source;
  }

  /** Whether it belongs to the module that is looked at, and not to one on which that depends. */
  get isOfModule(): boolean {
    const { module, main } = this.source.origin ?? {};
    return module !== undefined && module === main;
  }

  /** Its declarations. */
  get index(): PackageIndex {
    return (this.#index ??= this.#makeIndex());
  }

  /** The view of one file of this package. */
  file(tree: SyntaxTree): FileSemantics {
    let file = this.#files.get(tree);
    if (!file) {
      file = this.program.register(tree, this);
      this.#files.set(tree, file);
    }
    return file;
  }

  /** The package that an import path stands for in this one. */
  imported(path: string): PackageSemantics | undefined {
    if (!this.#imported.has(path)) this.#imported.set(path, this.program.importPackage(path, this));
    return this.#imported.get(path);
  }

  /** What the package declares under a name, for those who import it. */
  declared(name: string, visible?: Visible): GoObject | undefined {
    return this.index.lookup(name, visible)[0];
  }

  /** A function or method (`Type.Method`) of a package that only lends its declarations, with its body. */
  implementation(name: string): NamedFunction | undefined {
    const { index } = this;
    return index instanceof OutlinedIndex ? index.implementation(name) : undefined;
  }

  /** Where the code of a function stands that was parsed for its body, in a package that only lends its declarations. */
  originOf(tree: SyntaxTree): Origin | undefined {
    const { index } = this;
    return index instanceof OutlinedIndex ? index.originOf(tree) : undefined;
  }

  /** The type that it declares under a name, for those who import it. */
  declaredType(name: string): Type | undefined {
    const object = this.declared(name);
    return object?.kind === "type-name" ? this.program.types.ofObject(object) : undefined;
  }

  /** The methods of a type with their bodies, in a package that only lends its declarations. */
  methodsWithBodies(type: string): readonly MethodDeclarationNode[] {
    const { index } = this;
    return index instanceof OutlinedIndex ? index.methodsWithBodies(type) : [];
  }

  /** How a package that only lends its declarations declares a name (`Type.Method` for methods), without bodies. */
  declarationText(name: string): string | undefined {
    const { index } = this;
    return index instanceof OutlinedIndex ? index.declarationText(name) : undefined;
  }

  /** The functions and methods of a package that only lends its declarations. */
  get headers(): readonly FunctionHeader[] {
    const { index } = this;
    return index instanceof OutlinedIndex ? index.headers : [];
  }

  /** The same declaration with its body, where it is without one because the package only lends its declarations. */
  withBody<T extends FunctionNode>(declaration: T): FunctionNode {
    if (declaration.body || declaration.kind === "func_literal") return declaration;
    const receiver = declaration.kind === "method_declaration" ? receiverTypeName(declaration) : undefined;
    const name = declaration.name.text;
    return this.implementation(receiver === undefined ? name : `${receiver}.${name}`) ?? declaration;
  }

  /** Which files some build has together with a file of this package. */
  visibleTo(tree: SyntaxTree): Visible {
    const own = this.#constraints.get(tree);
    return (constraint) => !own || compatible(own, constraint);
  }

  /** The identifiers in the whole package that stand for an object, declarations included. */
  identifiersOf(object: GoObject): readonly SyntaxNode[] {
    const home = object.declaration?.tree;
    // A file that does not have the word cannot mention the object.
    const mentioning = (): readonly SyntaxTree[] =>
      this.trees.filter(({ text }) => text.includes(object.name));
    const trees = object.level === "package" || !home ? mentioning() : [home];
    return trees.flatMap((tree) => {
      const file = this.file(tree);
      // A key that may be a field's name may also be a mention of the object.
      return file.bindings.identifiersOf(object).filter((identifier) => file.keyRole(identifier) !== "field");
    });
  }

  /** The candidates that some build has together with a file. */
  visibleFrom<T extends { readonly tree: SyntaxTree }>(
    candidates: readonly T[],
    tree: SyntaxTree,
  ): readonly T[] {
    return candidates.filter((candidate) => candidate.tree === tree || this.#together(candidate.tree, tree));
  }

  /** The view of a file of a package that otherwise lends its declarations alone. */
  withCode(tree: SyntaxTree, constraint: BuildConstraint): FileSemantics {
    return this.file(this.#add(tree, constraint));
  }

  /** Whether a file is one of this package. */
  has(tree: SyntaxTree): boolean {
    return this.#files.has(tree);
  }

  #together(a: SyntaxTree, b: SyntaxTree): boolean {
    const [first, second] = [this.#constraints.get(a), this.#constraints.get(b)];
    return !first || !second || compatible(first, second);
  }

  #makeIndex(): PackageIndex {
    const { source } = this;
    if (source.kind === "parsed") return new ParsedIndex(this.trees);
    return new OutlinedIndex(source.files, (text, constraint) => this.#add(source.parse(text), constraint));
  }

  /** The files that are looked at as a whole; none of a package that only lends its declarations. */
  get trees(): readonly SyntaxTree[] {
    const { source } = this;
    if (source.kind === "outlined") return [];
    return (this.#trees ??= source.files.map(({ tree, constraint, isContext, isTest }) => {
      if (isContext === true) this.#context.add(tree);
      if (isTest === true) this.#tests.add(tree);
      return this.#add(tree, constraint);
    }));
  }

  /** Whether nothing is reported on a file, which only lends what it declares. Asked of `trees`. */
  isContext(tree: SyntaxTree): boolean {
    return this.#context.has(tree);
  }

  /** Whether a file is a test. Asked of `trees`. */
  isTest(tree: SyntaxTree): boolean {
    return this.#tests.has(tree);
  }

  #add(tree: SyntaxTree, constraint: BuildConstraint): SyntaxTree {
    this.#constraints.set(tree, constraint);
    this.file(tree);
    return tree;
  }
}

/** What the names in one file stand for. */
export class FileSemantics {
  readonly package: PackageSemantics;
  readonly tree: SyntaxTree;
  #bindings: Bindings | undefined;
  #importList: readonly Import[] | undefined;
  /** What imported packages export, by import path and name, as far as it was asked for. */
  readonly #exported = new Map<string, Map<string, GoObject | undefined>>();

  constructor(owner: PackageSemantics, tree: SyntaxTree) {
    this.package = owner;
    this.tree = tree;
  }

  get bindings(): Bindings {
    return (this.#bindings ??= resolveFile(this.tree, {
      index: this.package.index,
      visible: this.package.visibleTo(this.tree),
      choose: (candidates) => this.#chooseVariant(candidates),
      dotImported: (name) => this.#dotImported(name),
      packageNamed: (name) => this.#packageNamed(name),
    }));
  }

  /** The object that an identifier declares or refers to; undefined where it cannot be told. */
  objectOf(identifier: SyntaxNode): GoObject | undefined {
    const object = this.bindings.objectOf(identifier);
    return object && this.keyRole(identifier) === "expression" ? object : undefined;
  }

  /** What a package that this file imports exports under a name. */
  exported({ importPath }: GoObject, name: string): GoObject | undefined {
    if (importPath === undefined) return undefined;
    let known = this.#exported.get(importPath);
    if (!known) this.#exported.set(importPath, (known = new Map()));
    if (!known.has(name)) {
      const visible = this.package.visibleTo(this.tree);
      known.set(name, this.package.imported(importPath)?.declared(name, visible));
    }
    return known.get(name);
  }

  /** What an identifier is where it may be the key of a composite literal; elsewhere always an expression. */
  keyRole(identifier: SyntaxNode): "expression" | "field" | "unknown" {
    const literal = literalOfKey(identifier);
    if (!literal) return "expression";
    const { types } = this.package.program;
    const type = types.members.core(types.ofLiteral(literal));
    if (type.kind === "unknown") return "unknown";
    return type.kind === "struct" ? "field" : "expression";
  }

  /** What a call calls; undefined where it cannot be told. */
  callee(call: CallExpressionNode): Callee | undefined {
    return this.calleeOf(call.function);
  }

  /** What a call of an expression would call: a function literal, or a name for a function; undefined where it cannot be told. */
  calleeOf(value: Expression): Callee | undefined {
    const called = withoutParentheses(value);
    if (called.kind === "func_literal") return { kind: "literal", literal: called };
    const operand = called.kind === "selector_expression" ? withoutParentheses(called.operand) : called;
    const object = operand.kind === "identifier" ? this.objectOf(operand) : undefined;
    // The import says all that is needed: the package itself may be out of reach.
    if (called.kind === "selector_expression" && object?.kind === "package-name") {
      return { kind: "imported", name: `${object.importPath}.${called.field.text}` };
    }
    if (object?.kind === "builtin") return { kind: "builtin", name: object.name };
    return (
      this.#declaredCallee(called) ?? (called === operand && object ? { kind: "value", object } : undefined)
    );
  }

  /**
   * The name of the type that a type expression stands for, pointers and type arguments left out:
   * `net/http.Request`, or just `T` for a type of this package. Undefined for types without a name.
   */
  namedType(type: TypeNode): string | undefined {
    let inner: SyntaxNode | undefined = type;
    for (;;) {
      if (inner?.kind === "pointer_type" || inner?.kind === "parenthesized_type") inner = inner.child;
      else if (inner?.kind === "generic_type") inner = inner.type;
      else break;
    }
    if (inner?.kind === "type_identifier") return inner.text;
    if (inner?.kind !== "qualified_type") return undefined;
    const path = this.objectOf(inner.package)?.importPath;
    return path === undefined ? undefined : `${path}.${inner.name.text}`;
  }

  /** Whether a local variable is initialised with a value made on the spot: `T{}`, `&T{}`, `new(T)`. */
  isConstructedHere(variable: GoObject): boolean {
    const value = initialValue(variable);
    return value !== undefined && isConstructor(value);
  }

  /** The type of an expression's value. */
  typeOf(expression: Expression): Type {
    return this.package.program.types.ofExpression(expression);
  }

  /** The type of a variable or constant, or the one that a type name stands for. */
  typeOfObject(object: GoObject): Type {
    return this.package.program.types.ofObject(object);
  }

  /** The value of a constant string; undefined for what is no constant, or cannot be computed. */
  constantText(expression: Expression): string | undefined {
    return this.package.program.types.constants.text(expression);
  }

  /**
   * The field that a selector or the key of a composite literal names, after the type of the struct: `net/http.Request.Close`.
   * Undefined where the type has no name or is not known.
   */
  fieldName(node: SelectorExpressionNode | KeyedElementNode): string | undefined {
    if (node.kind === "selector_expression") return this.#fieldOf(this.typeOf(node.operand), node.field.text);
    if (node.parent?.kind !== "literal_value" || node.key.child.kind !== "identifier") return undefined;
    return this.#fieldOf(this.package.program.types.ofLiteral(node.parent), node.key.text);
  }

  #fieldOf(type: Type, field: string): string | undefined {
    const struct = type.kind === "pointer" ? type.element : type;
    return struct.kind === "named" ? `${this.#qualifiedName(struct.object)}.${field}` : undefined;
  }

  /** A type in Go's notation with full package paths; `?` where it is unknown. */
  typeText(type: Type): string {
    const { types } = this.package.program;
    return printType(type, {
      members: types.members,
      qualifiedName: (object) => this.#qualifiedName(object),
    });
  }

  /**
   * The declared function or method that a call calls: `os.Open`, `net/http.(*Client).Do`, `io.(Reader).Read`, `C.free`.
   * Undefined for conversions, builtins, values of function type and whatever is not known.
   */
  calleeName(call: CallExpressionNode): string | undefined {
    const { types } = this.package.program;
    const called = types.calls.calledBy(call);
    return called ? this.#nameOf(called) : this.#nameInC(call);
  }

  #nameOf(called: Called): string {
    if (called.kind === "function") return this.#qualifiedName(called.object);
    const { owner, name, pointer, declaration } = called.method;
    const tree = declaration?.tree ?? owner?.declaration?.tree;
    const path = tree && this.package.program.packagePath(tree);
    const receiver = `(${pointer ? "*" : ""}${owner?.name ?? "interface"}).${name}`;
    return path === undefined ? receiver : `${path}.${receiver}`;
  }

  /** `C.free`: package C of cgo has no source that could be asked, and all that it has may be called. */
  #nameInC(call: CallExpressionNode): string | undefined {
    const called = withoutParentheses(call.function);
    if (called.kind !== "selector_expression" || called.operand.text !== "C") return undefined;
    return this.objectOf(called.operand)?.importPath === "C" ? `C.${called.field.text}` : undefined;
  }

  /** The function or method that a call calls in another package of the same module, with its body. */
  implementation(call: CallExpressionNode): NamedFunction | undefined {
    const { program } = this.package;
    const called = program.types.calls.calledBy(call);
    if (called?.kind === "function")
      return program.implementation(called.object.declaration, called.object.name);
    if (called?.method.declaration?.kind !== "method_declaration" || !called.method.owner) return undefined;
    const { declaration, name, owner } = called.method;
    return program.implementation(declaration, `${owner.name}.${name}`);
  }

  #qualifiedName(object: GoObject): string {
    const path = object.declaration && this.package.program.packagePath(object.declaration.tree);
    return path === undefined ? object.name : `${path}.${object.name}`;
  }

  /** The declared function or method that an expression names, with its declarations when it is of this package. */
  #declaredCallee(value: Expression): Callee | undefined {
    const called = this.package.program.types.calls.functionOf(value);
    if (!called) return undefined;
    const declarations = this.package.visibleFrom(this.#candidates(called), this.tree);
    if (declarations.length === 0) return { kind: "imported", name: this.#nameOf(called) };
    const { object } = called.kind === "function" ? called : { object: called.method.owner };
    const isMethod = called.kind === "method";
    const plain = isMethod ? `${object?.name ?? ""}.${called.method.name}` : (object?.name ?? "");
    return { kind: "declared", name: plain, declarations };
  }

  /** The declarations in this package of a function or method, one for each build variant. */
  #candidates(called: Called): readonly NamedFunction[] {
    const { index } = this.package;
    if (called.kind === "function") {
      const { name, declaration } = called.object;
      return declaration && this.package.has(declaration.tree)
        ? index.lookup(name).flatMap(functionDeclaration)
        : [];
    }
    const { owner, name, declaration } = called.method;
    // Methods of interfaces have no body to look at.
    const isOwn = declaration?.kind === "method_declaration" && this.package.has(declaration.tree);
    return isOwn && owner ? index.methods(owner.name, name) : [];
  }

  #chooseVariant(candidates: readonly GoObject[]): GoObject | undefined {
    const places = candidates.flatMap((object) =>
      object.declaration ? [{ object, tree: object.declaration.tree }] : [],
    );
    return this.package.visibleFrom(places, this.tree)[0]?.object;
  }

  #dotImported(name: string): GoObject | undefined {
    if (!isExported(name)) return undefined;
    for (const { form, path } of this.#imports) {
      const found = form === "dot" ? this.package.imported(path) : undefined;
      const object = found?.declared(name, this.package.visibleTo(this.tree));
      if (object) return object;
    }
    return undefined;
  }

  /** An imported package whose name is not the last word of its path. */
  #packageNamed(name: string): GoObject | undefined {
    const imported = this.#imports.find(({ form, path }) => {
      if (form !== "implicit") return false;
      const found = this.package.imported(path);
      return found ? found.source.name === name : likelyNames(path).includes(name);
    });
    if (!imported) return undefined;
    const { spec, path } = imported;
    const level = "file";
    return { kind: "package-name", name, level, declaration: spec, identifier: spec.path, importPath: path };
  }

  get #imports(): readonly Import[] {
    return (this.#importList ??= importsOf(this.tree));
  }
}

function isExported(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}

/** Names that a package out of reach may have by the habits of those who name repositories: `nats.go`, `go-redis`. */
function likelyNames(path: string): readonly string[] {
  const last = packageNameOf(path);
  return [
    last.replace(/^go-/, ""),
    last.replace(/[-.]go$/, ""),
    last.replaceAll("-", ""),
    last.replaceAll("-", "_"),
  ];
}

/** The expression inside any number of parentheses. */
export function withoutParentheses(expression: Expression): Expression {
  let inner = expression;
  while (inner.kind === "parenthesized_expression") inner = inner.child;
  return inner;
}

function functionDeclaration(object: GoObject): NamedFunction[] {
  return object.declaration?.kind === "function_declaration" ? [object.declaration] : [];
}

/** The expression a variable is initialised with where it stands alone: not one of several results of a call. */
function initialValue(object: GoObject): Expression | undefined {
  const declaration = object.declaration;
  if (declaration?.kind === "short_var_declaration") {
    const at = declaration.left.children.findIndex((name) => name.id === object.identifier?.id);
    const values = declaration.right.children;
    return values.length === declaration.left.children.length ? values[at] : undefined;
  }
  if (declaration?.kind === "var_spec" && declaration.value) {
    const at = declaration.names.findIndex((name) => name.id === object.identifier?.id);
    const values = declaration.value.children;
    return values.length === declaration.names.length ? values[at] : undefined;
  }
  return undefined;
}

/** Whether an expression makes a new value: `T{}`, `&T{}`, `new(T)`. */
function isConstructor(value: Expression): boolean {
  const inner = withoutParentheses(value);
  if (inner.kind === "unary_expression" && inner.operator === "&") return isConstructor(inner.operand);
  return (
    inner.kind === "composite_literal" || (inner.kind === "call_expression" && inner.function.text === "new")
  );
}
