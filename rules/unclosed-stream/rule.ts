import { defineResourceRule, facts } from "#rule";

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
});
