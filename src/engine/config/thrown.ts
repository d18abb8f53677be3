import { types } from "node:util";

/** What was thrown, on one line: `TypeError: x is not a function`. */
export function describeThrown(thrown: unknown): string {
  const text = types.isNativeError(thrown) ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return text.replaceAll(/\s*\n\s*/g, " ");
}
