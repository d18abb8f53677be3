import { defineResourceRule, resourceKind } from "#rule";

export default defineResourceRule({
  meta: {
    name: "unreleased-resource",
    summary: "Resource that the configuration declares is not released",
    category: "resource",
    preset: "recommended",
    severity: "error",
    precision: "high",
    cwe: ["CWE-772"],
    since: "0.1.0",
    status: "stable",
    fix: "suggestion",
  },
  resources: [],
  projectKinds: ({ resources }) => resources.map(resourceKind),
  words: { acquires: "acquires", acquired: "acquired", released: "released", release: "release" },
});
