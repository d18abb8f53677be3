import type { Rule } from "../../rule/index.js";

/** What a plugin module exports by default. */
export interface Plugin {
  /** Goes before the names of its rules: `acme/rule-name`. Lower-case letters, digits and hyphens. */
  readonly name: string;
  /** As a list, or by name. */
  readonly rules: readonly Rule[] | Readonly<Record<string, Rule>>;
}
