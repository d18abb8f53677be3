import type { BuildConstraint, Importer } from "../project/index.js";
import type { MethodDeclarationNode, SyntaxNode, SyntaxTree } from "../syntax/index.js";
import type { GoObject } from "./object.js";
import type { DeclarationFile } from "./declaration-file.js";
import type { Origin } from "./outlined-index.js";
import type { NamedFunction } from "./package-index.js";
import { FileSemantics, PackageSemantics } from "./semantics.js";
import type { PackageFile } from "./semantics.js";
import { Types } from "./types/types.js";
import type { Names } from "./types/types.js";

/** A package: parsed as a whole, or only as far as its declarations are asked for. */
export type PackageSource = ParsedSource | OutlinedSource;

/** A package whose code is looked at. */
export interface ParsedSource extends SourceOrigin {
  readonly kind: "parsed";
  readonly files: readonly PackageFile[];
}

/** A package that is imported: only what it declares matters. */
export interface OutlinedSource extends SourceOrigin {
  readonly kind: "outlined";
  readonly files: readonly DeclarationFile[];
  /** Parses a piece of a file. */
  readonly parse: (text: string) => SyntaxTree;
}

interface SourceOrigin {
  /** Import path, undefined outside of any module. */
  readonly path: string | undefined;
  /** Of the package clause. */
  readonly name: string | undefined;
  /** Where its own imports are looked for; undefined for what comes from the knowledge base. */
  readonly origin: Importer | undefined;
}

/** A file of the module that is read for what it does, not for what it declares. */
export interface CodeFile {
  readonly text: string;
  /** Import path of its package. */
  readonly importPath: string;
  /** Of its package clause. */
  readonly packageName: string | undefined;
  /** Parses it, together with the declarations of its package; undefined where those are another package's. */
  readonly open: () => OpenedCode | undefined;
}

export interface OpenedCode {
  readonly tree: SyntaxTree;
  readonly constraint: BuildConstraint;
  /** The package around it. */
  readonly source: PackageSource;
}

/** Which files are looked through for a text. */
export interface Where {
  /** Import path of the one package whose files are. */
  readonly only?: string | undefined;
  /** Tests instead of all other files. */
  readonly tests?: boolean;
}

/** Finds packages. */
export interface PackageLoader {
  /** The package that an import path stands for in a package; undefined when its source is not to be had. */
  load(path: string, importer: Importer | undefined): PackageSource | undefined;
  /**
   * The files that hold a text and may use what a package declares. The same objects each time; none outside of modules.
   */
  holding(text: string, importer: Importer, where: Where): readonly CodeFile[];
}

/** A loader that finds nothing: every other package stays unknown. */
export const noPackages: PackageLoader = { load: () => undefined, holding: () => [] };

/**
 * The packages that a question about types may lead to, each loaded when the first question reaches it. Lives as
 * long as one run.
 */
export class Program implements Names {
  readonly types: Types = new Types(this);
  readonly #loader: PackageLoader;
  /** By source, so that a package reached in two ways is one. */
  readonly #imported = new Map<PackageSource, PackageSemantics>();
  readonly #files = new WeakMap<SyntaxTree, FileSemantics>();
  readonly #code = new Map<CodeFile, FileSemantics | undefined>();

  constructor(loader: PackageLoader = noPackages) {
    this.#loader = loader;
  }

  /** A package to be asked about. */
  open(source: PackageSource): PackageSemantics {
    return new PackageSemantics(this, source);
  }

  /** The package that an import path stands for in another package. */
  importPackage(path: string, importer: PackageSemantics): PackageSemantics | undefined {
    const source = this.#loader.load(path, importer.source.origin);
    return source && this.#openOnce(source);
  }

  /** As the loader has it, for a package. */
  holding(text: string, { source: { origin } }: PackageSemantics, where: Where): readonly CodeFile[] {
    return origin ? this.#loader.holding(text, origin, where) : [];
  }

  /** The view of a file with all of its code; undefined where its package cannot be had. */
  code(file: CodeFile): FileSemantics | undefined {
    if (!this.#code.has(file)) {
      const opened = file.open();
      const view = opened && this.#openOnce(opened.source).withCode(opened.tree, opened.constraint);
      this.#code.set(file, view);
    }
    return this.#code.get(file);
  }

  #openOnce(source: PackageSource): PackageSemantics {
    let found = this.#imported.get(source);
    if (!found) {
      found = this.open(source);
      this.#imported.set(source, found);
    }
    return found;
  }

  /** Makes a file of a package known. */
  register(tree: SyntaxTree, owner: PackageSemantics): FileSemantics {
    const file = new FileSemantics(owner, tree);
    this.#files.set(tree, file);
    return file;
  }

  objectOf(identifier: SyntaxNode): GoObject | undefined {
    return this.#file(identifier.tree)?.objectOf(identifier);
  }

  methodsOf(type: GoObject, name: string): readonly MethodDeclarationNode[] {
    const tree = type.declaration?.tree;
    const owner = tree && this.#file(tree)?.package;
    if (!owner) return [];
    return owner.visibleFrom(owner.index.methods(type.name, name, owner.visibleTo(tree)), tree);
  }

  exported(packageName: GoObject, name: string): GoObject | undefined {
    const tree = packageName.declaration?.tree;
    return tree && this.#file(tree)?.exported(packageName, name);
  }

  /** The body of a function that a package declares which is only there for its declarations. */
  implementation(declaration: SyntaxNode | undefined, name: string): NamedFunction | undefined {
    return declaration && this.#file(declaration.tree)?.package.implementation(name);
  }

  /** Where the code of a function of another package stands that was parsed for its body. */
  originOf(tree: SyntaxTree): Origin | undefined {
    return this.#file(tree)?.package.originOf(tree);
  }

  /** The view of a file of whatever package. */
  file(tree: SyntaxTree): FileSemantics | undefined {
    return this.#file(tree);
  }

  packagePath(tree: SyntaxTree): string | undefined {
    return this.#file(tree)?.package.source.path;
  }

  #file(tree: SyntaxTree): FileSemantics | undefined {
    return this.#files.get(tree);
  }
}
