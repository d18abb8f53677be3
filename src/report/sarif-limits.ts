import { gzipSync } from "node:zlib";
import type { Diagnostic } from "../diagnostic/index.js";
import { counted } from "./counted.js";
import { firstAndLast } from "./first-and-last.js";
import { gravestFirst, severityCounts } from "./severity-counts.js";

/** Most results in a run: code scanning rejects a file with more. */
export const MOST_RESULTS = 25_000;

/** Most steps of a path: code scanning shows no more. */
export const MOST_STEPS = 1000;

/** Most related places of a result: code scanning shows no more. */
export const MOST_RELATED = 100;

/** Most tags of a rule: code scanning rejects a file with more. */
export const MOST_TAGS = 20;

/** Most bytes of a compressed file: code scanning takes 10 MB, and whoever uploads adds a fingerprint to each result. */
export const MOST_BYTES = 9_000_000;

/** Most places in a run, each some 600 characters long: Node has no strings of more than 500 million. */
const MOST_PLACES = 400_000;

/** How many findings from the first on a run has room for, whatever they compress to. */
export function roomFor(diagnostics: readonly Diagnostic[]): number {
  let places = 0;
  const overflowing = diagnostics.findIndex(({ path, related }) => {
    places += 1 + firstAndLast(path, MOST_STEPS).length + firstAndLast(related, MOST_RELATED).length;
    return places > MOST_PLACES;
  });
  return Math.min(MOST_RESULTS, overflowing === -1 ? diagnostics.length : overflowing);
}

/** How many times too large a text is once it is compressed: at most 1 when it fits. */
export function overweight(text: string): number {
  // Most reports are too small to ask: UTF-8 has at most three bytes for each of a string's units.
  const size = text.length * 3 <= MOST_BYTES ? 0 : gzipSync(text).length;
  return size / MOST_BYTES;
}

/** What the limits kept out of the report, in sentences; none when nothing was. */
export function leftOut(all: readonly Diagnostic[], written: readonly Diagnostic[]): string[] {
  const sentences: string[] = [];
  if (written.length < all.length) sentences.push(missingResults(all, written));
  const paths = written.filter(({ path }) => path.length > MOST_STEPS).length;
  if (paths > 0) sentences.push(missingPlaces("Paths", `${MOST_STEPS} steps`, paths));
  const related = written.filter((diagnostic) => diagnostic.related.length > MOST_RELATED).length;
  if (related > 0) sentences.push(missingPlaces("Findings", `${MOST_RELATED} related places`, related));
  return sentences;
}

function missingResults(all: readonly Diagnostic[], written: readonly Diagnostic[]): string {
  const found = severityCounts(all);
  const kept = severityCounts(written);
  const missing = gravestFirst
    .filter((severity) => kept[severity] < found[severity])
    .map((severity) => counted(found[severity] - kept[severity], severity));
  return `Only the gravest ${written.length} of ${all.length} findings are listed: ${missing.join(", ")} left out.`;
}

function missingPlaces(what: string, most: string, findings: number): string {
  return `${what} hold at most ${most}: those before the last were left out of ${counted(findings, "finding")}.`;
}
