import type { GoFile, GoPackage, Importer } from "../project/index.js";
import type { ResourceFacts } from "../rule/index.js";
import type { PackageFile, PackageSemantics, Program } from "../semantics/index.js";
import type { SyntaxTree } from "../syntax/index.js";
import type { FileUnderLint } from "./finding.js";
import { Places } from "./places.js";
import type { GoBuild } from "./premise.js";

/** A package whose files are to be looked at. */
export interface PackageToParse {
  readonly package: GoPackage;
  /** Whether what tests declare counts: code outside of tests cannot see it. */
  readonly withTests: boolean;
  /** The files that are reported on. */
  readonly reported: ReadonlySet<GoFile>;
  /** How a file's path is shown. */
  readonly display: (path: string) => string;
  /** Resources of the project's own. */
  readonly resources: readonly ResourceFacts[];
}

/** Gives the tree of a file, a new one for each package that it is asked for. */
export type TreeSource = (file: GoFile) => SyntaxTree;

/** The files of a package, each parsed when it is first needed. */
export class ParsedPackage {
  readonly #package: PackageToParse;
  readonly #source: TreeSource;
  readonly #trees = new Map<GoFile, SyntaxTree>();
  readonly #semantics: PackageSemantics;
  readonly #places: Places;

  constructor(toParse: PackageToParse, source: TreeSource, program: Program) {
    const { package: owner, withTests } = toParse;
    this.#package = toParse;
    this.#source = source;
    this.#semantics = program.open({
      kind: "parsed",
      files: owner.files.filter((file) => withTests || !file.isTest).map((file) => this.#packageFile(file)),
      path: owner.importPath,
      name: owner.name,
      origin: originOf(owner),
    });
    this.#places = new Places({
      pathOf: (tree) => this.#pathOf(tree),
      originOf: (tree) => program.originOf(tree),
      display: toParse.display,
    });
  }

  tree(file: GoFile): SyntaxTree {
    let tree = this.#trees.get(file);
    if (!tree) {
      tree = this.#source(file);
      this.#trees.set(file, tree);
    }
    return tree;
  }

  /** A file of the package, ready for rules to look at. */
  target(file: GoFile, build: GoBuild): FileUnderLint {
    const tree = this.tree(file);
    const { package: owner, resources, display } = this.#package;
    return {
      file,
      package: owner,
      path: display(file.path),
      tree,
      semantics: this.#semantics.file(tree),
      places: this.#places,
      build,
      resources,
    };
  }

  #packageFile(file: GoFile): PackageFile {
    const tree = (): SyntaxTree => this.tree(file);
    return {
      constraint: file.constraint,
      isContext: !this.#package.reported.has(file),
      isTest: file.isTest,
      get tree() {
        return tree();
      },
    };
  }

  #pathOf(tree: SyntaxTree): string | undefined {
    for (const [file, parsed] of this.#trees) if (parsed === tree) return this.#package.display(file.path);
    return undefined;
  }
}

function originOf({ directory, module }: GoPackage): Importer {
  return { directory, module, main: module };
}
