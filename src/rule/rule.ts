import type { Severity } from "../diagnostic/index.js";
import type { Visitors } from "../syntax/index.js";
import type { RuleContext } from "./context.js";
import type { OptionSchemas, OptionsOf } from "./options.js";

/** What kind of leak a rule is about. */
export type RuleCategory =
  | "resource"
  | "goroutine"
  | "timer"
  | "context"
  | "retention"
  | "growth"
  | "cgo"
  | "directive"
  | "observability";

/** The set of rules that a rule joins: `strict` has all of `recommended`, `all` has everything. */
export type RulePreset = "recommended" | "strict" | "observability";

/** The Go versions in which what a rule says is true. */
export interface GoPremise {
  /** First version for which it holds, "1.21". */
  readonly from?: string;
  /** First version for which it no longer holds, "1.23". */
  readonly until?: string;
  /** A `godebug` setting ("asynctimerchan=1") that restores the premise beyond `until`. */
  readonly restoredBy?: string;
}

/** Everything about a rule that is not its code. */
export interface RuleMeta {
  /** Kebab-case; reads as "allow NAME". */
  readonly name: string;
  /** Other words people know it by; they work wherever the name does. */
  readonly aliases?: readonly string[];
  /** Words that stand for several rules at once, this one among them; they work wherever names do. */
  readonly groups?: readonly string[];
  /**
   * Other linters that look for the same, and their checks, as `//nolint:govet` and `//lint:ignore SA1015` name them. Where
   * one of them is silenced, findings are minor: the author knows.
   */
  readonly replaces?: readonly string[];
  /** At most 72 characters, no full stop. */
  readonly summary: string;
  readonly category: RuleCategory;
  readonly preset: RulePreset;
  readonly severity: Severity;
  /** How often a finding is right: gates `recommended` and goes into SARIF. */
  readonly precision: "very-high" | "high" | "medium" | "low";
  readonly cwe: readonly string[];
  /** Version of leakcheck that brought the rule. */
  readonly since: string;
  readonly status: "preview" | "stable" | "deprecated";
  /** Absent: true for every Go version. */
  readonly go?: GoPremise;
  readonly options?: OptionSchemas;
  /** Message texts by id; `{{name}}` is filled from a report's data. */
  readonly messages: Readonly<Record<string, string>>;
  /** What to do about a finding, by message id; one sentence. */
  readonly advice?: Readonly<Record<string, string>>;
  /** What the rule's fixes are at most. */
  readonly fix: "none" | "safe" | "suggestion";
}

/** A rule: what it is, and a function that looks at one file. */
export interface Rule<M extends RuleMeta = RuleMeta> {
  readonly meta: M;
  /**
   * Called once a file; the visitors it returns are called on one shared walk. May keep state for the file in
   * its closure. Must be pure: no files, process, clock or randomness.
   */
  create(context: RuleContext<M>): Visitors;
}

/** The options of a rule, as its `create` sees them. */
export type RuleOptions<M extends RuleMeta> = M["options"] extends OptionSchemas
  ? OptionsOf<M["options"]>
  : Readonly<Record<string, never>>;

/** Defines a rule; it only lends its parameter the right types. */
export function defineRule<const M extends RuleMeta>(rule: Rule<M>): Rule {
  return rule as unknown as Rule;
}
