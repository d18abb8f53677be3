import type { Finding } from "../finding.js";
import type { Directive } from "./directive.js";

/** Whether a directive's word for a rule means a given rule: its name, an alias, or a group. */
export type NameMatcher = (written: string, rule: string) => boolean;

/** What is left of a file's findings after its directives. */
export interface Suppression {
  readonly kept: readonly Finding[];
  readonly suppressed: readonly Finding[];
  /** Directives that silenced nothing. */
  readonly unused: readonly Directive[];
}

/** Takes out the findings that directives silence. */
export function suppress(
  findings: readonly Finding[],
  directives: readonly Directive[],
  matches: NameMatcher,
): Suppression {
  const used = new Set<Directive>();
  const kept: Finding[] = [];
  const suppressed: Finding[] = [];
  for (const finding of findings) {
    const silencing = directives.filter((directive) => silences(directive, finding, matches));
    for (const directive of silencing) used.add(directive);
    (silencing.length > 0 ? suppressed : kept).push(finding);
  }
  return { kept, suppressed, unused: directives.filter((directive) => !used.has(directive)) };
}

/** Whether a directive speaks for a finding. */
export function silences(directive: Directive, finding: Finding, matches: NameMatcher): boolean {
  const { line } = finding.location.from;
  if (line < directive.lines.from || line > directive.lines.to) return false;
  return directive.rules.length === 0 || directive.rules.some((name) => matches(name, finding.rule));
}
