import {
  GoFileMemory,
  ModuleFiles,
  ModuleResolver,
  baseName,
  decodeGoSource,
  discover,
  parentPath,
} from "../../project/index.js";
import type { FileSystem } from "../../project/index.js";
import type { FixedFile } from "../../diagnostic/index.js";
import type { Rule } from "../../rule/index.js";
import { ConfigError, ConfigResolver, configFileNames } from "../config/index.js";
import type { ResolvedConfig, ScriptPolicy } from "../config/index.js";
import { EditedFiles, contentsOf } from "../fix/edited-files.js";
import { FixRounds } from "../fix/fix-rounds.js";
import { goParser } from "../grammar.js";
import { overlayFiles } from "../overlay-file-system.js";
import { RememberingFileSystem } from "../remembering-file-system.js";
import { FolderSession } from "./folder-session.js";
import type { FileResult, Project, SessionParts } from "./folder-session.js";
import { RecentTrees } from "./recent-trees.js";

/** What a session is begun with. */
export interface SessionOptions {
  readonly fileSystem: FileSystem;
  readonly rules: readonly Rule[];
  /** Folder of Go's module cache, which need not be there; undefined to do without. */
  readonly moduleCache: string | undefined;
  readonly scripts: ScriptPolicy;
}

/** Bytes that folders may take together before those that were not looked at for longest are given up. */
const maximumSize = 250_000_000;

/**
 * Lints single files as long as somebody edits them, with buffers that stand for files. Gives what `lint` gives for the
 * same file, and remembers what a change has left as it was.
 */
