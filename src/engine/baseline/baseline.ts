import type { Diagnostic } from "../../diagnostic/index.js";
import { resolvePath } from "../../project/index.js";
import { displayPath } from "../display-path.js";

/** A finding that a project knows of and does not want to hear of again. Plain JSON. */
export interface BaselineEntry {
  readonly rule: string;
  /** Where it was when the baseline was made, relative to the baseline's folder, with `/`: for readers, not to find it again. */
  readonly file: string;
  readonly message: string;
  /** Names the finding, and alone decides: lines may move and files be renamed. */
  readonly fingerprint: string;
}

/** Findings of a run, told apart by a baseline. */
export interface SortedFindings {
  readonly fresh: readonly Diagnostic[];
  readonly known: readonly Diagnostic[];
  /** What the baseline has and the run did not find. */
  readonly gone: readonly BaselineEntry[];
}

/** Entries for findings whose paths are relative to `workingDirectory`; both folders are absolute, with `/`. */
export function baselineEntries(
  diagnostics: readonly Diagnostic[],
  workingDirectory: string,
  folder: string,
): readonly BaselineEntry[] {
  return diagnostics
    .map(({ rule, location, message, fingerprint }) => {
      const file = displayPath(resolvePath(workingDirectory, location.file), folder);
      return { rule, file, message, fingerprint };
    })
    .toSorted(byPlace);
}

/**
 * Tells the findings that a baseline holds from new ones. Each entry stands for one finding: where a baseline has a
 * fingerprint once, the second finding with it is new.
 */
export function sortFindings(
  diagnostics: readonly Diagnostic[],
  entries: readonly BaselineEntry[],
): SortedFindings {
  const gone = [...entries];
  const fresh: Diagnostic[] = [];
  const known: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const index = gone.findIndex(({ fingerprint }) => fingerprint === diagnostic.fingerprint);
    (index === -1 ? fresh : known).push(diagnostic);
    if (index !== -1) gone.splice(index, 1);
  }
  return { fresh, known, gone };
}

function byPlace(a: BaselineEntry, b: BaselineEntry): number {
  return compare(a.file, b.file) || compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
