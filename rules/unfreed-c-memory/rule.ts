import { defineResourceRule, facts } from "#rule";

export default defineResourceRule({
  meta: {
    name: "unfreed-c-memory",
    summary: "Memory of C is not freed",
    category: "cgo",
    preset: "recommended",
    severity: "error",
    precision: "high",
    cwe: ["CWE-401"],
    since: "0.1.0",
    status: "stable",
    fix: "suggestion",
  },
  resources: [facts.cMemory],
  words: { acquires: "allocates", acquired: "allocated", released: "freed", release: "free" },
});
