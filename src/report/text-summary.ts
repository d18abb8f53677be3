import type { RunResult } from "../diagnostic/index.js";
import { counted } from "./counted.js";
import { gravestFirst, severityCounts } from "./severity-counts.js";

/** The last line of a report: `3 findings: 2 errors, 1 info in 40 files; 1 suppressed; 1.2 s`. */
export function summaryLine(result: RunResult, elapsed: number | undefined): string {
  const parts = [`${findings(result)} in ${counted(result.files, "file")}`];
  if (result.suppressed > 0) parts.push(`${result.suppressed} suppressed`);
  if (result.known > 0) parts.push(`${result.known} in the baseline`);
  if (elapsed !== undefined) parts.push(duration(elapsed));
  return parts.join("; ");
}

function findings({ diagnostics }: RunResult): string {
  if (diagnostics.length === 0) return "No findings";
  const counts = severityCounts(diagnostics);
  const present = gravestFirst.filter((severity) => counts[severity] > 0);
  const bySeverity = present.map((severity) => counted(counts[severity], severity)).join(", ");
  return `${counted(diagnostics.length, "finding")}: ${bySeverity}`;
}

function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
