import type { Notice, RunResult, Severity } from "../diagnostic/index.js";
import { ExitCode } from "./exit-code.js";
import type { LintArguments } from "./lint-arguments.js";
import { UsageError } from "./usage-error.js";

/** What decides about the exit code of a lint run. */
export interface VerdictOptions {
  readonly failLevel: Severity;
  /** How many warnings are tolerated; undefined: none above the fail level. */
  readonly maxWarnings: number | undefined;
  readonly exitZero: boolean;
  /** Whether files that could be read only in part make the run fail. */
  readonly strictParse: boolean;
  readonly errorOnUnmatched: boolean;
}

const ranks: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** Reads from the arguments what decides about the exit code. */
export function verdictOptionsOf(args: LintArguments): VerdictOptions {
  return {
    failLevel: args["fail-level"],
    maxWarnings:
      args["max-warnings"] === undefined ? undefined : parseCount("--max-warnings", args["max-warnings"]),
    exitZero: args["exit-zero"],
    strictParse: args["strict-parse"],
    errorOnUnmatched: args["error-on-unmatched"],
  };
}

function parseCount(option: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new UsageError(`${option} must be a whole number, not "${text}".`);
  return Number(text);
}

/** The exit code for a result. */
export function exitCodeOf(result: RunResult, options: VerdictOptions): number {
  if (result.notices.some((notice) => isFailure(notice, options))) return ExitCode.failure;
  if (options.exitZero) return ExitCode.clean;
  return result.diagnostics.some(({ severity }) => isFatal(severity, result, options))
    ? ExitCode.findings
    : ExitCode.clean;
}

function isFailure({ kind }: Notice, options: VerdictOptions): boolean {
  switch (kind) {
    case "internal-error":
    case "unreadable":
    case "unwritable":
      return true;
    case "unmatched":
      return options.errorOnUnmatched;
    case "syntax-error":
    case "oversize":
    case "binary":
    case "encoding":
      return options.strictParse;
    case "module":
    case "unfinished":
    case "unfixed":
      return false;
  }
}

function isFatal(severity: Severity, result: RunResult, { failLevel, maxWarnings }: VerdictOptions): boolean {
  if (severity === "warning" && maxWarnings !== undefined) {
    return result.diagnostics.filter((diagnostic) => diagnostic.severity === "warning").length > maxWarnings;
  }
  return ranks[severity] >= ranks[failLevel];
}
