import type { Notice } from "../../diagnostic/index.js";
import { loadPackages } from "../../project/index.js";
import type { FileSystem, GoFile, GoFileMemory, ModuleFiles, ModuleResolver } from "../../project/index.js";
import type { SyntaxTree } from "../../syntax/index.js";
import type { ResolvedConfig } from "../config/index.js";
import { RunningProgram } from "../open-program.js";
import { PackageLinter, withoutAndWithTests } from "../package-linter.js";
import type { PackageFindings } from "../package-linter.js";
import { packageTask } from "../package-task.js";
import type { RecentTrees } from "./recent-trees.js";

/** What all folders of a session share. */
export interface SessionParts {
  readonly fileSystem: FileSystem;
  readonly parser: RecentTrees;
  readonly memory: GoFileMemory;
  readonly moduleCache: string | undefined;
}

/** What is known of the project around the folders, until files come or go. */
export interface Project {
  readonly modules: ModuleResolver;
  readonly code: ModuleFiles;
}

/** What came of linting one file. */
export interface FileResult extends PackageFindings {
  /** The tree that was looked at; undefined for a file that could not be read or is not reported on. */
  readonly tree?: SyntaxTree;
}

/** Bytes of tree for each byte of text, roughly. */
const treeFactor = 8;

/**
 * The packages of one folder, linted again and again while somebody edits. Trees of files that stay the same are kept,
 * and so are the packages that they import; what is known of the folder's own names and flow is found out anew after each
 * change, as any of it may depend on what was edited.
 */
export class FolderSession {
  readonly directory: string;
  readonly #parts: SessionParts;
  #project: Project;
  readonly #results = new Map<string, FileResult>();
  readonly #trees = new Map<GoFile, SyntaxTree>();
  #program: RunningProgram | undefined;
  #linters: ReadonlyMap<string, readonly [PackageLinter, GoFile]> | undefined;
  #notices: readonly (Notice & { readonly file: string })[] = [];

  constructor(directory: string, parts: SessionParts, project: Project) {
    this.directory = directory;
    this.#parts = parts;
    this.#project = project;
  }

  /** What is known to hold for a file as it is now. */
  known(path: string): FileResult | undefined {
    return this.#results.get(path);
  }

  /** Lints one of the files that are wanted. */
  lint(path: string, wanted: readonly string[], config: ResolvedConfig): FileResult {
    const known = this.#results.get(path);
    if (known) return known;
    if (this.#linters?.has(path) !== true) this.#load([...wanted, path], config);
    const found = this.#linters?.get(path);
    const notices = this.#notices.filter(({ file }) => file === path);
    const result = found ? lintWith(found, notices) : { diagnostics: [], notices, suppressed: 0 };
    this.#results.set(path, result);
    return result;
  }

  /** Says that the configuration may have changed. */
  invalidate(): void {
    this.#linters = undefined;
    this.#results.clear();
  }

  /** Says that files of this folder or another one may have changed. */
  invalidateFiles(folder: string): void {
    const isOwn = folder === this.directory;
    // The code of this folder is looked at in the packages that are linted, which are made anew.
    const isRead = isOwn ? this.#program?.hasImported(folder) : this.#program?.hasRead(folder);
    if (isRead === true) this.#program = undefined;
    if (isOwn || isRead === true) this.invalidate();
  }

  /** Says that imports may lead elsewhere now. */
  invalidateImports(project: Project): void {
    this.#project = project;
    this.#program = undefined;
    this.invalidate();
  }

  /** Roughly the memory that it takes, in bytes. */
  get size(): number {
    const trees = [...this.#trees.keys()].reduce((sum, { text }) => sum + treeFactor * text.length, 0);
    return trees + (this.#program?.kept ?? 0);
  }

  #load(wanted: readonly string[], config: ResolvedConfig): void {
    const { fileSystem, memory } = this.#parts;
    const { maxFileSize } = config.settingsFor(this.directory);
    const loaded = loadPackages(fileSystem, this.directory, this.#project.modules, {
      maxFileSize: maxFileSize.value,
      memory,
    });
    this.#notices = loaded.problems.map(({ kind, path, message, line }) => ({
      kind,
      message,
      file: path,
      ...(line === undefined ? {} : { position: { line, column: 1 } }),
    }));
    const files = new Set(loaded.packages.flatMap((goPackage) => goPackage.files));
    for (const file of this.#trees.keys()) if (!files.has(file)) this.#trees.delete(file);
    this.#program ??= new RunningProgram({ ...this.#parts, ...this.#project });
    const program = this.#program.current;

    const linters = new Map<string, readonly [PackageLinter, GoFile]>();
    const options = { generated: false, complete: true, display: (path: string) => path };
    const selected = new Map(wanted.map((path) => [path, { path, named: false }] as const));
    for (const goPackage of loaded.packages) {
      for (const task of withoutAndWithTests(packageTask(goPackage, selected, config, options))) {
        const linter = new PackageLinter(task, (file) => this.#tree(file), program);
        for (const file of task.files.keys()) linters.set(file.path, [linter, file]);
      }
    }
    this.#linters = linters;
  }

  #tree(file: GoFile): SyntaxTree {
    let tree = this.#trees.get(file);
    if (!tree) {
      tree = this.#parts.parser.parse(file.text);
      this.#trees.set(file, tree);
    }
    return tree.again();
  }
}

function lintWith([linter, file]: readonly [PackageLinter, GoFile], problems: readonly Notice[]): FileResult {
  const { diagnostics, notices, suppressed } = linter.lint(file);
  return { diagnostics, notices: [...problems, ...notices], suppressed, tree: linter.tree(file) };
}
