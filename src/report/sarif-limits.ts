import type { Diagnostic, PathStep } from "../diagnostic/index.js";
import { counted } from "./counted.js";
import { gravestFirst, severityCounts } from "./severity-counts.js";

/** Most results in a run: code scanning rejects a file with more. */
export const MOST_RESULTS = 25_000;

/** Most steps of a path: code scanning shows no more. */
export const MOST_STEPS = 1000;

/** As many findings as a run may have, the gravest chosen first, in their given order. */
export function withinLimit(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length <= MOST_RESULTS) return diagnostics;
  const ranked = gravestFirst.flatMap((severity) =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity),
  );
  const chosen = new Set(ranked.slice(0, MOST_RESULTS));
  return diagnostics.filter((diagnostic) => chosen.has(diagnostic));
}

/** The steps of a path that are written: of a very long one the first ones and the last, which tells where it leaks. */
export function stepsWithinLimit(path: readonly PathStep[]): readonly PathStep[] {
  return path.length <= MOST_STEPS ? path : [...path.slice(0, MOST_STEPS - 1), ...path.slice(-1)];
}

/** What the limits kept out of the report, in sentences; none when nothing was. */
export function leftOut(all: readonly Diagnostic[], written: readonly Diagnostic[]): string[] {
  const sentences: string[] = [];
  if (written.length < all.length) sentences.push(missingResults(all, written));
  const cut = written.filter(({ path }) => path.length > MOST_STEPS).length;
  if (cut > 0) {
    const findings = counted(cut, "finding");
    sentences.push(
      `Paths hold at most ${MOST_STEPS} steps: those before the last were left out of ${findings}.`,
    );
  }
  return sentences;
}

function missingResults(all: readonly Diagnostic[], written: readonly Diagnostic[]): string {
  const found = severityCounts(all);
  const kept = severityCounts(written);
  const missing = gravestFirst
    .filter((severity) => kept[severity] < found[severity])
    .map((severity) => counted(found[severity] - kept[severity], severity));
  return `Only the gravest ${MOST_RESULTS} of ${all.length} findings are listed: ${missing.join(", ")} left out.`;
}
