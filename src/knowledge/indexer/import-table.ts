import type { ImportSpecNode, SyntaxTree } from "../../syntax/index.js";

/** Says what a package calls itself where that is known: its import path need not show it. */
export type PackageNames = (importPath: string) => string | undefined;

interface FileImports {
  /** Import paths by the name that the file uses. */
  readonly byName: ReadonlyMap<string, string>;
  /** Paths of imports without a name, of packages whose own name is not known. */
  readonly unnamed: readonly string[];
  /** Paths of dot imports. */
  readonly dots: readonly string[];
}

/**
 * The imports of a stub. The files of a package import under names of their own; a stub is one file, in which
 * each path has one name. Only imports that were asked for get into it.
 */
export class ImportTable {
  readonly #packageNames: PackageNames;
  readonly #taken: Set<string>;
  readonly #files = new Map<SyntaxTree, FileImports>();
  /** The stub's name of each path. */
  readonly #names = new Map<string, string>();

  /** `taken`: the names that the package declares itself. */
  constructor(taken: Iterable<string>, packageNames: PackageNames) {
    this.#taken = new Set(taken);
    this.#packageNames = packageNames;
  }

  /** The import path of the package that a file calls `name`; undefined when it imports no such package. */
  pathOf(tree: SyntaxTree, name: string): string | undefined {
    const { byName, unnamed } = this.#importsOf(tree);
    return (
      byName.get(name) ??
      // What looks like a major version may be a name: `v4` of signer/v4.
      unnamed.find((path) => lastElement(path) === name) ??
      // A package may be called otherwise than its path: `nats` of nats.go, `isatty` of go-isatty.
      unnamed.find((path) => likelyName(path).includes(name))
    );
  }

  /** The stub's name for the package that a file calls `name`; undefined when it imports no such package. */
  use(tree: SyntaxTree, name: string): string | undefined {
    const path = this.pathOf(tree, name);
    return path === undefined ? undefined : (this.#names.get(path) ?? this.#giveName(path, name));
  }

  /** Takes over the dot imports of a file: one of them declares a name that the package does not. */
  useDots(tree: SyntaxTree): void {
    for (const path of this.#importsOf(tree).dots) this.#names.set(path, ".");
  }

  /** The paths of all that was used, sorted. */
  get paths(): readonly string[] {
    return [...this.#names.keys()].toSorted();
  }

  /** An import declaration for each of the paths, with a name wherever it is not the path's last element. */
  get declarations(): readonly string[] {
    return this.paths.map((path) => {
      const name = this.#names.get(path) as string;
      return name === lastElement(path) ? `import "${path}"` : `import ${name} "${path}"`;
    });
  }

  #giveName(path: string, nameInFile: string): string {
    const wanted = this.#packageNames(path) ?? nameInFile;
    let name = wanted;
    for (let number = 2; this.#taken.has(name); number++) name = `${wanted}${number}`;
    this.#taken.add(name);
    this.#names.set(path, name);
    return name;
  }

  #importsOf(tree: SyntaxTree): FileImports {
    let imports = this.#files.get(tree);
    if (!imports) {
      imports = this.#readImports(tree);
      this.#files.set(tree, imports);
    }
    return imports;
  }

  #readImports(tree: SyntaxTree): FileImports {
    const byName = new Map<string, string>();
    const unnamed: string[] = [];
    const dots: string[] = [];
    for (const spec of importSpecs(tree)) {
      const path = spec.path.text.slice(1, -1);
      const ownName = this.#packageNames(path);
      if (spec.name?.kind === "dot") dots.push(path);
      else byName.set(spec.name?.text ?? ownName ?? likelyName(path), path);
      if (!spec.name && ownName === undefined) unnamed.push(path);
    }
    return { byName, unnamed, dots };
  }
}

function importSpecs(tree: SyntaxTree): readonly ImportSpecNode[] {
  return tree.root.children.flatMap((node) => {
    if (node.kind !== "import_declaration") return [];
    return node.child.kind === "import_spec" ? [node.child] : node.child.children;
  });
}

/** What a package is most likely called: the last element of its path without a major version. */
function likelyName(path: string): string {
  const elements = path.split("/");
  if (elements.length > 1 && /^v\d+$/.test(elements.at(-1) as string)) elements.pop();
  return (elements.at(-1) as string).replace(/\.v\d+$/, "");
}

function lastElement(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
