import type { FileSystem } from "./file-system.js";
import { parseGoMod, parseGoWork, type ModFile } from "./go-mod.js";
import { parseGoVersion, type GoVersion } from "./go-version.js";
import { childPath, parentPath, pathBelow, resolvePath } from "./path.js";
import type { ProjectProblem } from "./problem.js";
import { decodeGoSource } from "./source-text.js";

/** A go.work file in force. */
export interface GoWorkspace {
  /** Directory of go.work. */
  readonly root: string;
  /** Absolute directories of the modules it uses. */
  readonly uses: readonly string[];
  readonly hasVendor: boolean;
  readonly file: ModFile;
}

/** A module, as its own go.mod and the go.work around it describe it. */
export interface GoModule {
  /** Directory of go.mod. */
  readonly root: string;
  /** Undefined when go.mod does not say it. */
  readonly path: string | undefined;
  /** The language version: what the `go` line says, 1.16 without one; undefined when it cannot be read. */
  readonly goVersion: GoVersion | undefined;
  /**
   * The version whose run-time behaviour (timers, for one) programs built here get: that of go.work in a
   * workspace, or of `godebug default=`. Undefined when it cannot be told.
   */
  readonly runtimeVersion: GoVersion | undefined;
  /** The `godebug` settings in force, such as `asynctimerchan` → `1`: those of go.work in a workspace. */
  readonly godebug: ReadonlyMap<string, string>;
  /** Whether there is a `vendor` directory beside go.mod. */
  readonly hasVendor: boolean;
  readonly file: ModFile;
  /** The nearest go.work above that uses this module. */
  readonly workspace: GoWorkspace | undefined;
}

/** Finds the module of a directory. Reads each go.mod and go.work once, and so lives as long as one run. */
export class ModuleResolver {
  readonly #fs: FileSystem;
  readonly #modules = new Map<string, GoModule | undefined>();
  readonly #workspaces = new Map<string, GoWorkspace | undefined>();
  readonly #problems: ProjectProblem[] = [];

  constructor(fs: FileSystem) {
    this.#fs = fs;
  }

  /** What was wrong with the go.mod and go.work files read so far, each problem once. */
  get problems(): readonly ProjectProblem[] {
    return this.#problems;
  }

  /** The module that a directory belongs to; undefined when there is no go.mod at it or above it. */
  find(directory: string): GoModule | undefined {
    if (!this.#modules.has(directory)) {
      this.#modules.set(directory, this.#readModule(directory) ?? this.#findAbove(directory));
    }
    return this.#modules.get(directory);
  }

  #findAbove(directory: string): GoModule | undefined {
    const parent = parentPath(directory);
    return parent === directory ? undefined : this.find(parent);
  }

  #readModule(root: string): GoModule | undefined {
    const path = childPath(root, "go.mod");
    if (this.#fs.stat(path)?.kind !== "file") return undefined;
    const text = this.#readText(path);
    const file = parseGoMod(text ?? "");
    if (text !== undefined) this.#report(path, file);

    const workspace = this.#findWorkspace(root);
    const goVersion = text === undefined ? undefined : file.goVersion;
    const { godebug } = workspace?.file ?? file;
    return {
      root,
      path: file.modulePath,
      goVersion,
      runtimeVersion:
        parseGoVersion(godebug.get("default") ?? "") ?? (workspace ? workspace.file.goVersion : goVersion),
      godebug,
      hasVendor: this.#hasVendor(root),
      file,
      workspace,
    };
  }

  #findWorkspace(moduleRoot: string): GoWorkspace | undefined {
    for (let at = moduleRoot; ; at = parentPath(at)) {
      const workspace = this.#workspaceAt(at);
      if (workspace?.uses.includes(moduleRoot) === true) return workspace;
      if (parentPath(at) === at) return undefined;
    }
  }

  #workspaceAt(root: string): GoWorkspace | undefined {
    if (!this.#workspaces.has(root)) this.#workspaces.set(root, this.#readWorkspace(root));
    return this.#workspaces.get(root);
  }

  #readWorkspace(root: string): GoWorkspace | undefined {
    const path = childPath(root, "go.work");
    if (this.#fs.stat(path)?.kind !== "file") return undefined;
    const text = this.#readText(path);
    if (text === undefined) return undefined;
    const file = parseGoWork(text);
    this.#report(path, file);
    const uses = file.uses.map((use) => resolvePath(root, use));
    return { root, uses, hasVendor: this.#hasVendor(root), file };
  }

  #hasVendor(root: string): boolean {
    return this.#fs.stat(childPath(root, "vendor"))?.kind === "directory";
  }

  #readText(path: string): string | undefined {
    try {
      return decodeGoSource(this.#fs.readFile(path)).text;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#problems.push({ kind: "unreadable", path, message });
      return undefined;
    }
  }

  #report(path: string, file: ModFile): void {
    for (const { line, message } of file.problems) {
      this.#problems.push({ kind: "module", path, line, message });
    }
  }
}

/** What other packages write to import the package in `directory`; undefined when the module has no path. */
export function importPathOf(module: GoModule, directory: string): string | undefined {
  const below = pathBelow(module.root, directory);
  if (below === undefined) return undefined;
  const vendored = /^(?:.*\/)?vendor\/(.+)$/.exec(below)?.[1];
  if (vendored !== undefined) return vendored;
  if (module.path === undefined || below === "") return module.path;
  // The standard library is a module whose name is no part of its import paths.
  return module.path === "std" ? below : `${module.path}/${below}`;
}

/** Whether an `ignore` line of the module's go.mod takes `directory` out of patterns such as `./...`. */
export function isIgnoredByModule(module: GoModule, directory: string): boolean {
  const below = `/${pathBelow(module.root, directory) ?? ""}/`;
  return module.file.ignores.some((line) => {
    const [, fromRoot, path] = /^(\.\/)?\/*(.*?)\/*$/.exec(line.replaceAll("\\", "/")) ?? [];
    if (path === undefined || path === "") return false;
    return fromRoot === undefined ? below.includes(`/${path}/`) : below.startsWith(`/${path}/`);
  });
}
