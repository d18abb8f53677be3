import type { DirectoryEntry, FileSystem } from "./file-system.js";
import { GoFileMemory, isTestFile, type GoFile } from "./go-file.js";
import { importPathOf, type GoModule, type ModuleResolver } from "./module.js";
import { childPath } from "./path.js";
import type { ProjectProblem } from "./problem.js";

/**
 * The files of one folder that share a package clause. A folder may hold several such packages; of a
 * package, `compatible` tells which files can be in a build together.
 */
export interface GoPackage {
  readonly directory: string;
  /** Name of the package clause, `p_test` for the external tests of `p`; empty for files without one. */
  readonly name: string;
  /**
   * `external-test` for the `_test.go` files with the clause `p_test`, which only import `p`. The other test
   * files of a folder are files of `p` itself.
   */
  readonly kind: "package" | "external-test";
  /** Undefined without a module. External tests have that of their package and `_test`, as go list does. */
  readonly importPath: string | undefined;
  readonly module: GoModule | undefined;
  /** Sorted by name. */
  readonly files: readonly GoFile[];
}

export interface LoadOptions {
  /** In bytes; larger files are not decoded. {@link defaultMaxFileSize} unless said otherwise. */
  readonly maxFileSize?: number;
  /** Absolute paths of files that are loaded although Go would pass them over: names with `_` or `.` in front. */
  readonly named?: ReadonlySet<string>;
  /** Whether test files are wanted; they are unless said otherwise. */
  readonly tests?: boolean;
  /** What was read before, for those who load a folder again and again. */
  readonly memory?: GoFileMemory;
}

/** All that a folder holds, and why the rest of it could not be had. */
export interface LoadedDirectory {
  /** Sorted by name. */
  readonly packages: readonly GoPackage[];
  readonly problems: readonly ProjectProblem[];
}

/** In bytes: 4 MB. */
export const defaultMaxFileSize = 4_000_000;

/** Reads the Go files of one folder, each once, and sorts them into packages. Build constraints hide nothing. */
export function loadPackages(
  fs: FileSystem,
  directory: string,
  modules: ModuleResolver,
  options: LoadOptions = {},
): LoadedDirectory {
  const entries = fs.readDirectory(directory);
  if (entries === undefined) {
    return {
      packages: [],
      problems: [{ kind: "unreadable", path: directory, message: "the folder cannot be read" }],
    };
  }
  const loader = new FileLoader(
    fs,
    options.maxFileSize ?? defaultMaxFileSize,
    options.memory ?? new GoFileMemory(),
  );
  const isWanted = ({ name }: DirectoryEntry): boolean =>
    (!isHidden(name) || options.named?.has(childPath(directory, name)) === true) &&
    (options.tests !== false || !isTestFile(name));
  const files = entries
    .filter((entry) => isGoFile(entry) && isWanted(entry))
    .map((entry) => entry.name)
    .toSorted()
    .flatMap((name) => loader.load(childPath(directory, name), name) ?? []);
  return { packages: groupFiles(files, directory, modules.find(directory)), problems: loader.problems };
}

/** Whether a directory entry can be a Go file. What a link leads to is not looked at. */
export function isGoFile(entry: DirectoryEntry): boolean {
  return entry.name.endsWith(".go") && (entry.kind === "file" || entry.kind === "link");
}

/** Whether Go passes over a file or folder because of its name. */
export function isHidden(name: string): boolean {
  return name.startsWith(".") || name.startsWith("_");
}

/** Reads files one by one; collects what went wrong. */
class FileLoader {
  readonly problems: ProjectProblem[] = [];
  readonly #fs: FileSystem;
  readonly #maxFileSize: number;
  readonly #memory: GoFileMemory;

  constructor(fs: FileSystem, maxFileSize: number, memory: GoFileMemory) {
    this.#fs = fs;
    this.#maxFileSize = maxFileSize;
    this.#memory = memory;
  }

  load(path: string, name: string): GoFile | undefined {
    const bytes = this.#read(path);
    if (bytes === undefined) return undefined;
    const { file, problems } = this.#memory.read(path, name, bytes);
    this.problems.push(...problems);
    return file;
  }

  #read(path: string): Uint8Array | undefined {
    const stat = this.#fs.stat(path);
    if (stat === undefined) {
      this.#report("unreadable", path, "the file cannot be opened: is it a broken or looping link?");
      return undefined;
    }
    if (stat.kind !== "file") return undefined;
    if (stat.size > this.#maxFileSize) {
      this.#report("oversize", path, `${stat.size} bytes are more than maxFileSize (${this.#maxFileSize})`);
      return undefined;
    }
    try {
      return this.#fs.readFile(path);
    } catch (error) {
      this.#report("unreadable", path, error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  #report(kind: ProjectProblem["kind"], path: string, message: string): void {
    this.problems.push({ kind, path, message });
  }
}

function groupFiles(files: readonly GoFile[], directory: string, module: GoModule | undefined): GoPackage[] {
  const ordinary = new Set(files.filter((file) => !file.isTest).map((file) => file.packageName));
  const importPath = module === undefined ? undefined : importPathOf(module, directory);
  const groups = new Map<string, GoFile[]>();
  for (const file of files) {
    const group = groups.get(file.packageName);
    if (group === undefined) groups.set(file.packageName, [file]);
    else group.push(file);
  }
  return [...groups.keys()].toSorted().map((name): GoPackage => {
    // `package p_test` in ordinary files makes a package that just has this name.
    const isExternal = name.endsWith("_test") && !ordinary.has(name);
    return {
      directory,
      name,
      kind: isExternal ? "external-test" : "package",
      importPath: isExternal && importPath !== undefined ? `${importPath}_test` : importPath,
      module,
      files: groups.get(name) ?? [],
    };
  });
}
