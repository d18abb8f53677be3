import type { Options } from "yargs";
import { UsageError } from "./usage-error.js";

/** Refuses options without a value, and options given twice that can have only one value: yargs lets both pass. */
export function checkOptionValues(
  args: Readonly<Record<string, unknown>>,
  options: Readonly<Record<string, Options>>,
): void {
  for (const [name, { coerce }] of Object.entries(options)) {
    const value = args[name];
    // Lists are what is put together from several values.
    if (Array.isArray(value) && !coerce) throw new UsageError(`--${name} can be given only once.`);
    if (value === "" || (Array.isArray(value) && value.length === 0)) {
      throw new UsageError(`--${name} needs a value.`);
    }
  }
}
