import { ImportResolver, loadPackages, unconstrained } from "../project/index.js";
import type { FileSystem, GoFile, GoPackage, ModuleResolver } from "../project/index.js";
import type { PackageFile, PackageLoader, PackageSource } from "../semantics/index.js";
import type { GoParser, SyntaxTree } from "../syntax/index.js";

/** Declarations of packages whose source is not at hand. */
export type StubReader = (importPath: string) => string | undefined;

/**
 * Loads imported packages for their declarations: from source where it can be found, else from the knowledge base.
 * Function bodies are not parsed. Reads each package once, and so lives as long as one run.
 */
export class SourceLoader implements PackageLoader {
  readonly #fs: FileSystem;
  readonly #modules: ModuleResolver;
  readonly #parser: GoParser;
  readonly #imports: ImportResolver;
  readonly #stubs: StubReader;
  readonly #byFolder = new Map<string, PackageSource | undefined>();
  readonly #byStub = new Map<string, PackageSource | undefined>();

  constructor(parts: {
    readonly fileSystem: FileSystem;
    readonly modules: ModuleResolver;
    readonly parser: GoParser;
    /** Folder of the module cache, undefined to do without. */
    readonly moduleCache: string | undefined;
    readonly stubs: StubReader;
  }) {
    this.#fs = parts.fileSystem;
    this.#modules = parts.modules;
    this.#parser = parts.parser;
    this.#imports = new ImportResolver(parts.fileSystem, parts.modules, parts.moduleCache);
    this.#stubs = parts.stubs;
  }

  load(path: string, importer: GoPackage | undefined): PackageSource | undefined {
    const main = importer?.module;
    const folder = importer && this.#imports.resolve(path, { directory: importer.directory, module: main, main });
    return (folder === undefined ? undefined : this.#fromFolder(folder, path)) ?? this.#fromStub(path);
  }

  #fromFolder(folder: string, path: string): PackageSource | undefined {
    if (!this.#byFolder.has(folder)) this.#byFolder.set(folder, this.#read(folder, path));
    return this.#byFolder.get(folder);
  }

  #read(folder: string, path: string): PackageSource | undefined {
    const { packages } = loadPackages(this.#fs, folder, this.#modules);
    const candidates = packages.filter(({ kind, name }) => kind === "package" && name !== "documentation");
    const found = candidates.find(({ name }) => name !== "main") ?? candidates[0];
    if (!found) return undefined;
    const files = found.files.filter((file) => !file.isTest);
    return { files: files.map((file) => this.#declarations(file)), path, origin: found };
  }

  #declarations(file: GoFile): PackageFile {
    const parser = this.#parser;
    let tree: SyntaxTree | undefined;
    return {
      constraint: file.constraint,
      get tree() {
        return (tree ??= parser.parseDeclarations(file.text));
      },
    };
  }

  #fromStub(path: string): PackageSource | undefined {
    if (!this.#byStub.has(path)) {
      const text = this.#stubs(path);
      this.#byStub.set(path, text === undefined ? undefined : this.#stub(path, text));
    }
    return this.#byStub.get(path);
  }

  #stub(path: string, text: string): PackageSource {
    return { files: [{ tree: this.#parser.parse(text), constraint: unconstrained }], path, origin: undefined };
  }
}
