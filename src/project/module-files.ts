import type { FileSystem } from "./file-system.js";
import { GitIgnore } from "./gitignore.js";
import { ModuleResolver } from "./module.js";
import type { GoModule } from "./module.js";
import { isTestFile } from "./go-file.js";
import { defaultMaxFileSize, isGoFile, isHidden } from "./package.js";
import { childPath, parentPath, pathBelow } from "./path.js";
import { decodeGoSource } from "./source-text.js";
import { walk } from "./walk.js";

/** A Go file as text. */
export interface ModuleFile {
  /** Absolute path. */
  readonly path: string;
  readonly directory: string;
  readonly text: string;
}

/**
 * The code that may call what a module declares: its own, that of modules around and below it, and that of the modules of
 * its workspace. Vendor folders and what git ignores are left out. Reads each file once, when something is first
 * looked for in it: whoever keeps it says what has changed.
 */
export class ModuleFiles {
  readonly #fs: FileSystem;
  /** Of its own: trouble with a go.mod that is not linted is nothing to tell. */
  readonly #modules: ModuleResolver;
  readonly #listed = new Map<string, readonly string[]>();
  readonly #read = new Map<string, ModuleFile | undefined>();
  /** Folders that were looked into one by one. */
  readonly #folders = new Set<string>();

  constructor(fs: FileSystem) {
    this.#fs = fs;
    this.#modules = new ModuleResolver(fs);
  }

  /** The files, or else the tests, that hold a text, sorted by path within each tree of folders. The same objects each time. */
  holding(text: string, module: GoModule, tests: boolean): readonly ModuleFile[] {
    return this.#rootsOf(module).flatMap((root) => this.#among(this.#below(root), text, tests));
  }

  /** The files, or else the tests, of one folder that hold a text. */
  holdingIn(text: string, directory: string, tests: boolean): readonly ModuleFile[] {
    this.#folders.add(directory);
    const entries = this.#fs.readDirectory(directory) ?? [];
    const names = entries.filter((entry) => isGoFile(entry) && !isHidden(entry.name));
    return this.#among(names.map(({ name }) => childPath(directory, name)).toSorted(), text, tests);
  }

  /** Whether answers hang on the files of a folder. */
  hasRead(folder: string): boolean {
    return (
      this.#folders.has(folder) ||
      [...this.#listed.keys()].some((root) => pathBelow(root, folder) !== undefined)
    );
  }

  /** Says that a file has other contents now. */
  forget(path: string): void {
    this.#read.delete(path);
  }

  #among(paths: readonly string[], text: string, tests: boolean): readonly ModuleFile[] {
    return paths.flatMap((path) => {
      if (isTestFile(path) !== tests) return [];
      const file = this.#file(path);
      return file?.text.includes(text) === true ? [file] : [];
    });
  }

  #rootsOf(module: GoModule): readonly string[] {
    const roots = [module.root, ...(module.workspace?.uses ?? [])].map((root) => this.#outermost(root));
    const distinct = [...new Set(roots)];
    return distinct.filter((root) =>
      distinct.every((other) => other === root || pathBelow(other, root) === undefined),
    );
  }

  /** The root of the outermost module around a module. */
  #outermost(root: string): string {
    const around = parentPath(root) === root ? undefined : this.#modules.find(parentPath(root));
    return around ? this.#outermost(around.root) : root;
  }

  #below(root: string): readonly string[] {
    let paths = this.#listed.get(root);
    if (!paths) {
      paths = this.#list(root);
      this.#listed.set(root, paths);
    }
    return paths;
  }

  #list(root: string): readonly string[] {
    const git = GitIgnore.at(this.#fs, root, root);
    const found = walk(this.#fs, root, git, this.#modules, {
      tests: true,
      nestedModules: true,
      ignores: () => false,
      wantsDirectory: () => true,
    });
    return found.files.toSorted();
  }

  #file(path: string): ModuleFile | undefined {
    if (!this.#read.has(path)) {
      const text = this.#text(path);
      this.#read.set(path, text === undefined ? undefined : { path, directory: parentPath(path), text });
    }
    return this.#read.get(path);
  }

  #text(path: string): string | undefined {
    const stat = this.#fs.stat(path);
    if (stat?.kind !== "file" || stat.size > defaultMaxFileSize) return undefined;
    try {
      const { text, binary } = decodeGoSource(this.#fs.readFile(path));
      return binary ? undefined : text;
    } catch {
      return undefined;
    }
  }
}
