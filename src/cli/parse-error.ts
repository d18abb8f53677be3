import { closest } from "../engine/config/closest.js";
import { UsageError } from "./usage-error.js";

/** The error for arguments that yargs cannot make sense of, from what yargs says about them. */
export function parseError(message: string, optionNames: readonly string[]): UsageError {
  const said = message.startsWith("Not enough non-option arguments") ? "An argument is missing" : message;
  return new UsageError(`${said}${suggestion(message, optionNames)}\nTry leakcheck --help.`);
}

function suggestion(message: string, optionNames: readonly string[]): string {
  const unknown = /^Unknown argument: (.+)$/.exec(message)?.[1];
  const option = unknown === undefined ? undefined : closest(unknown, optionNames);
  // An option of another command is spelt right.
  return option === undefined || option === unknown ? "" : `; did you mean --${option}?`;
}
