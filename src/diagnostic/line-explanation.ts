import type { Location, PathStep, Severity } from "./diagnostic.js";
import type { Notice } from "./notice.js";

/** What one rule makes of one place, and why. Plain JSON. */
export interface Verdict {
  readonly rule: string;
  readonly location: Location;
  /** `left-out` is a finding that is not told. */
  readonly outcome: "reported" | "left-out" | "silent";
  /** What keeps it from being told, or the rule from having anything to tell, in a word; absent for what is reported. */
  readonly reason?: string;
  /** The finding, or why there is none. */
  readonly message: string;
  /** Why the finding is left out, one sentence. */
  readonly because?: string;
  /** Absent where a rule is silent. */
  readonly severity?: Severity;
  /** What to do about the finding. */
  readonly advice?: string;
  /** How it leaks, or the places that show why it does not. */
  readonly steps: readonly PathStep[];
}

/** Why leakcheck reports what it reports of a line, and why it does not report the rest. Plain JSON. */
export interface LineExplanation {
  readonly file: string;
  readonly line: number;
  /** What rules say of what begins on the line, in source order. */
  readonly verdicts: readonly Verdict[];
  /** Where nothing begins: what goes on over the line, or has a step on it. */
  readonly passing: readonly Verdict[];
  /** The calls on the line of which no rule has anything to say, by full name where it is known. */
  readonly calls: readonly { readonly text: string; readonly name?: string }[];
  /** Where rules have nothing to say of the line: what they say of the nearest lines of its function. */
  readonly nearest: readonly Verdict[];
  /** Why a run leaves the file out that does not name it. */
  readonly leftOut: readonly string[];
  /** What kept the file from being understood in full. */
  readonly notices: readonly Notice[];
}
