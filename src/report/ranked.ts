import type { Diagnostic, RuleDescription, RunResult } from "../diagnostic/index.js";
import { gravestFirst } from "./severity-counts.js";

const precisions: readonly RuleDescription["precision"][] = ["very-high", "high", "medium", "low"];

/**
 * Findings in the order in which they are worth keeping where there is no room for all: the gravest first, of these the
 * surest, of these in their given order.
 */
export function ranked({ diagnostics, rules }: RunResult): readonly Diagnostic[] {
  const precisionOf = new Map(rules.map(({ name, precision }) => [name, precisions.indexOf(precision)]));
  const doubt = ({ rule }: Diagnostic): number => precisionOf.get(rule) ?? precisions.length;
  return diagnostics.toSorted(
    (a, b) => gravestFirst.indexOf(a.severity) - gravestFirst.indexOf(b.severity) || doubt(a) - doubt(b),
  );
}
