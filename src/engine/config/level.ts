import type { Severity } from "../../diagnostic/index.js";

/** What the configuration says of a rule: how much its findings matter, or that it does not run. */
export type Level = "off" | Severity;

export const levels: readonly Level[] = ["off", "info", "warning", "error"];

export function isLevel(text: string): text is Level {
  return (levels as readonly string[]).includes(text);
}
