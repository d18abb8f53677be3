import { BaselineError } from "../engine/baseline/index.js";
import { ConfigError } from "../engine/config/index.js";
import { GitError, PatchError } from "../engine/git/index.js";
import { visible } from "../text/terminal.js";
import { ExitCode } from "./exit-code.js";
import { UsageError } from "./usage-error.js";

/** Tells on standard error why a command could not be carried out, and returns the exit code. */
export function reportFailure(error: unknown): number {
  const lines = describe(error)
    .split("\n")
    .map((line) => visible(line));
  process.stderr.write(`leakcheck: ${lines.join("\n")}\n`);
  return ExitCode.failure;
}

function describe(error: unknown): string {
  const isExpected = [BaselineError, ConfigError, GitError, PatchError, UsageError].some(
    (expected) => error instanceof expected,
  );
  if (isExpected) return (error as Error).message;
  return `internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
