import type { Diagnostic, FixedFile, Notice, RuleDescription, RunResult } from "../diagnostic/index.js";
import { ModuleResolver, discover, loadPackages } from "../project/index.js";
import type { FileSystem, ProjectProblem, SelectedDirectory, SelectedFile } from "../project/index.js";
import type { Program } from "../semantics/index.js";
import type { GoParser, SyntaxTree } from "../syntax/index.js";
import type { ConfigResolver, ResolvedConfig } from "./config/index.js";
import { displayPath } from "./display-path.js";
import { EditedFiles, contentsOf } from "./fix/edited-files.js";
import { FixRounds } from "./fix/fix-rounds.js";
import type { FixChoice } from "./fix/fix-rounds.js";
import { withDirectives } from "./fix/with-directives.js";
import { goParser } from "./grammar.js";
import { RunningProgram } from "./open-program.js";
import { lintPackage } from "./package-linter.js";
import type { PackageFindings, PackageTask } from "./package-linter.js";
import { packageTask } from "./package-task.js";
import type { TaskOptions } from "./package-task.js";
import { describeRule } from "./rule-docs.js";
import { crashNotice } from "./rule-runner.js";

export interface LintRequest {
  readonly fileSystem: FileSystem;
  /** Absolute, with `/`. */
  readonly workingDirectory: string;
  /** Files, folders and Go's `./...`; none means `./...`. */
  readonly patterns: readonly string[];
  /** The configuration, with what the command line says over it. */
  readonly config: ConfigResolver;
  /** Whether all rules that the configuration enables are run: only then can a directive be called unused. */
  readonly complete: boolean;
  /** Whether generated files are reported on without being named. */
  readonly generated: boolean;
  /** Whether named files are left out by the same rules as those that are found. */
  readonly forceExclude: boolean;
  /** Whether what git ignores is left out. */
  readonly gitignore: boolean;
  /** Folder of Go's module cache, which need not be there; undefined to do without. */
  readonly moduleCache?: string | undefined;
  /** Undefined to leave the files as they are. */
  readonly fix?: FixRequest | undefined;
  /** Called before each folder, with the number of files done and to be done. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Which fixes are to be made, and what becomes of them. */
export interface FixRequest extends FixChoice {
  /** Why findings are silenced: directives with this reason are written in place of the fixes that rules offer. */
  readonly suppressFor?: string | undefined;
  /**
   * Puts new contents in the place of a file's old ones. Throws an error that tells users why it cannot. Undefined to write
   * nothing.
   */
  readonly write?: ((path: string, before: Uint8Array, after: Uint8Array) => void) | undefined;
}

/** What one look at the files of a folder has found. */
interface DirectoryFindings extends PackageFindings {
  readonly tasks: readonly PackageTask[];
  readonly problems: readonly ProjectProblem[];
}

const nothingToReportOn =
  "no Go file to report on but tests, generated or ignored ones: see --tests, --generated and the configuration's ignores";

/** Lints what a request names. Never throws for what it finds in Go files: that becomes notices. */
export async function lint(request: LintRequest): Promise<RunResult> {
  const run = new LintRun(request);
  const { fileSystem, workingDirectory, patterns, forceExclude, gitignore } = request;
  // Tests and ignored files are left out folder by folder, by the configuration that applies there.
  const options = { workingDirectory, patterns, tests: true, ignores: () => false, forceExclude, gitignore };
  const selection = discover(fileSystem, run.modules, options);
  run.addProblems(selection.problems);
  const total = selection.directories.reduce((sum, { files }) => sum + files.length, 0);
  // Where nothing is to be linted, a wrong option or configuration is told all the same.
  if (total === 0) await request.config.resolve(workingDirectory);
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
  readonly #taskOptions: TaskOptions;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #notices: Notice[] = [];
  readonly #rules = new Map<string, RuleDescription>();
  readonly #edited: EditedFiles;
  readonly #fixed: FixedFile[] = [];
  #program: RunningProgram | undefined;
  #files = 0;
  #suppressed = 0;

  constructor(request: LintRequest) {
    this.#request = request;
    const { generated, complete } = request;
    this.#taskOptions = { generated, complete, display: (path) => this.#display(path) };
    this.#edited = new EditedFiles(request.fileSystem);
    this.modules = new ModuleResolver(request.fileSystem);
  }

  async lintDirectory(selected: SelectedDirectory): Promise<void> {
    const { config: resolver, forceExclude } = this.#request;
    const config = await resolver.resolve(selected.directory);
    const wanted = new Map(
      selected.files
        .filter((file) => (file.named && !forceExclude) || !config.isIgnored(file.path))
        .map((file) => [file.path, file]),
    );
    if (wanted.size === 0) return;
    const parser = await goParser();
    try {
      this.#lintFiles(selected.directory, wanted, config, parser);
    } catch (error) {
      this.#notices.push(crashNotice(error, this.#display(selected.directory)));
    }
  }

  #lintFiles(
    directory: string,
    wanted: ReadonlyMap<string, SelectedFile>,
    config: ResolvedConfig,
    parser: GoParser,
  ): void {
    const lintOnce = () => this.#lintOnce(directory, wanted, config, parser);
    const { fix } = this.#request;
    const found = fix ? this.#fix(fix, lintOnce, [...wanted.keys()], parser) : lintOnce();
    this.addProblems(found.problems);
    for (const task of found.tasks) this.#count(task);
    for (const diagnostic of found.diagnostics) this.#diagnostics.push(diagnostic);
    for (const notice of found.notices) this.#notices.push(notice);
    this.#suppressed += found.suppressed;
  }

