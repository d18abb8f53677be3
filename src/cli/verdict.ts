import type { Notice, RunResult, Severity } from "../diagnostic/index.js";
import { ExitCode } from "./exit-code.js";

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

/** The exit code for a result. */
export function exitCodeOf(result: RunResult, options: VerdictOptions): number {
  if (result.notices.some((notice) => isFailure(notice, options))) return ExitCode.failure;
  if (options.exitZero) return ExitCode.clean;
  return result.diagnostics.some(({ severity }) => isFatal(severity, result, options)) ? ExitCode.findings : ExitCode.clean;
}

function isFailure({ kind }: Notice, options: VerdictOptions): boolean {
  switch (kind) {
    case "internal-error":
    case "unreadable":
      return true;
    case "unmatched":
      return options.errorOnUnmatched;
    case "syntax-error":
    case "oversize":
    case "binary":
    case "encoding":
      return options.strictParse;
    case "module":
      return false;
  }
}

function isFatal(severity: Severity, result: RunResult, { failLevel, maxWarnings }: VerdictOptions): boolean {
  if (severity === "warning" && maxWarnings !== undefined) {
    return result.diagnostics.filter((diagnostic) => diagnostic.severity === "warning").length > maxWarnings;
  }
  return ranks[severity] >= ranks[failLevel];
}
