import { defineResourceRule, packageOwnership } from "#rule";

export default defineResourceRule({
  meta: {
    name: "unclosed-closer",
    groups: ["missing-defer-close"],
    summary: "Value of a type of the project that owns a resource is left open",
    category: "resource",
    preset: "strict",
    severity: "warning",
    precision: "medium",
    cwe: ["CWE-772"],
    since: "0.1.0",
    status: "stable",
    fix: "suggestion",
  },
  resources: [],
  projectKinds: ({ semantics }) => packageOwnership(semantics.package).closerKinds,
  words: { acquires: "makes", acquired: "made", released: "closed", release: "close" },
});
