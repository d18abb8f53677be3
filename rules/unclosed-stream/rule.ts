import { defineResourceRule, destinationOf, facts, useOf } from "#rule";
import type { CallExpressionNode, FileSemantics } from "#rule";

export default defineResourceRule({
  meta: {
    name: "unclosed-stream",
    groups: ["missing-defer-close"],
    summary: "Compressing, encoding or archiving stream is not closed",
    category: "resource",
    preset: "recommended",
    severity: "error",
    precision: "high",
    cwe: ["CWE-772"],
    since: "0.1.0",
    status: "stable",
    fix: "safe",
  },
  resources: [facts.finishingWriters, facts.workingWriters, facts.workingReaders],
  words: { acquires: "makes", acquired: "made", released: "closed", release: "close" },
  mayBeMeant: (call, semantics) =>
    isFlushed(call, semantics)
      ? "It is flushed: its end may be left out, for what follows or because the stream goes on."
      : undefined,
});

function isFlushed(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const destination = destinationOf(call, 0, semantics);
  if (destination.kind !== "variable") return false;
  return semantics.bindings.identifiersOf(destination.variable).some((mention) => {
    const use = useOf(mention, semantics);
    return use.kind === "method-call" && use.method === "Flush";
  });
}
