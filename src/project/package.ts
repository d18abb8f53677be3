import { buildConstraint, type BuildConstraint } from "./build-constraint.js";
import type { DirectoryEntry, FileSystem } from "./file-system.js";
import { importPathOf, type GoModule, type ModuleResolver } from "./module.js";
import { childPath } from "./path.js";
import type { ProjectProblem } from "./problem.js";
import { readSourceHeader } from "./source-header.js";
import { decodeGoSource } from "./source-text.js";

/** A Go file with its text in memory. */
export interface GoFile {
  /** Absolute path. */
  readonly path: string;
  /** Base name. */
  readonly name: string;
  /** Without a byte order mark. */
  readonly text: string;
  /** Whether the file begins with a byte order mark, which writing it back must keep. */
  readonly bom: boolean;
  /** Whether the file is not valid UTF-8: then it must never be written back. */
  readonly lossy: boolean;
  /** Whether its name ends in `_test.go`. */
  readonly isTest: boolean;
  /** Whether it says that it was generated. */
  readonly isGenerated: boolean;
  readonly constraint: BuildConstraint;
  /** Of the package clause; empty when there is none. */
  readonly packageName: string;
  /** Settings of its `//go:debug` lines. */
  readonly godebug: ReadonlyMap<string, string>;
}

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
  const loader = new FileLoader(fs, options.maxFileSize ?? defaultMaxFileSize);
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

/** Whether a file name is that of a test. */
export function isTestFile(name: string): boolean {
  return name.endsWith("_test.go");
}

/** Reads files one by one; collects what went wrong. */
class FileLoader {
  readonly problems: ProjectProblem[] = [];
  readonly #fs: FileSystem;
  readonly #maxFileSize: number;
  // Equal constraints become one object: `compatible` remembers its answers by object.
  readonly #constraints = new Map<string, BuildConstraint>();

  constructor(fs: FileSystem, maxFileSize: number) {
    this.#fs = fs;
    this.#maxFileSize = maxFileSize;
  }

  load(path: string, name: string): GoFile | undefined {
    const bytes = this.#read(path);
    if (bytes === undefined) return undefined;
    const { text, bom, lossy, binary } = decodeGoSource(bytes);
    if (binary) {
      this.#report("binary", path, "not Go source: the file holds NUL bytes");
      return undefined;
    }
    if (lossy) this.#report("encoding", path, "not valid UTF-8: invalid bytes are read as U+FFFD");

    const header = readSourceHeader(text);
    for (const { line, message } of header.problems) {
      this.problems.push({ kind: "syntax-error", path, line, message });
    }
    return {
      path,
      name,
      text,
      bom,
      lossy,
      isTest: isTestFile(name),
      isGenerated: header.isGenerated,
      constraint: this.#shared(buildConstraint(name, header)),
      packageName: header.packageName ?? "",
      godebug: header.godebug,
    };
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

  #shared(constraint: BuildConstraint): BuildConstraint {
    const known = this.#constraints.get(constraint.text);
    if (known !== undefined) return known;
    this.#constraints.set(constraint.text, constraint);
    return constraint;
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
