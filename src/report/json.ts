import type { Diagnostic, Notice, RuleDescription } from "../diagnostic/index.js";
import { changeCount } from "./change-count.js";
import type { Formatter } from "./formatter.js";
import { jsonText } from "./json-text.js";
import { severityCounts } from "./severity-counts.js";

/**
 * The JSON report, documented by `schema/report.schema.json`. Fields are only ever added within a version;
 * anything else raises it.
 */
export interface JsonReport {
  readonly version: 1;
  readonly tool: { readonly name: "leakcheck"; readonly version: string };
  /** The directory to which all paths in the report are relative. */
  readonly workingDirectory: string;
  readonly summary: {
    readonly findings: number;
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    readonly files: number;
    readonly suppressed: number;
    readonly known: number;
    /** Number of fixes made; absent where none were asked for. */
    readonly fixed?: number;
    /** Number of directives written; absent where none were asked for. */
    readonly directives?: number;
    readonly untouched: number;
    /** Milliseconds. */
    readonly elapsed?: number;
  };
  readonly diagnostics: readonly Diagnostic[];
  readonly notices: readonly Notice[];
  readonly rules: readonly RuleDescription[];
}

/** The report for programs. */
export const formatJson: Formatter = (result, context) => {
  const counts = severityCounts(result.diagnostics);
  const { fixed, silenced } = result;
  const report: JsonReport = {
    version: 1,
    tool: { name: "leakcheck", version: context.version },
    workingDirectory: context.workingDirectory,
    summary: {
      findings: result.diagnostics.length,
      errors: counts.error,
      warnings: counts.warning,
      infos: counts.info,
      files: result.files,
      suppressed: result.suppressed,
      known: result.known,
      ...(fixed ? { fixed: changeCount(fixed) } : {}),
      ...(silenced ? { directives: changeCount(silenced) } : {}),
      untouched: result.untouched,
      ...(context.elapsed === undefined ? {} : { elapsed: context.elapsed }),
    },
    diagnostics: result.diagnostics,
    notices: result.notices,
    rules: result.rules,
  };
  return jsonText(report);
};
