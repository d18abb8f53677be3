import type { Diagnostic, Notice, RuleDescription, RunResult } from "../diagnostic/index.js";
import { ModuleResolver, discover, isReported, loadPackages } from "../project/index.js";
import type { FileSystem, GoFile, GoPackage, ProjectProblem, SelectedDirectory } from "../project/index.js";
import type { Rule } from "../rule/index.js";
import type { DirectiveRules } from "./directives/apply.js";
import { displayPath } from "./display-path.js";
import { goParser } from "./grammar.js";
import { lintPackage } from "./package-linter.js";
import type { FileSettings } from "./package-linter.js";

/** What the configuration says about the files of one folder. */
export interface DirectorySettings {
  /** Whether a file (absolute path) is left out. */
  readonly isIgnored: (path: string) => boolean;
  /** What applies to a file (absolute path). */
  readonly forFile: (path: string) => FileSettings & { readonly tests: boolean };
  /** In bytes. */
  readonly maxFileSize: number;
}

/** Where settings come from: the configuration files, and what the command line says over them. */
export interface SettingsSource {
  forDirectory(directory: string): Promise<DirectorySettings>;
  readonly directives: DirectiveRules;
  /** Describes an enabled rule for the formatters. */
  describe(rule: Rule, name: string): RuleDescription;
}

export interface LintRequest {
  readonly fileSystem: FileSystem;
  /** Absolute, with `/`. */
  readonly workingDirectory: string;
  /** Files, folders and Go's `./...`; none means `./...`. */
  readonly patterns: readonly string[];
  readonly settings: SettingsSource;
  /** Whether generated files are reported on without being named. */
  readonly generated: boolean;
  /** Whether named files are left out by the same rules as those that are found. */
  readonly forceExclude: boolean;
  /** Whether what git ignores is left out. */
  readonly gitignore: boolean;
  /** Called before each folder, with the number of files done and to be done. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Lints what a request names. Never throws for what it finds in Go files: that becomes notices. */
export async function lint(request: LintRequest): Promise<RunResult> {
  const run = new LintRun(request);
  const { fileSystem, workingDirectory, patterns, forceExclude, gitignore } = request;
  // Tests and ignored files are left out folder by folder, by the configuration that applies there.
  const options = { workingDirectory, patterns, tests: true, ignores: () => false, forceExclude, gitignore };
  const selection = discover(fileSystem, run.modules, options);
  run.addProblems(selection.problems);
  const total = selection.directories.reduce((sum, { files }) => sum + files.length, 0);
  let done = 0;
  for (const selected of selection.directories) {
    request.onProgress?.(done, total);
    await run.lintDirectory(selected);
    done += selected.files.length;
  }
  return run.result();
}

class LintRun {
  readonly modules: ModuleResolver;
  readonly #request: LintRequest;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #notices: Notice[] = [];
  readonly #rules = new Map<string, RuleDescription>();
  #files = 0;
  #suppressed = 0;

  constructor(request: LintRequest) {
    this.#request = request;
    this.modules = new ModuleResolver(request.fileSystem);
  }

  async lintDirectory(selected: SelectedDirectory): Promise<void> {
    const { fileSystem, settings, forceExclude } = this.#request;
    const here = await settings.forDirectory(selected.directory);
    const wanted = new Map(
      selected.files
        .filter((file) => (file.named && !forceExclude) || !here.isIgnored(file.path))
        .map((file) => [file.path, file]),
    );
    if (wanted.size === 0) return;
    const loaded = loadPackages(fileSystem, selected.directory, this.modules, {
      maxFileSize: here.maxFileSize,
      named: new Set(wanted.keys()),
    });
    // Trouble with files that only lend context is told when they are linted themselves.
    this.addProblems(loaded.problems.filter(({ path }) => wanted.has(path) || path === selected.directory));
    for (const goPackage of loaded.packages) {
      const chosen = goPackage.files.flatMap((file): [GoFile, FileSettings][] => {
        const selectedFile = wanted.get(file.path);
        if (!selectedFile || !isReported(file, selectedFile, this.#request)) return [];
        const forFile = here.forFile(file.path);
        return file.isTest && !forFile.tests && !selectedFile.named ? [] : [[file, forFile]];
      });
      if (chosen.length > 0) await this.#lintPackage(goPackage, new Map(chosen));
    }
  }

  addProblems(problems: readonly ProjectProblem[]): void {
    for (const { kind, path, message, line } of problems) {
      this.#notices.push({
        kind,
        message,
        file: this.#display(path),
        ...(line === undefined ? {} : { position: { line, column: 1 } }),
      });
    }
  }

  result(): RunResult {
    this.addProblems(this.modules.problems);
    return {
      diagnostics: this.#diagnostics,
      notices: this.#notices,
      rules: [...this.#rules.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      files: this.#files,
      suppressed: this.#suppressed,
    };
  }

  async #lintPackage(goPackage: GoPackage, settings: ReadonlyMap<GoFile, FileSettings>): Promise<void> {
    for (const { rules } of settings.values()) this.#describe(rules);
    const { directives } = this.#request.settings;
    const task = { package: goPackage, settings, display: (path: string) => this.#display(path), directives };
    const found = lintPackage(task, await goParser());
    this.#diagnostics.push(...found.diagnostics);
    this.#notices.push(...found.notices);
    this.#suppressed += found.suppressed;
    this.#files += settings.size;
  }

  #describe(rules: FileSettings["rules"]): void {
    for (const { rule, name } of rules) {
      if (!this.#rules.has(name)) this.#rules.set(name, this.#request.settings.describe(rule, name));
    }
  }

  #display(path: string): string {
    return displayPath(path, this.#request.workingDirectory);
  }
}
