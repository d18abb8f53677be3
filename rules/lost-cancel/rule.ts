import { defineResourceRule, facts } from "#rule";
import type { CallExpressionNode, FileSemantics } from "#rule";

export default defineResourceRule({
  meta: {
    name: "lost-cancel",
    replaces: ["govet", "vet", "lostcancel", "gosec"],
    summary: "Cancel function of a context is not called on every path",
    category: "context",
    preset: "recommended",
    severity: "error",
    precision: "high",
    cwe: ["CWE-772"],
    since: "0.1.0",
    status: "stable",
    fix: "safe",
  },
  holdsNothing: hasNoParent,
  resources: [facts.contexts, facts.causeContexts],
  words: { acquires: "returns", acquired: "returned", released: "called", release: "call" },
});

/** Whether nothing refers to the context but those who use it: it has no timer, and its parent is never done. */
function hasNoParent(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const parent = call.arguments.children[0];
  if (!/^context\.WithCancel(?:Cause)?$/.test(semantics.calleeName(call) ?? "")) return false;
  if (parent?.kind !== "call_expression") return false;
  return /^context\.(?:Background|TODO)$/.test(semantics.calleeName(parent) ?? "");
}
