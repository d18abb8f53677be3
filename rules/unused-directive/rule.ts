import { defineRule } from "#rule";

/** The engine reports through this rule: only it sees which findings a directive silenced. */
export default defineRule({
  meta: {
    name: "unused-directive",
    summary: "Directive silences nothing",
    category: "directive",
    preset: "recommended",
    severity: "warning",
    precision: "very-high",
    cwe: [],
    since: "0.1.0",
    status: "stable",
    messages: {
      unused: "this directive silences nothing",
      unknownRule: 'this directive names "{{name}}", which is no rule',
    },
    advice: {
      unused: "Remove it.",
      unknownRule: "Correct the name; `leakcheck rules` lists them.",
    },
    fix: "none",
  },
  create: () => ({}),
});
