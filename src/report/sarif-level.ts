import type { Result } from "sarif";
import type { Severity } from "../diagnostic/index.js";

const levels = { error: "error", warning: "warning", info: "note" } as const;

export function sarifLevel(severity: Severity): Result.level {
  return levels[severity];
}
