import { defineResourceRule, facts } from "#rule";

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
  resources: [facts.contexts, facts.causeContexts],
  words: { acquires: "returns", acquired: "returned", released: "called", release: "call" },
});
