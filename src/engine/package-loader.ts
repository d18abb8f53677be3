import {
  ImportResolver,
  baseName,
  buildConstraint,
  decodeGoSource,
  importPathOf,
  isCommonlyBuilt,
  loadPackages,
  readSourceHeader,
  unconstrained,
} from "../project/index.js";
import type {
  BuildConstraint,
  FileSystem,
  GoModule,
  Importer,
  ModuleFile,
  ModuleFiles,
  ModuleResolver,
} from "../project/index.js";
import { DeclarationFile, LazyOutline } from "../semantics/index.js";
import type { CodeFile, OutlinedSource, PackageLoader, PackageSource, Where } from "../semantics/index.js";
import type { GoParser, SyntaxTree } from "../syntax/index.js";

/** What the tree of a file takes for each character of its text. */
const bytesPerCharacter = 10;

/** Declarations of packages whose source is not at hand. */
export type StubReader = (importPath: string) => string | undefined;

/** The package in a folder, the same for whoever imports it. */
interface Folder {
  readonly name: string;
  readonly module: GoModule | undefined;
  readonly files: readonly {
    readonly path: string;
    readonly constraint: BuildConstraint;
    readonly outline: LazyOutline;
  }[];
}

/** What was loaded for one module that is linted: its go.mod decides what imports mean, and whose code is its own. */
class Loaded {
  readonly packages = new Map<string, PackageSource | undefined>();
  readonly code = new WeakMap<ModuleFile, CodeFile | undefined>();
}

/**
 * Loads imported packages for their declarations: from source where it can be found, else from the knowledge base.
 * Function bodies are left out. Reads each folder once; what its imports mean may differ with the module that is linted.
 */
export class SourceLoader implements PackageLoader {
  readonly #fs: FileSystem;
  readonly #modules: ModuleResolver;
  readonly #parser: Pick<GoParser, "parse">;
  readonly #imports: ImportResolver;
  readonly #stubs: StubReader;
  readonly #code: ModuleFiles;
  #codeRead = 0;
  readonly #trees = new Map<string, SyntaxTree>();
  readonly #folders = new Map<string, Folder | undefined>();
  readonly #loaded = new Map<GoModule | undefined, Loaded>();
  readonly #byStub = new Map<string, PackageSource | undefined>();
  /** What was told of files since the memory that all of it takes was last asked for. */
  readonly #newlyTold: LazyOutline[] = [];
  #declared = 0;

  constructor(parts: {
    readonly fileSystem: FileSystem;
    readonly modules: ModuleResolver;
    readonly parser: Pick<GoParser, "parse">;
    /** Folder of Go's module cache, undefined to do without. */
    readonly moduleCache: string | undefined;
    readonly stubs: StubReader;
    /** The code around the packages that are linted. */
    readonly code: ModuleFiles;
  }) {
    this.#fs = parts.fileSystem;
    this.#modules = parts.modules;
    this.#parser = parts.parser;
    this.#imports = new ImportResolver(parts.fileSystem, parts.modules, parts.moduleCache);
    this.#stubs = parts.stubs;
    this.#code = parts.code;
  }

