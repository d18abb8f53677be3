import type { DirectoryEntry, FileSystem } from "./file-system.js";
import type { GitIgnore } from "./gitignore.js";
import { isIgnoredByModule, type ModuleResolver } from "./module.js";
import { isTestFile } from "./go-file.js";
import { isGoFile, isHidden } from "./package.js";
import { childPath } from "./path.js";

/** What a walk reports besides the files that it finds. */
export interface WalkOptions {
  /** Whether `_test.go` files are wanted. */
  readonly tests: boolean;
  /** Whether the walk goes into folders that have a go.mod of their own. */
  readonly nestedModules: boolean;
  /** Whether a file or folder is left out by configuration; what lies in such a folder is not asked about. */
  readonly ignores: (path: string) => boolean;
  /** Whether the files of this folder are wanted; folders below it are walked either way. */
  readonly wantsDirectory: (directory: string) => boolean;
}

/** What a walk found, and what it passed over, so that finding nothing can be explained. */
export interface Walk {
  /** Absolute paths. */
  readonly files: string[];
  /** Folders that could not be listed. */
  readonly unreadable: string[];
  /** Folders with a go.mod of their own that were not entered. */
  readonly nestedModules: string[];
  /** Folders that the go command passes over as well: `vendor`, `testdata`, `.x`, `_x`, `ignore` of go.mod. */
  readonly skipped: string[];
  /** Files and folders that git or the configuration ignores. */
  readonly ignored: string[];
  /** Test files that were not wanted. */
  readonly tests: string[];
}

/** Whether the go command leaves a folder out of patterns because of its name. */
export function isSkippedFolder(name: string): boolean {
  return name === "vendor" || name === "testdata" || isHidden(name);
}

/** Lists the Go files of `root` and of all folders below it. Links to folders are not followed. */
export function walk(
  fs: FileSystem,
  root: string,
  git: GitIgnore | undefined,
  modules: ModuleResolver,
  options: WalkOptions,
): Walk {
  const walker = new Walker(fs, root, modules, options);
  walker.list({ directory: root, git });
  // A list instead of recursion: nothing bounds the depth of a tree of folders.
  for (let next = walker.pending.pop(); next !== undefined; next = walker.pending.pop()) {
    walker.list(next);
  }
  return walker.found;
}

interface Folder {
  readonly directory: string;
  /** The rules of git that apply in it. */
  readonly git: GitIgnore | undefined;
}

class Walker {
  readonly found: Walk = {
    files: [],
    unreadable: [],
    nestedModules: [],
    skipped: [],
    ignored: [],
    tests: [],
  };
  readonly pending: Folder[] = [];
  readonly #fs: FileSystem;
  readonly #root: string;
  readonly #modules: ModuleResolver;
  readonly #options: WalkOptions;

  constructor(fs: FileSystem, root: string, modules: ModuleResolver, options: WalkOptions) {
    this.#fs = fs;
    this.#root = root;
    this.#modules = modules;
    this.#options = options;
  }

  list(folder: Folder): void {
    const { directory } = folder;
    const isRoot = directory === this.#root;
    const entries = this.#fs.readDirectory(directory);
    if (entries === undefined) {
      this.found.unreadable.push(directory);
    } else if (!isRoot && !this.#options.nestedModules && entries.some(isModuleFile)) {
      this.found.nestedModules.push(directory);
    } else if (!isRoot && this.#isIgnoredByModule(directory)) {
      this.found.skipped.push(directory);
    } else {
      const wantsFiles = this.#options.wantsDirectory(directory);
      for (const entry of entries) {
        const path = childPath(directory, entry.name);
        if (entry.kind === "directory") this.#meetFolder(folder, path, entry.name);
        else if (wantsFiles && isGoFile(entry) && !isHidden(entry.name)) this.#meetFile(folder, path, entry);
      }
    }
  }

  #meetFolder({ git }: Folder, path: string, name: string): void {
    if (isSkippedFolder(name)) this.found.skipped.push(path);
    else if (this.#options.ignores(path) || git?.ignores(path, "directory")) this.found.ignored.push(path);
    else this.pending.push({ directory: path, git: git?.enter(path) });
  }

  #meetFile({ git }: Folder, path: string, { name, kind }: DirectoryEntry): void {
    if (kind === "link" && this.#fs.stat(path)?.kind === "directory") return;
    if (this.#options.ignores(path) || git?.ignores(path, "file")) this.found.ignored.push(path);
    else if (isTestFile(name) && !this.#options.tests) this.found.tests.push(path);
    else this.found.files.push(path);
  }

  #isIgnoredByModule(directory: string): boolean {
    const module = this.#modules.find(directory);
    if (module === undefined || !isIgnoredByModule(module, directory)) return false;
    // Whoever names an ignored folder wants to see into it.
    return !isIgnoredByModule(module, this.#root);
  }
}

function isModuleFile({ name, kind }: DirectoryEntry): boolean {
  return name === "go.mod" && kind !== "directory";
}
