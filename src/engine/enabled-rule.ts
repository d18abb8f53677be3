import type { Severity } from "../diagnostic/index.js";
import type { Rule } from "../rule/index.js";

/** A rule that is on for a file. */
export interface EnabledRule {
  readonly rule: Rule;
  /** As findings show it: `plugin/name` for a plugin's rule. */
  readonly name: string;
  readonly severity: Severity;
  /** Whether findings that seldom matter are wanted as well. */
  readonly minor: boolean;
  /** Complete: defaults filled in. */
  readonly options: Readonly<Record<string, unknown>>;
}
