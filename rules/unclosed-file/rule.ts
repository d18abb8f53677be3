import { defineResourceRule, facts } from "#rule";

export default defineResourceRule({
  meta: {
    name: "unclosed-file",
    groups: ["missing-defer-close"],
    summary: "Opened file is not closed on every path",
    category: "resource",
    preset: "recommended",
    severity: "error",
    precision: "high",
    cwe: ["CWE-772", "CWE-775"],
    since: "0.1.0",
    status: "stable",
    fix: "safe",
  },
  resources: [facts.files, facts.virtualFiles, facts.roots, facts.archives, facts.handles, facts.remoteFiles],
  words: { acquires: "opens", acquired: "opened", released: "closed", release: "close" },
});
