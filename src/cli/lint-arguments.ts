import type { InferredOptionTypes } from "yargs";
import { checkFixArguments } from "./fix-arguments.js";
import { lintOptions } from "./lint-options.js";
import { refuseMisspeltCommand } from "./misspelt-command.js";
import { checkOptionValues } from "./option-values.js";
import { UsageError } from "./usage-error.js";

/** The arguments of `leakcheck lint`, as yargs hands them over. */
export type LintArguments = InferredOptionTypes<typeof lintOptions> & {
  readonly paths: readonly string[];
  /** What follows `--`: paths too. */
  readonly "--"?: readonly string[] | undefined;
  /** The command where it was named, otherwise nothing. */
  readonly _: readonly (string | number)[];
};

/** All paths to lint. */
export function pathsOf(args: LintArguments): readonly string[] {
  return [...args.paths, ...(args["--"] ?? [])];
}

/** Refuses what yargs lets pass although it makes no sense. */
export function checkLintArguments(args: LintArguments): void {
  checkOptionValues(args, lintOptions);
  checkFixArguments(args);
  if (args["stdin-filename"] !== undefined && pathsOf(args).length > 0) {
    throw new UsageError("--stdin-filename lints standard input alone: give it no paths.");
  }
  if (args["stdin-filename"] !== undefined && (args.staged || args.patch === "-")) {
    throw new UsageError("--stdin-filename lints standard input: leave out --staged and --patch -.");
  }
  const [first] = args.paths;
  // Whoever writes `lint` means a path.
  if (first !== undefined && args._.length === 0 && args["error-on-unmatched"]) refuseMisspeltCommand(first);
}
