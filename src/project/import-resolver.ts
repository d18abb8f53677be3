import type { FileSystem } from "./file-system.js";
import type { ModFile, Replacement } from "./go-mod.js";
import type { GoModule, ModuleResolver } from "./module.js";
import { childPath, parentPath, resolvePath } from "./path.js";

/** Where an import stands. */
export interface Importer {
  /** Folder of the importing package. */
  readonly directory: string;
  /** The module it belongs to. */
  readonly module: GoModule | undefined;
  /** The module being linted, whose go.mod decides on the versions of all dependencies. */
  readonly main: GoModule | undefined;
}

/**
 * Finds the folder of an imported package as the go command does: in the module itself, go.work, `replace`, vendor
 * folders, and the module cache where it is there. Remembers its answers, and so lives as long as one run.
 */
export class ImportResolver {
  readonly #fs: FileSystem;
  readonly #modules: ModuleResolver;
  readonly #moduleCache: string | undefined;
  readonly #known = new Map<string, string | undefined>();

  /** `moduleCache`: folder of the module cache ($GOMODCACHE), undefined to do without. */
  constructor(fs: FileSystem, modules: ModuleResolver, moduleCache: string | undefined) {
    this.#fs = fs;
    this.#modules = modules;
    this.#moduleCache = moduleCache;
  }

  /** The folder of the package that an import path stands for; undefined when it is not to be had. */
  resolve(path: string, importer: Importer): string | undefined {
    const where = importer.module?.root ?? importer.directory;
    const key = `${importer.main?.root ?? ""}\n${where}\n${path}`;
    if (!this.#known.has(key)) this.#known.set(key, this.#find(path, importer));
    return this.#known.get(key);
  }

  #find(path: string, importer: Importer): string | undefined {
    if (path === "C" || path === "unsafe" || path.startsWith(".")) return undefined;
    for (const folder of this.#candidates(path, importer)) {
      if (this.#fs.stat(folder)?.kind === "directory") return folder;
    }
    return undefined;
  }

  /** Folders to look into, in the order in which the go command would choose. */
  *#candidates(path: string, importer: Importer): Generator<string> {
    const { module, main } = importer;
    if (!module) {
      yield* goPathFolders(path, importer.directory);
      return;
    }
    yield* ownFolders(path, module);
    for (const root of module.workspace?.uses ?? []) {
      const used = this.#modules.find(root);
      if (used) yield* ownFolders(path, used);
    }
    for (const deciding of new Set([main ?? module, module])) yield* this.#dependencyFolders(path, deciding);
  }

  *#dependencyFolders(path: string, { file, root, workspace, hasVendor }: GoModule): Generator<string> {
    if (workspace) yield* this.#replaced(path, workspace.file, workspace.root);
    yield* this.#replaced(path, file, root);
    if (workspace?.hasVendor) yield childPath(workspace.root, `vendor/${path}`);
    if (hasVendor) yield childPath(root, `vendor/${path}`);
    const required = longestPrefix(path, file.requires, (requirement) => requirement.path);
    if (required) yield* this.#cached(required.path, required.version, path);
  }

  *#replaced(path: string, file: ModFile, root: string): Generator<string> {
    const replacement = longestPrefix(path, file.replaces, ({ from }: Replacement) => from.path);
    if (!replacement) return;
    const { from, to } = replacement;
    if (to.version === undefined) yield resolvePath(root, to.path) + path.slice(from.path.length);
    else yield* this.#cached(to.path, to.version, to.path + path.slice(from.path.length));
  }

  *#cached(module: string, version: string, path: string): Generator<string> {
    if (this.#moduleCache === undefined) return;
    yield `${childPath(this.#moduleCache, escapeCase(module))}@${escapeCase(version)}${path.slice(module.length)}`;
  }
}

/** In the module itself; the standard library is a module whose name is no part of its paths. */
function* ownFolders(path: string, module: GoModule): Generator<string> {
  if (module.path === "std" || module.path === "cmd") yield childPath(module.root, path);
  if (module.path === undefined) return;
  if (path === module.path) yield module.root;
  else if (path.startsWith(`${module.path}/`)) {
    yield childPath(module.root, path.slice(module.path.length + 1));
  }
}

/** Without modules: vendor folders upward, and the `src` folder of the workspace around. */
function* goPathFolders(path: string, directory: string): Generator<string> {
  for (let at = directory; parentPath(at) !== at; at = parentPath(at)) {
    yield `${at}/vendor/${path}`;
    if (at.endsWith("/src")) yield `${at}/${path}`;
  }
}

function longestPrefix<T>(path: string, items: readonly T[], pathOf: (item: T) => string): T | undefined {
  let best: T | undefined;
  for (const item of items) {
    const prefix = pathOf(item);
    const fits = path === prefix || path.startsWith(`${prefix}/`);
    if (fits && (best === undefined || prefix.length > pathOf(best).length)) best = item;
  }
  return best;
}

/** The module cache writes capitals as `!` and the small letter, for file systems that do not tell them apart. */
function escapeCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}
