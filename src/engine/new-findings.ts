import type { Diagnostic, RunResult } from "../diagnostic/index.js";
import { resolvePath } from "../project/index.js";
import { readBaseline, sortFindings } from "./baseline/index.js";
import type { BaselineEntry } from "./baseline/index.js";
import { changeSince, patchedChange } from "./git/index.js";
import type { Change } from "./git/index.js";

/** What makes a finding one that a project wants to hear of. */
export interface NewFindingsOptions {
  /** File of known findings; false or nothing for none. */
  readonly baseline?: string | false;
  /** A revision since which findings are new. */
  readonly since?: string;
  /** A unified diff whose findings are new. */
  readonly patch?: string;
}

/** Leaves out of a result what a baseline knows and what has nothing to do with a change. */
export class NewFindings {
  readonly #workingDirectory: string;
  readonly #known: readonly BaselineEntry[];
  readonly #changes: readonly Change[];
  /** By fingerprint, whether a finding has to do with the changes: fixes move lines, which must not change the answer. */
  readonly #touched = new Map<string, boolean>();

  /** Reads all that is named, so that what is wrong with it is told before the lint, which takes its time. */
  constructor({ baseline = false, since, patch }: NewFindingsOptions, workingDirectory: string) {
    this.#workingDirectory = workingDirectory;
    this.#known = baseline === false ? [] : readBaseline(resolvePath(workingDirectory, baseline));
    this.#changes = [
      ...(since === undefined ? [] : [changeSince(since, workingDirectory)]),
      ...(patch === undefined ? [] : [patchedChange(patch, workingDirectory)]),
    ];
  }

  /** Whether a finding may be among the new ones; should one be known that has the same fingerprint, this errs on the side of the known one. */
  mayHave(diagnostic: Diagnostic): boolean {
    const { fingerprint } = diagnostic;
    return !this.#known.some((entry) => entry.fingerprint === fingerprint) && this.#isTouched(diagnostic);
  }

  /** The result with nothing but new findings. */
  of(result: RunResult): RunResult {
    const { fresh, known } = sortFindings(result.diagnostics, this.#known);
    const touched = fresh.filter((diagnostic) => this.#isTouched(diagnostic));
    return {
      ...result,
      diagnostics: touched,
      known: known.length,
      untouched: fresh.length - touched.length,
    };
  }

  #isTouched(diagnostic: Diagnostic): boolean {
    const { fingerprint, location } = diagnostic;
    const key = JSON.stringify([location.file, fingerprint]);
    const absolute = (file: string): string => resolvePath(this.#workingDirectory, file);
    const isTouched =
      this.#touched.get(key) ?? this.#changes.every((change) => change.touches(diagnostic, absolute));
    this.#touched.set(key, isTouched);
    return isTouched;
  }
}
