import { defineResourceRule, facts, sendsHead } from "#rule";

export default defineResourceRule({
  meta: {
    name: "unclosed-response-body",
    groups: ["missing-defer-close"],
    replaces: ["bodyclose"],
    summary: "Body of an HTTP response is not closed on every path",
    category: "resource",
    preset: "recommended",
    severity: "error",
    precision: "high",
    cwe: ["CWE-772"],
    since: "0.1.0",
    status: "stable",
    fix: "safe",
  },
  // What answers HEAD has no body and holds no connection, so Head is not among those that acquire.
  holdsNothing: sendsHead,
  resources: [facts.responses, facts.objectBodies],
  words: { acquires: "receives", acquired: "received", released: "closed", release: "close" },
});
