import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { InferredOptionTypes } from "yargs";
import type { RunResult } from "../../diagnostic/index.js";
import { packageInfo } from "../../engine/package-info.js";
import { lint } from "../../index.js";
import type { LintOptions } from "../../index.js";
import { decodeGoSource } from "../../project/index.js";
import type { FormatContext } from "../../report/formatter.js";
import { useColor } from "../color.js";
import { loadFormatter, parseFormats } from "../format-spec.js";
import type { FormatSpec } from "../format-spec.js";
import type { lintOptions } from "../lint-options.js";
import { writeNotices } from "../notices.js";
import { writeOutput, writeReport } from "../output.js";
import { Progress } from "../progress.js";
import { exitCodeOf } from "../verdict.js";

/** The arguments of `leakcheck lint`, as yargs hands them over. */
export type LintArguments = InferredOptionTypes<typeof lintOptions> & { readonly paths: readonly string[] };

/** `leakcheck [lint] [PATH|./...]…`: lints, writes every report that is asked for, returns the exit code. */
export async function lintCommand(args: LintArguments): Promise<number> {
  const formats = parseFormats(args.format ?? []);
  const started = Date.now();
  const overlay = args["stdin-filename"] === undefined ? undefined : { path: args["stdin-filename"], contents: readFileSync(0) };
  const progress = new Progress();
  const found = await lint(lintOptionsOf(args, overlay, progress));
  progress.clear();

  const shown = args.quiet ? errorsOnly(found) : found;
  const context = formatContext(Date.now() - started, overlay);
  for (const spec of formats) await write(spec, shown, { ...context, color: spec.file === undefined && useColor(args.color) });
  // The text format shows notices itself; machine formats leave standard output to the findings.
  if (!formats.some(({ format, file }) => format === "text" && file === undefined)) writeNotices(found.notices);
  return exitCodeOf(found, {
    failLevel: args["fail-level"],
    maxWarnings: args["max-warnings"],
    exitZero: args["exit-zero"],
    strictParse: args["strict-parse"],
    errorOnUnmatched: args["error-on-unmatched"],
  });
}

function lintOptionsOf(args: LintArguments, overlay: LintOptions["overlay"], progress: Progress): LintOptions {
  const { preset, rule, only, skip, go, tests, config } = args;
  return {
    ...(overlay ? { overlay } : { paths: args.paths }),
    flags: {
      ...(preset === undefined ? {} : { preset }),
      ...(rule === undefined ? {} : { rule }),
      ...(only === undefined ? {} : { only }),
      ...(skip === undefined ? {} : { skip }),
      ...(go === undefined ? {} : { go }),
      ...(tests === undefined ? {} : { tests }),
      // yargs turns --no-config into false, whatever the option's type.
      ...(config === undefined ? {} : { config: config as string | false }),
    },
    generated: args.generated,
    forceExclude: args["force-exclude"],
    gitignore: args.gitignore,
    onProgress: (done, total) => progress.update(done, total),
  };
}

function errorsOnly(result: RunResult): RunResult {
  return { ...result, diagnostics: result.diagnostics.filter(({ severity }) => severity === "error") };
}

async function write(spec: FormatSpec, result: RunResult, context: FormatContext): Promise<void> {
  const format = await loadFormatter(spec.format);
  const text = format(result, context);
  if (spec.file === undefined) await writeOutput(text);
  else writeReport(spec.file, text);
}

function formatContext(elapsed: number, overlay: LintOptions["overlay"]): FormatContext {
  const workingDirectory = process.cwd().replaceAll("\\", "/");
  const { version, homepage } = packageInfo();
  return {
    version,
    homepage,
    workingDirectory,
    elapsed,
    color: false,
    source: (file) => {
      try {
        const isOverlay = overlay !== undefined && resolve(overlay.path) === resolve(file);
        const bytes = isOverlay ? (overlay.contents as Uint8Array) : readFileSync(file);
        return decodeGoSource(bytes).text;
      } catch {
        return undefined;
      }
    },
  };
}
