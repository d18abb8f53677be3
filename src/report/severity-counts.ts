import type { Diagnostic, Severity } from "../diagnostic/index.js";

export const gravestFirst: readonly Severity[] = ["error", "warning", "info"];

/** How many findings there are of each severity. */
export function severityCounts(diagnostics: readonly Diagnostic[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}
