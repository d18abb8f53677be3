import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { buffer } from "node:stream/consumers";
import type { RunResult } from "../../diagnostic/index.js";
import { findBaseline } from "../../engine/baseline/index.js";
import { packageInfo } from "../../engine/package-info.js";
import { systemReason } from "../../engine/system-error.js";
import { lint } from "../../index.js";
import type { LintOptions } from "../../index.js";
import { decodeGoSource } from "../../project/index.js";
import { changeCount } from "../../report/change-count.js";
import { counted } from "../../report/counted.js";
import type { FormatContext } from "../../report/formatter.js";
import { useColor } from "../color.js";
import { configFlags } from "../config-flags.js";
import { loadFormatter, parseFormats } from "../format-spec.js";
import type { FormatSpec } from "../format-spec.js";
import { checkLintArguments, pathsOf } from "../lint-arguments.js";
import type { LintArguments } from "../lint-arguments.js";
import { writeNotices } from "../notices.js";
import { writeOutput, writeReport } from "../output.js";
import { Progress } from "../progress.js";
import { reportFolder, withPathsRelativeTo } from "../relative-paths.js";
import { UsageError } from "../usage-error.js";
import { exitCodeOf, verdictOptionsOf } from "../verdict.js";

/** Text that is linted in place of a file's. */
type Overlay = { readonly path: string; readonly contents: Uint8Array };

/** `leakcheck [lint] [PATH|./...]…`: lints, writes every report that is asked for, returns the exit code. */
export async function lintCommand(args: LintArguments): Promise<number> {
  checkLintArguments(args);
  const formats = parseFormats(args.format ?? []);
  const verdict = verdictOptionsOf(args);
  const folder = reportFolder(args["relative-to"]);
  const started = Date.now();
  const overlay = await readOverlay(args["stdin-filename"]);
  const patch = await readPatch(args.patch);
  const found = await lintWithProgress({
    ...lintOptionsOf(args, overlay),
    ...(patch === undefined ? {} : { patch }),
  });
  const shown = withPathsRelativeTo(folder, args.quiet ? errorsOnly(found) : found);

  const context = formatContext(args, folder, Date.now() - started, overlay);
  if (args["dry-run"]) await writeDiff(found, args.color);
  for (const spec of formats) {
    if (spec.file === undefined && args["dry-run"]) continue;
    await write(spec, shown, { ...context, color: spec.file === undefined && useColor(args.color) });
  }
  // The text format shows notices itself; machine formats leave standard output to the findings.
  if (args["dry-run"] || !formats.some(({ format, file }) => format === "text" && file === undefined))
    writeNotices(found.notices);

  const exitCode = exitCodeOf(found, verdict);
  if (exitCode !== exitCodeOf(shown, verdict)) {
    process.stderr.write(
      "leakcheck: what --quiet hides makes the run fail; see --fail-level and --max-warnings\n",
    );
  }
  return exitCode;
}

async function readOverlay(path: string | undefined): Promise<Overlay | undefined> {
  return path === undefined ? undefined : { path, contents: await buffer(process.stdin) };
}

async function readPatch(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  if (path === "-") return (await buffer(process.stdin)).toString();
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(`The patch ${path} cannot be read: ${systemReason(error)}`);
  }
}

async function lintWithProgress(options: LintOptions): Promise<RunResult> {
  const progress = new Progress();
  try {
    return await lint({ ...options, onProgress: (done, total) => progress.update(done, total) });
  } finally {
    progress.clear();
  }
}

function lintOptionsOf(args: LintArguments, overlay: Overlay | undefined): LintOptions {
  return {
    ...(overlay ? { overlay } : { paths: pathsOf(args) }),
    flags: configFlags(args),
    baseline: baselineOf(args),
    ...(args.fix === undefined ? {} : { fix: args.fix }),
    ...(args.suppress && args.reason !== undefined ? { suppress: args.reason.trim() } : {}),
    dryRun: args["dry-run"],
    staged: args.staged,
    ...(args.since === undefined ? {} : { since: args.since }),
    generated: args.generated,
    forceExclude: args["force-exclude"],
    gitignore: args.gitignore,
  };
}

/** The baseline that is named, or the one that lies here or above; false for none. */
function baselineOf({ baseline }: LintArguments): string | false {
  return baseline ?? findBaseline(resolve(".").replaceAll("\\", "/")) ?? false;
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

/** Writes what would change, and how much it is beside it, where it does not get into a patch. */
async function writeDiff(result: RunResult, color: boolean | undefined): Promise<void> {
  const { formatDiff, formatDiffForTerminal } = await import("../../report/diff.js");
  const files = result.fixed ?? result.silenced ?? [];
  const isShown = process.stdout.isTTY === true || color === true;
  await writeOutput(isShown ? formatDiffForTerminal(files, useColor(color)) : formatDiff(files));
  const count = changeCount(files);
  const what = result.silenced ? `write ${counted(count, "directive")}` : `fix ${counted(count, "finding")}`;
  process.stderr.write(`leakcheck: would ${what} in ${counted(files.length, "file")}\n`);
}

/** What formatters may know; `folder` is what the result's paths are relative to. */
function formatContext(
  args: LintArguments,
  folder: string,
  elapsed: number,
  overlay: Overlay | undefined,
): FormatContext {
  const sourceUrl = args["source-url"];
  const { version, homepage } = packageInfo();
  return {
    version,
    homepage,
    workingDirectory: folder.replaceAll("\\", "/"),
    ...(sourceUrl === undefined ? {} : { sourceUrl }),
    elapsed,
    color: false,
    onLeftOut: (sentence) => void process.stderr.write(`leakcheck: ${sentence}\n`),
    source: (file) => {
      const path = resolve(folder, file);
      try {
        const isOverlay = overlay !== undefined && resolve(overlay.path) === path;
        return decodeGoSource(isOverlay ? overlay.contents : readFileSync(path)).text;
      } catch {
        return undefined;
      }
    },
  };
}
