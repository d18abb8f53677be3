import type { RunResult } from "../diagnostic/index.js";
import { changeCount } from "./change-count.js";
import { counted } from "./counted.js";
import { gravestFirst, severityCounts } from "./severity-counts.js";

/** The last line of a report: `3 findings: 2 errors, 1 info in 40 files; 2 fixed; 1 suppressed; 1.2 s`. */
export function summaryLine(result: RunResult, elapsed: number | undefined): string {
  const parts = [`${findings(result)} in ${counted(result.files, "file")}`];
  const changes = changesMade(result) ?? fixable(result);
  if (changes !== undefined) parts.push(changes);
  if (result.suppressed > 0) parts.push(`${result.suppressed} suppressed`);
  if (result.known > 0) parts.push(`${result.known} in the baseline`);
  if (result.untouched > 0) parts.push(`${result.untouched} outside of the change`);
  if (elapsed !== undefined) parts.push(duration(elapsed));
  return parts.join("; ");
}

/** What has been written into files; undefined where nothing was to be. */
export function changesMade({ fixed, silenced }: RunResult): string | undefined {
  if (fixed) return `${changeCount(fixed)} fixed`;
  return silenced && `${counted(changeCount(silenced), "directive")} written`;
}

/** How many findings `--fix` would mend; undefined where it would mend none. */
function fixable({ diagnostics }: RunResult): string | undefined {
  const fixes = diagnostics.filter((diagnostic) => diagnostic.fixes.length > 0);
  const safe = fixes.filter((diagnostic) => diagnostic.fixes.some(({ kind }) => kind === "safe"));
  const ways = [
    ...(safe.length > 0 ? [`${safe.length} with --fix`] : []),
    ...(fixes.length > safe.length ? [`${fixes.length} with --fix=suggestions`] : []),
  ];
  return ways.length === 0 ? undefined : `fixable: ${ways.join(", ")}`;
}

function findings({ diagnostics }: RunResult): string {
  if (diagnostics.length === 0) return "No findings";
  const counts = severityCounts(diagnostics);
  const present = gravestFirst.filter((severity) => counts[severity] > 0);
  const bySeverity = present.map((severity) => counted(counts[severity], severity)).join(", ");
  return `${counted(diagnostics.length, "finding")}: ${bySeverity}`;
}

/** A time as people read it. */
export function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
