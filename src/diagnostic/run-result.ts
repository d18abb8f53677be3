import type { Diagnostic, Severity } from "./diagnostic.js";
import type { Notice } from "./notice.js";

/** What formatters need to know of a rule. Plain JSON. */
export interface RuleDescription {
  readonly name: string;
  readonly aliases: readonly string[];
  /** At most 72 characters, no full stop. */
  readonly summary: string;
  /** The rule's documentation in Markdown; empty for a plugin's rule without one. */
  readonly help: string;
  readonly url: string;
  readonly category: string;
  readonly severity: Severity;
  readonly precision: "very-high" | "high" | "medium" | "low";
  readonly cwe: readonly string[];
}

/** What fixes or directives have made of a file, or would make of it. */
export interface FixedFile {
  /** Path as in locations. */
  readonly file: string;
  /** How many of them there are. */
  readonly count: number;
  /** The texts, without a byte order mark. */
  readonly before: string;
  readonly after: string;
}

/** The outcome of one run over any number of files. */
export interface RunResult {
  /** Sorted by file, position, rule. */
  readonly diagnostics: readonly Diagnostic[];
  readonly notices: readonly Notice[];
  /** Every rule that was enabled for at least one file, whether or not it reported. */
  readonly rules: readonly RuleDescription[];
  /** Number of files reported on. */
  readonly files: number;
  /** Number of findings silenced by directives. */
  readonly suppressed: number;
  /** Number of findings left out because a baseline knows them. */
  readonly known: number;
  /** The files that fixes change; absent where nobody asked for any. Once they are written, the diagnostics are those that remain. */
  readonly fixed?: readonly FixedFile[];
  /** The files that directives are written into, likewise. */
  readonly silenced?: readonly FixedFile[];
  /** Number of findings left out because the change that was asked about has nothing to do with them. */
  readonly untouched: number;
}
