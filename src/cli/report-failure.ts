import { ConfigError } from "../engine/config/index.js";
import { visible } from "../text/terminal.js";
import { ExitCode } from "./exit-code.js";
import { UsageError } from "./usage-error.js";

/** Tells on standard error why a command could not be carried out, and returns the exit code. */
export function reportFailure(error: unknown): number {
  const lines = describe(error).split("\n").map((line) => visible(line));
  process.stderr.write(`leakcheck: ${lines.join("\n")}\n`);
  return ExitCode.failure;
}

function describe(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  // yargs throws errors of its own for what it cannot parse.
  if (error instanceof UsageError || (error instanceof Error && error.name === "YError")) return `${error.message}\nTry leakcheck --help.`;
  return error instanceof Error ? `internal error: ${error.stack ?? error.message}` : String(error);
}
