import type {
  MethodDeclarationNode,
  SyntaxNode,
  SyntaxTree,
  TypeParameterListNode,
} from "../../syntax/index.js";
import { Declarations, isExported } from "./declarations.js";
import type { ConstantDeclaration, Declaration, VariableDeclaration } from "./declarations.js";
import { EvidentTypes } from "./evident-type.js";
import { ImportTable } from "./import-table.js";
import type { PackageNames } from "./import-table.js";
import { Printer } from "./printer.js";

/** A package to make a stub of. */
export interface StubSource {
  readonly packageName: string;
  /** The files of the build that counts. */
  readonly primary: readonly SyntaxTree[];
  /** The files of other builds: they add the names that the first build does not have. */
  readonly others: readonly SyntaxTree[];
  /** Which names other packages can use; exported ones unless said otherwise. */
  readonly isPublic?: (name: string) => boolean;
  readonly packageNames: PackageNames;
}

/** What a package shows to others. */
export interface StubDraft {
  /** Go source without bodies. */
  readonly text: string;
  /** Paths of the packages that it imports, sorted. */
  readonly imports: readonly string[];
}

/** Goes before the declarations that only other builds have. */
const otherBuildsMark = "// Other builds.";

/**
 * Writes the stub of a package: everything public and what that needs, a declaration or a member of a type a
 * line, sorted by kind and name. Equal sources give equal stubs.
 */
export function writeStub(source: StubSource): StubDraft {
  return new StubWriter(source).write();
}

interface Entry {
  readonly text: string;
  readonly isPrimary: boolean;
  /** Sorts the entries. */
  readonly key: string;
}

const kindOrder: Readonly<Record<Declaration["kind"], number>> = {
  constant: 1,
  variable: 2,
  type: 3,
  function: 4,
};

class StubWriter {
  readonly #source: StubSource;
  readonly #declarations: Declarations;
  readonly #imports: ImportTable;
  readonly #evidentTypes: EvidentTypes;
  readonly #printer: Printer;
  readonly #primary: ReadonlySet<SyntaxTree>;
  /** Names that are in the stub or about to be. */
  readonly #needed: Set<string>;
  readonly #entries: Entry[] = [];

  constructor(source: StubSource) {
    this.#source = source;
    this.#primary = new Set(source.primary);
    this.#declarations = new Declarations([...source.primary, ...source.others]);
    const { names } = this.#declarations;
    this.#needed = new Set(names.filter(source.isPublic ?? isExported).toSorted());
    this.#imports = new ImportTable(names, source.packageNames);
    this.#evidentTypes = new EvidentTypes(this.#declarations, (node) =>
      this.#imports.pathOf(node.tree, node.text),
    );
    this.#printer = new Printer({
      qualifier: (node) => this.#imports.use(node.tree, node.text),
      use: (node) => this.#use(node),
    });
  }

  write(): StubDraft {
    // Printing a declaration adds to the set what the declaration needs; the loop sees it.
    for (const name of this.#needed) this.#add(name);
    const entries = this.#entries.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    const others = entries.filter(({ isPrimary }) => !isPrimary);
    const lines = [
      `package ${this.#source.packageName}`,
      ...this.#imports.declarations,
      ...entries.filter(({ isPrimary }) => isPrimary).map(({ text }) => text),
      ...(others.length > 0 ? [otherBuildsMark] : []),
      ...others.map(({ text }) => text),
    ];
    return { text: `${lines.join("\n")}\n`, imports: this.#imports.paths };
  }

  #use(node: SyntaxNode): void {
    if (this.#declarations.lookup(node.text)) this.#needed.add(node.text);
    // Names of the universe are in lower case, names that a dot import may bring are not.
    else if (isExported(node.text)) this.#imports.useDots(node.tree);
  }

  #add(name: string): void {
    const declaration = this.#declarations.lookup(name);
    if (!declaration) return;
    this.#enter(declaration.node, `${kindOrder[declaration.kind]} ${name}`, this.#print(declaration));
    if (declaration.kind === "type") this.#addMethods(name);
  }

  #addMethods(type: string): void {
    for (const [name, method] of this.#declarations.methods(type)) {
      if (!isExported(name) && !this.#declarations.isHiddenMethod(name)) continue;
      const text = this.#printer.print(method, { typeParameters: receiverTypeParameters(method) });
      this.#enter(method, `${kindOrder.type} ${type} ${name}`, text);
    }
  }

  #enter(node: SyntaxNode, key: string, text: string): void {
    this.#entries.push({ text, isPrimary: this.#primary.has(node.tree), key });
  }

  #print(declaration: Declaration): string {
    switch (declaration.kind) {
      case "constant":
        return this.#printConstant(declaration);
      case "variable":
        return this.#printVariable(declaration);
      default: {
        const { kind, node } = declaration;
        const text = this.#printer.print(node, { typeParameters: namesOf(node.typeParameters) });
        return kind === "type" ? `type ${text}` : text;
      }
    }
  }

  /** Each constant stands alone: what it takes from its group is written out. */
  #printConstant({ name, type, value, iota }: ConstantDeclaration): string {
    const typeText = type ? ` ${this.#printer.print(type)}` : "";
    return `const ${name}${typeText}${value ? ` = ${this.#printer.print(value, { iota })}` : ""}`;
  }

  #printVariable({ name, node, index }: VariableDeclaration): string {
    const type = this.#evidentTypes.ofVariable(node, index);
    if (type) return `var ${name} ${type.before}${type.node ? this.#printer.print(type.node) : ""}`;
    const values = node.value?.children ?? [];
    const options = { typeOnly: true };
    const value = values[index];
    if (value && values.length === node.names.length) {
      return `var ${name} = ${this.#printer.print(value, options)}`;
    }
    // One result of a call that has several.
    const names = node.names.map((_, at) => (at === index ? name : "_"));
    return `var ${names.join(", ")} = ${values.map((call) => this.#printer.print(call, options)).join(", ")}`;
  }
}

function namesOf(list: TypeParameterListNode | undefined): ReadonlySet<string> {
  return new Set(list?.children.flatMap(({ names }) => names.map(({ text }) => text)));
}

/** `K` and `V` of `func (m *Map[K, V]) Get()`. */
function receiverTypeParameters({ receiver }: MethodDeclarationNode): ReadonlySet<string> {
  let type: SyntaxNode | undefined = receiver.children[0]?.type;
  while (type?.kind === "pointer_type" || type?.kind === "parenthesized_type") type = type.child;
  return new Set(type?.kind === "generic_type" ? type.typeArguments.children.map(({ text }) => text) : []);
}
