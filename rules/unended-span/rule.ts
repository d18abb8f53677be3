import { defineResourceRule, destinationOf, facts, useOf } from "#rule";
import type { CallExpressionNode, FileSemantics, GoObject } from "#rule";

export default defineResourceRule({
  meta: {
    name: "unended-span",
    replaces: ["spancheck"],
    summary: "Tracing span is not ended on every path",
    category: "resource",
    preset: "recommended",
    severity: "error",
    precision: "high",
    cwe: ["CWE-772"],
    since: "0.1.0",
    status: "stable",
    fix: "suggestion",
  },
  holdsNothing: leavesInContext,
  resources: [facts.spans, facts.finishedSpans],
  words: { acquires: "starts", acquired: "started", released: "ended", release: "end" },
});

/**
 * Whether the span is thrown away, and not the context that has it as well and goes on to others, who can take the span out
 * of it.
 */
function leavesInContext(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const results = [0, 1].map((index) => destinationOf(call, index, semantics));
  const kept = results.find((result) => result.kind === "variable");
  if (!kept || !results.some(({ kind }) => kind === "discarded")) return false;
  return isHandedOn(kept.variable, call, semantics);
}

function isHandedOn(context: GoObject, after: CallExpressionNode, semantics: FileSemantics): boolean {
  return semantics.package.identifiersOf(context).some((mention) => {
    if (mention.start < after.end) return false;
    const use = useOf(mention, semantics);
    if (use.kind !== "argument") return use.kind === "escape";
    return use.callee?.kind !== "imported" || !use.callee.name.startsWith("fmt.");
  });
}
