import type { LintArguments } from "./lint-arguments.js";
import { UsageError } from "./usage-error.js";

/** Writes out what `--fix` alone stands for: yargs would take the path behind it for its value. */
export function withFixKind(args: readonly string[]): readonly string[] {
  const end = args.indexOf("--");
  return args.map((arg, index) => (arg === "--fix" && (end === -1 || index < end) ? "--fix=safe" : arg));
}

/** Refuses what cannot be meant. */
export function checkFixArguments(args: LintArguments): void {
  checkSuppressArguments(args);
  const { format, "dry-run": dryRun, "stdin-filename": stdin } = args;
  const option = args.fix === undefined ? "--suppress" : "--fix";
  const isChanging = args.fix !== undefined || args.suppress;
  if (isChanging && args.staged)
    throw new UsageError(`${option} cannot change what is staged: give it the files, and stage them again.`);
  if (dryRun && !isChanging)
    throw new UsageError("--dry-run shows what --fix or --suppress would do: give one of them as well.");
  if (isChanging && stdin !== undefined && !dryRun)
    throw new UsageError(
      `${option} cannot change standard input: ${option} --dry-run shows what it would do.`,
    );
  if (dryRun && format?.some((value) => !value.includes(":")) === true)
    throw new UsageError(
      "With --dry-run, standard output is for the diff; give the report a file: --format json:report.json",
    );
}

function checkSuppressArguments({ suppress, reason, fix, quiet }: LintArguments): void {
  if (!suppress && reason !== undefined)
    throw new UsageError("--reason is what --suppress writes: give --suppress as well.");
  if (!suppress) return;
  if (fix !== undefined)
    throw new UsageError("--fix and --suppress do not go together: first mend, then silence.");
  if (quiet) throw new UsageError("--suppress silences all findings, --quiet hides some: leave out --quiet.");
  if (reason === undefined || reason.trim() === "")
    throw new UsageError('--suppress needs a reason for others to read: --reason "…"');
  if (notOneLine.test(reason)) throw new UsageError("--reason must be one line of text.");
}

/** Line breaks, other control characters, and the byte order mark, which Go allows nowhere else. */
const notOneLine = /[\p{Cc}\u2028\u2029\uFEFF]/u;