  #lintOnce(
    directory: string,
    wanted: ReadonlyMap<string, SelectedFile>,
    config: ResolvedConfig,
    parser: GoParser,
  ): DirectoryFindings {
    const loaded = loadPackages(this.#edited.fileSystem, directory, this.modules, {
      maxFileSize: config.settingsFor(directory).maxFileSize.value,
      named: new Set(wanted.keys()),
    });
    const tasks = loaded.packages
      .map((goPackage) => packageTask(goPackage, wanted, config, this.#taskOptions))
      .filter((task) => task.files.size > 0);
    const found = tasks.map((task) => lintPackage(task, parser, this.#programWith(parser)));
    return {
      tasks,
      // Trouble with files that only lend context is told when they are linted themselves.
      problems: loaded.problems.filter(({ path }) => wanted.has(path) || path === directory),
      // Findings of one file are in order already, and a sort keeps the order of what it takes for equal.
      diagnostics: found.flatMap(({ diagnostics }) => diagnostics).toSorted(byFile),
      notices: found.flatMap(({ notices }) => notices),
      suppressed: found.reduce((sum, { suppressed }) => sum + suppressed, 0),
    };
  }

  /** Fixes the files of a folder. Gives what is to be said of them: where nothing is written, they are as they were. */
  #fix(
    request: FixRequest,
    lintOnce: () => DirectoryFindings,
    paths: readonly string[],
    parser: GoParser,
  ): DirectoryFindings {
    const { write } = request;
    const shown = new Map(paths.map((path) => [this.#display(path), path]));
    const treeOf = (file: string) => parser.parse(this.#edited.get(shown.get(file) ?? file).text);
    const lintForFixes = () => {
      const found = lintOnce();
      return { found, notices: found.notices, diagnostics: withFixes(found.diagnostics, request, treeOf) };
    };
    const subject = { paths: shown, lint: lintForFixes };
    const { before, after, fixed, notices } = new FixRounds(this.#edited, subject, parser, request).run();
    this.#notices.push(...notices);
    const written = fixed.filter(({ file }) => !write || this.#write(shown.get(file) ?? file, write));
    this.#fixed.push(...written);
    if (!write) return before.found;
    return written.length === fixed.length ? after.found : lintOnce();
  }

  /** Whether a file's new text has been written; without that, the file is as it was. */
  #write(path: string, write: NonNullable<FixRequest["write"]>): boolean {
    const edited = this.#edited.get(path);
    try {
      write(path, edited.bytes, contentsOf(edited));
      return true;
    } catch (error) {
      this.#edited.forget(path);
      const reason = error instanceof Error ? error.message : String(error);
      const message = `its fixes cannot be written: ${reason}`;
      this.#notices.push({ kind: "unwritable", message, file: this.#display(path) });
      return false;
    }
  }

  /** The packages that the linted ones import, shared as far as memory allows. */
  #programWith(parser: GoParser): Program {
    const { moduleCache } = this.#request;
    const { fileSystem } = this.#edited;
    this.#program ??= new RunningProgram({ fileSystem, modules: this.modules, parser, moduleCache });
    return this.#program.current;
  }

  #count(task: PackageTask): void {
    this.#files += task.files.size;
    for (const { rule, name } of [...task.files.values()].flatMap(({ rules }) => rules)) {
      if (!this.#rules.has(name)) this.#rules.set(name, describeRule(rule, name));
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
    if (this.#files === 0 && this.#notices.length === 0 && !this.#request.forceExclude) {
      this.#notices.push({ kind: "unmatched", message: nothingToReportOn });
    }
    return {
      diagnostics: this.#diagnostics,
      notices: this.#notices,
      rules: [...this.#rules.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      files: this.#files,
      suppressed: this.#suppressed,
      known: 0,
      ...this.#changedFiles(),
      untouched: 0,
    };
  }

  #changedFiles(): Pick<RunResult, "fixed" | "silenced"> {
    const { fix } = this.#request;
    if (!fix) return {};
    return fix.suppressFor === undefined ? { fixed: this.#fixed } : { silenced: this.#fixed };
  }

  #display(path: string): string {
    return displayPath(path, this.#request.workingDirectory);
  }
}

/** Findings with the fixes that are asked for: those of their rules, or directives. */
function withFixes(
  diagnostics: readonly Diagnostic[],
  { suppressFor, wants }: FixRequest,
  treeOf: (file: string) => SyntaxTree,
): readonly Diagnostic[] {
  if (suppressFor === undefined) return diagnostics;
  const wanted = diagnostics.filter((diagnostic) => wants?.(diagnostic) !== false);
  const rest = diagnostics.filter((diagnostic) => !wanted.includes(diagnostic));
  return [...withDirectives(wanted, treeOf, suppressFor), ...rest];
}

function byFile({ location: { file: a } }: Diagnostic, { location: { file: b } }: Diagnostic): number {
  return a < b ? -1 : Number(a > b);
}
