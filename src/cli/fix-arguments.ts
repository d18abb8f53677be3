import type { LintArguments } from "./lint-arguments.js";
import { UsageError } from "./usage-error.js";

/** Writes out what `--fix` alone stands for: yargs would take the path behind it for its value. */
export function withFixKind(args: readonly string[]): readonly string[] {
  const end = args.indexOf("--");
  return args.map((arg, index) => (arg === "--fix" && (end === -1 || index < end) ? "--fix=safe" : arg));
}

/** Refuses what cannot be meant. */
export function checkFixArguments(args: LintArguments): void {
  const { fix, format, "dry-run": dryRun, "stdin-filename": stdin } = args;
  if (fix !== undefined && args.staged)
    throw new UsageError("--fix cannot change what is staged: give it the files, and stage them again.");
  if (dryRun && fix === undefined)
    throw new UsageError("--dry-run shows what --fix would do: give --fix as well.");
  if (fix !== undefined && stdin !== undefined && !dryRun)
    throw new UsageError("--fix cannot change standard input: --fix --dry-run shows what it would do.");
  if (dryRun && format?.some((value) => !value.includes(":")) === true)
    throw new UsageError(
      "With --dry-run, standard output is for the diff; give the report a file: --format json:report.json",
    );
}
