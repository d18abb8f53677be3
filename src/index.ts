/**
 * The Node API of leakcheck, and the place where its parts are put together: `lint` is what the command line
 * and every other front end call.
 */
import { resolve } from "node:path";
import { rules } from "../rules/index.js";
import type { LineExplanation, RunResult } from "./diagnostic/index.js";
import { ConfigResolver } from "./engine/config/index.js";
import type { ConfigFlags } from "./engine/config/index.js";
import { explainLine } from "./engine/explain/explain-line.js";
import { stagedFiles } from "./engine/git/index.js";
import { lint as lintRequest } from "./engine/linter.js";
import type { FixRequest } from "./engine/linter.js";
import { moduleCacheFolder } from "./engine/module-cache.js";
import { replaceFile } from "./engine/fix/replace-file.js";
import { NewFindings } from "./engine/new-findings.js";
import { nodeFileSystem } from "./engine/node-file-system.js";
import { overlayFiles } from "./engine/overlay-file-system.js";
import { resolvePath } from "./project/index.js";

export { rules };
export type {
  Diagnostic,
  Fix,
  LineExplanation,
  Location,
  Notice,
  PathStep,
  Position,
  RelatedLocation,
  RuleDescription,
  RunResult,
  Severity,
  TextEdit,
  Verdict,
} from "./diagnostic/index.js";
export { BaselineError } from "./engine/baseline/index.js";
export { GitError, PatchError } from "./engine/git/index.js";
export { ConfigError } from "./engine/config/index.js";
export { PlaceError } from "./engine/explain/place-error.js";
export type { Config, ConfigFlags, ConfigProblem } from "./engine/config/index.js";

/** What to lint, and how. */
export interface LintOptions {
  /** Where relative paths start; the process's working directory unless said otherwise. */
  readonly cwd?: string;
  /** Files, folders and Go's `./...`; none means `./...`. */
  readonly paths?: readonly string[];
  /** Contents that stand for a file's, which need not exist: an editor's buffer, standard input. */
  readonly overlay?: { readonly path: string; readonly contents: Uint8Array | string };
  /** Settings that go before those of the configuration. */
  readonly flags?: ConfigFlags;
  /** Whether generated files are reported on without being named. */
  readonly generated?: boolean;
  /** Whether named files are left out by the same rules as those that are found. */
  readonly forceExclude?: boolean;
  /** Whether what git ignores is left out; true unless said otherwise. */
  readonly gitignore?: boolean;
  /** File of the findings that are known and left out; false or nothing for none. */
  readonly baseline?: string | false;
  /**
   * Which fixes are made: only those that keep the meaning of the program, or suggestions as well. None unless said. What they
   * make of the files is in the result, and on the disk unless `dryRun` or `overlay` is given.
   */
  readonly fix?: "safe" | "suggestions";
  /** Why all findings are silenced: writes directives with this reason, one line, as `fix` writes fixes. Not together with it. */
  readonly suppress?: string;
  /** Whether fixes and directives are worked out and not written. */
  readonly dryRun?: boolean;
  /**
   * Lints what is about to be committed: the Go files that git's index changes, as it has them. `paths` narrow it to
   * files and folders; none means all.
   */
  readonly staged?: boolean;
  /** Reports only what has to do with changes since the work tree parted from this revision. */
  readonly since?: string;
  /** Reports only what has to do with the changes of this unified diff, which has been applied. */
  readonly patch?: string;
  /** Called before each folder with the number of files done and to be done. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Lints Go code. What is wrong with files becomes notices of the result. Rejects with `ConfigError` when the
 * configuration or the flags cannot be used, with `BaselineError` when the baseline cannot, and with `GitError` or `PatchError` when a change cannot be told.
 */
export async function lint(options: LintOptions = {}): Promise<RunResult> {
  const { workingDirectory, overlaid, fileSystem, config } = surroundings(options);
  const newFindings = new NewFindings(options, workingDirectory);
  const staged =
    options.staged === true ? stagedFiles(workingDirectory, fileSystem, options.paths) : undefined;
  if (staged?.files.length === 0) return nothingLinted;
  const result = await lintRequest({
    fileSystem: staged?.fileSystem ?? fileSystem,
    workingDirectory,
    patterns: staged?.files ?? options.paths ?? (overlaid ? [overlaid.path] : []),
    config,
    complete: !leavesOutRules(options.flags ?? {}),
    generated: options.generated ?? false,
    // Whoever stages a file does not name it.
    forceExclude: staged !== undefined || (options.forceExclude ?? false),
    gitignore: options.gitignore ?? true,
    moduleCache: moduleCacheFolder(process.env),
    fix: fixRequestOf(options, newFindings),
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  });
  return newFindings.of(result);
}

/** The result where no file is to be linted. */
const nothingLinted: RunResult = {
  diagnostics: [],
  notices: [],
  rules: [],
  files: 0,
  suppressed: 0,
  known: 0,
  untouched: 0,
};

/** A line to explain. */
export interface ExplainOptions extends Pick<LintOptions, "cwd" | "overlay" | "flags"> {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units; tells apart what stands on one line. */
  readonly column?: number | undefined;
}

/**
 * Tells why a line is reported, or why it is not: what every rule makes of it. Rejects with `PlaceError` where there is no
 * such line of Go, and with `ConfigError` when the configuration or the flags cannot be used.
 */
export async function explain(options: ExplainOptions): Promise<LineExplanation> {
  const { file, line, column } = options;
  const { workingDirectory, fileSystem, config } = surroundings(options);
  return explainLine({
    fileSystem,
    workingDirectory,
    file: resolvePath(workingDirectory, toSlashes(file)),
    line,
    column,
    config,
    moduleCache: moduleCacheFolder(process.env),
  });
}

/** What both commands look at code with. */
function surroundings({ cwd, overlay, flags = {} }: Pick<LintOptions, "cwd" | "overlay" | "flags">) {
  const workingDirectory = toSlashes(resolve(cwd ?? "."));
  const absolute = (path: string): string => resolvePath(workingDirectory, toSlashes(path));
  const overlaid = overlay && { path: absolute(overlay.path), bytes: toBytes(overlay.contents) };
  const config = typeof flags.config === "string" ? { config: absolute(flags.config) } : {};
  return {
    workingDirectory,
    overlaid,
    fileSystem: overlaid
      ? overlayFiles(nodeFileSystem, new Map([[overlaid.path, overlaid.bytes]]))
      : nodeFileSystem,
    config: new ConfigResolver(rules, { ...flags, ...config }),
  };
}

/** What is not reported is not mended either. */
function fixRequestOf(
  { fix, suppress, dryRun = false, overlay }: LintOptions,
  newFindings: NewFindings,
): FixRequest | undefined {
  if (fix === undefined && suppress === undefined) return undefined;
  return {
    kinds: new Set(fix === "suggestions" ? (["safe", "suggestion"] as const) : (["safe"] as const)),
    suppressFor: suppress,
    wants: (diagnostic) => newFindings.mayHave(diagnostic),
    write: dryRun || overlay ? undefined : replaceFile,
  };
}

/** Whether rules are off for this run alone, which the configuration would run. */
function leavesOutRules({ only, skip, rule = [] }: ConfigFlags): boolean {
  return only !== undefined || skip !== undefined || rule.some((text) => text.endsWith("=off"));
}

/** Inside, paths have `/` on every system. */
function toSlashes(path: string): string {
  return path.replaceAll("\\", "/");
}

function toBytes(contents: Uint8Array | string): Uint8Array {
  return typeof contents === "string" ? new TextEncoder().encode(contents) : contents;
}
