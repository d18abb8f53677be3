import type { EnabledRule } from "../enabled-rule.js";
import { inSourceOrder, toFinding } from "../finding.js";
import type { FileUnderLint, Finding } from "../finding.js";
import type { DirectiveRules } from "./directive-rules.js";
import { directivesOf } from "./directive.js";
import type { Directive } from "./directive.js";
import { suppress } from "./suppress.js";

/** The rules about directives. They have no visitors: only the engine sees what a directive silenced. */
export const unusedDirective = "unused-directive";
export const unexplainedDirective = "unexplained-directive";

/** Takes out what a file's directives silence, and adds findings about the directives themselves. */
export function applyDirectives(
  target: FileUnderLint,
  findings: readonly Finding[],
  rules: readonly EnabledRule[],
  names: DirectiveRules,
): { readonly findings: readonly Finding[]; readonly suppressed: number } {
  const directives = directivesOf(target.tree);
  if (directives.length === 0) return { findings, suppressed: 0 };
  const { kept, suppressed, unused } = suppress(findings, directives, names.matches);
  const reporter = new DirectiveReporter(target, rules);
  const judged = unused.filter((directive) => isJudged(directive, rules, names));
  const about = [
    ...judged.flatMap((directive) => reporter.unused(directive, names)),
    ...directives.flatMap((directive) => reporter.unexplained(directive)),
  ];
  return { findings: inSourceOrder([...kept, ...about]), suppressed: suppressed.length };
}

/** Whether this run can tell that a directive is of no use. A bare `nolint` is addressed to other linters too. */
function isJudged(directive: Directive, rules: readonly EnabledRule[], names: DirectiveRules): boolean {
  if (directive.rules.some((name) => !names.isKnown(name))) return true;
  if (!names.complete || (directive.form === "nolint" && directive.rules.length === 0)) return false;
  return directive.rules.every((name) => rules.some((enabled) => names.matches(name, enabled.name)));
}

class DirectiveReporter {
  readonly #target: FileUnderLint;
  readonly #rules: readonly EnabledRule[];

  constructor(target: FileUnderLint, rules: readonly EnabledRule[]) {
    this.#target = target;
    this.#rules = rules;
  }

  unused(directive: Directive, names: DirectiveRules): Finding[] {
    const unknown = directive.rules.find((name) => !names.isKnown(name));
    return unknown === undefined
      ? this.#report(directive, unusedDirective, "unused", {})
      : this.#report(directive, unusedDirective, "unknownRule", { name: unknown });
  }

  unexplained(directive: Directive): Finding[] {
    return directive.reason === "" && directive.form !== "nolint"
      ? this.#report(directive, unexplainedDirective, "noReason", {})
      : [];
  }

  #report(directive: Directive, name: string, messageId: string, data: Record<string, string>): Finding[] {
    const enabled = this.#rules.find((candidate) => candidate.name === name);
    if (!enabled) return [];
    const report = { at: { tree: this.#target.tree, ...directive.comment }, messageId, data };
    return [toFinding(report, enabled, this.#target)];
  }
}