  /** Roughly the memory that the declarations and the code kept take, in bytes. */
  get kept(): number {
    for (const { size } of this.#newlyTold.splice(0)) this.#declared += size;
    return this.#declared + this.#codeRead * bytesPerCharacter;
  }

  /** Whether the package in a folder was asked for. */
  hasRead(folder: string): boolean {
    return [...this.#loaded.values()].some(({ packages }) => packages.has(folder));
  }

  load(path: string, importer: Importer | undefined): PackageSource | undefined {
    return (importer && this.#fromSource(path, importer)) ?? this.#fromStub(path);
  }

  holding(text: string, importer: Importer, { only, tests = false }: Where): readonly CodeFile[] {
    const { main, module = main } = importer;
    if (module?.path === undefined) return [];
    const folder = only === undefined ? undefined : this.#imports.resolve(only, importer);
    if (only !== undefined && folder === undefined) return [];
    const files =
      folder === undefined
        ? this.#code.holding(text, module, tests)
        : this.#code.holdingIn(text, folder, tests);
    return files.flatMap((file) => this.#codeFile(file, main) ?? []);
  }

  #codeFile(file: ModuleFile, main: GoModule | undefined): CodeFile | undefined {
    const { code } = this.#loadedFor(main);
    if (!code.has(file)) code.set(file, this.#newCodeFile(file, main));
    return code.get(file);
  }

  #newCodeFile({ path, directory, text }: ModuleFile, main: GoModule | undefined): CodeFile | undefined {
    const module = this.#modules.find(directory);
    const importPath = module && importPathOf(module, directory);
    if (importPath === undefined) return undefined;
    const header = readSourceHeader(text);
    const open: CodeFile["open"] = () => {
      const source = this.load(importPath, { directory, module, main });
      // Beside a package there may be programs that are built file by file.
      if (!source || header.packageName !== source.name) return undefined;
      this.#codeRead += text.length;
      return { source, constraint: buildConstraint(baseName(path), header), tree: this.#parser.parse(text) };
    };
    return { text, importPath, packageName: header.packageName, open };
  }

  #fromSource(path: string, importer: Importer): PackageSource | undefined {
    const folder = this.#imports.resolve(path, importer);
    if (folder === undefined) return undefined;
    const { packages } = this.#loadedFor(importer.main);
    if (!packages.has(folder)) packages.set(folder, this.#read(folder, path, importer.main));
    return packages.get(folder);
  }

  #loadedFor(main: GoModule | undefined): Loaded {
    let loaded = this.#loaded.get(main);
    if (!loaded) this.#loaded.set(main, (loaded = new Loaded()));
    return loaded;
  }

  #read(folder: string, path: string, main: GoModule | undefined): PackageSource | undefined {
    if (!this.#folders.has(folder)) this.#folders.set(folder, this.#readFolder(folder));
    const found = this.#folders.get(folder);
    if (!found) return undefined;
    const { name, module } = found;
    const isOwn = module !== undefined && module === main;
    const files = found.files.map(({ path: file, constraint, outline }) => {
      // What functions do is looked at in the module itself, not in all that it depends on.
      const source = isOwn ? { path: file, read: () => this.#text(file) } : undefined;
      return new DeclarationFile(constraint, outline, source);
    });
    return this.#outlined({ path, name, files, origin: { directory: folder, module, main } });
  }

  #readFolder(folder: string): Folder | undefined {
    const { packages } = loadPackages(this.#fs, folder, this.#modules, { tests: false });
    const candidates = packages.filter(({ kind, name }) => kind === "package" && name !== "documentation");
    const found = candidates.find(({ name }) => name !== "main") ?? candidates[0];
    if (!found) return undefined;
    const files = found.files.map(({ path, text, constraint }) => {
      // What other builds have is hardly ever asked for, and not worth keeping until then.
      const read = isCommonlyBuilt(constraint) ? (): string => text : (): string => this.#text(path);
      return { path, constraint, outline: this.#outlineOf(read) };
    });
    return { name: found.name, module: found.module, files };
  }

  #outlineOf(read: () => string): LazyOutline {
    const outline = new LazyOutline(() => {
      this.#newlyTold.push(outline);
      return read();
    });
    return outline;
  }

  /** The text of a file; empty for one that is not there any more. */
  #text(path: string): string {
    try {
      return decodeGoSource(this.#fs.readFile(path)).text;
    } catch {
      return "";
    }
  }

  #fromStub(path: string): PackageSource | undefined {
    if (!this.#byStub.has(path)) {
      const text = this.#stubs(path);
      const files =
        text === undefined
          ? []
          : [
              new DeclarationFile(
                unconstrained,
                this.#outlineOf(() => text),
              ),
            ];
      const name = text === undefined ? undefined : readSourceHeader(text).packageName;
      this.#byStub.set(
        path,
        text === undefined ? undefined : this.#outlined({ path, name, files, origin: undefined }),
      );
    }
    return this.#byStub.get(path);
  }

  #outlined(source: Omit<OutlinedSource, "kind" | "parse">): PackageSource {
    return { kind: "outlined", ...source, parse: (text) => this.#parseDeclaration(text) };
  }

  /** Modules that import the same package ask for the same declarations, each for a tree of its own. */
  #parseDeclaration(text: string): SyntaxTree {
    const known = this.#trees.get(text);
    if (known) return known.again();
    const tree = this.#parser.parse(text);
    this.#trees.set(text, tree);
    return tree;
  }
}