export class LintSession {
  readonly #options: SessionOptions;
  readonly #disk: RememberingFileSystem;
  readonly #buffers = new Map<string, Uint8Array>();
  readonly #fileSystem: FileSystem;
  /** The least recently used first. */
  readonly #folders = new Map<string, FolderSession>();
  /** Those that others extend may have any name. */
  readonly #configFiles = new Set<string>();
  #parts: SessionParts | undefined;
  #project: Project;
  #configs: ConfigResolver;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#disk = new RememberingFileSystem(options.fileSystem);
    this.#fileSystem = overlayFiles(this.#disk, this.#buffers);
    this.#project = this.#newProject();
    this.#configs = this.#newConfigs();
  }

  /** The text that stands for a file, or undefined for what is on the disk. Absolute path, with `/`. */
  setBuffer(path: string, text: string | undefined): void {
    this.#setBytes(path, text === undefined ? undefined : new TextEncoder().encode(text));
  }

  #setBytes(path: string, bytes: Uint8Array | undefined): void {
    if (this.#buffers.get(path) === bytes) return;
    const wasThere = this.#fileSystem.stat(path) !== undefined;
    if (bytes === undefined) this.#buffers.delete(path);
    else this.#buffers.set(path, bytes);
    const isThere = this.#fileSystem.stat(path) !== undefined;
    this.#changed(path, wasThere !== isThere);
  }

  /** Says that a file on the disk may have changed, come or gone, or a folder with all that is in it. */
  changed(path: string): void {
    const wasThere = this.#disk.knew(path);
    this.#disk.forget(path);
    const isThere = this.#disk.stat(path) !== undefined;
    // A buffer stands for the file, whatever becomes of it on the disk.
    if (!this.#buffers.has(path) || wasThere !== isThere) this.#changed(path, wasThere !== isThere);
  }

  /** Looks for changes on the disk. */
  refresh(): void {
    for (const { path, cameOrWent } of this.#disk.refresh()) this.#changed(path, cameOrWent);
  }

  /** What is known to hold for a file as it is now; undefined when it has to be linted. */
  known(path: string): FileResult | undefined {
    return this.#folders.get(parentPath(path))?.known(path);
  }

  /**
   * Lints a file, in one go once its configuration is read. `root`: the folder below which files are left out by name and
   * by git. Throws `ConfigError` when the configuration cannot be used.
   */
  async lint(path: string, root: string): Promise<FileResult> {
    const known = this.known(path);
    if (known) return known;
    const [parts, config] = [await this.#ready(), await this.config(parentPath(path))];
    if (config.isIgnored(path) || !this.#isSelected(path, root)) return nothing;
    const result = this.#lintNow(path, config, parts);
    this.#giveUpOldFolders();
    return result;
  }

  /** The text of a file before and after all safe fixes; undefined where there is nothing to fix. Throws `ConfigError`. */
  async fix(path: string, root: string): Promise<FixedFile | undefined> {
    const [parts, config] = [await this.#ready(), await this.config(parentPath(path))];
    const { diagnostics } = await this.lint(path, root);
    if (!diagnostics.some(({ fixes }) => fixes.some(({ kind }) => kind === "safe"))) return undefined;
    const buffer = this.#buffers.get(path);
    const files = new EditedFiles(this.#fileSystem);
    const lint = (): FileResult => {
      const file = files.get(path);
      const isChanged = file.text !== file.source.text;
      this.#setBytes(path, isChanged ? contentsOf(file) : buffer);
      return this.#lintNow(path, config, parts);
    };
    try {
      const subject = { paths: new Map([[path, path]]), lint };
      return new FixRounds(files, subject, parts.parser, { kinds: new Set(["safe"]) }).run().fixed[0];
    } finally {
      this.#setBytes(path, buffer);
    }
  }

  #lintNow(path: string, config: ResolvedConfig, parts: SessionParts): FileResult {
    const directory = parentPath(path);
    const wanted = [...this.#buffers.keys()].filter((other) => parentPath(other) === directory);
    return this.#folder(directory, parts).lint(path, wanted, config);
  }

  async #ready(): Promise<SessionParts> {
    const parser = await goParser();
    return (this.#parts ??= {
      fileSystem: this.#fileSystem,
      parser: new RecentTrees(parser),
      memory: new GoFileMemory(),
      moduleCache: this.#options.moduleCache,
    });
  }

  /** The text of a file or of the buffer that stands for it; empty where it cannot be read. */
  text(path: string): string {
    try {
      return decodeGoSource(this.#fileSystem.readFile(path)).text;
    } catch {
      return "";
    }
  }

  /** The configuration for the files of a folder. Throws `ConfigError`. */
  async config(directory: string): Promise<ResolvedConfig> {
    try {
      const config = await this.#configs.resolve(directory);
      this.#watch(config.files);
      return config;
    } catch (error) {
      if (error instanceof ConfigError) this.#watch(error.problems.flatMap(({ file }) => file ?? []));
      throw error;
    }
  }

  #watch(configFiles: readonly string[]): void {
    for (const file of configFiles) this.#configFiles.add(file);
  }

  #isSelected(path: string, root: string): boolean {
    const { directories } = discover(this.#fileSystem, this.#project.modules, {
      workingDirectory: root,
      patterns: [path],
      tests: true,
      ignores: () => false,
      forceExclude: true,
      gitignore: true,
    });
    return directories.length > 0;
  }

  #folder(directory: string, parts: SessionParts): FolderSession {
    const folder = this.#folders.get(directory) ?? new FolderSession(directory, parts, this.#project);
    this.#folders.delete(directory);
    this.#folders.set(directory, folder);
    return folder;
  }

  #giveUpOldFolders(): void {
    let size = [...this.#folders.values()].reduce((sum, folder) => sum + folder.size, 0);
    for (const [directory, folder] of this.#folders) {
      if (size <= maximumSize || this.#folders.size === 1) return;
      size -= folder.size;
      this.#folders.delete(directory);
    }
  }

  #changed(path: string, cameOrWent: boolean): void {
    const name = baseName(path);
    this.#project.code.forget(path);
    if (configFileNames.includes(name) || this.#configFiles.has(path)) {
      this.#configs = this.#newConfigs();
      for (const folder of this.#folders.values()) folder.invalidate();
    } else if (name.endsWith(".go") && !cameOrWent) {
      const directory = parentPath(path);
      for (const folder of this.#folders.values()) folder.invalidateFiles(directory);
    } else {
      // Files that come, modules, and what git ignores decide what imports lead to and what is read at all.
      this.#project = this.#newProject();
      for (const folder of this.#folders.values()) folder.invalidateImports(this.#project);
    }
  }

  #newProject(): Project {
    return {
      modules: new ModuleResolver(this.#fileSystem),
      code: new ModuleFiles(this.#fileSystem),
    };
  }

  #newConfigs(): ConfigResolver {
    return new ConfigResolver(this.#options.rules, {}, this.#options.scripts);
  }
}

const nothing: FileResult = { diagnostics: [], notices: [], suppressed: 0 };
