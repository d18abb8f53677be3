import { defineRule } from "#rule";

/** The engine reports through this rule, which sees every directive of a file. */
export default defineRule({
  meta: {
    name: "unexplained-directive",
    summary: "Directive does not say why it silences a finding",
    category: "directive",
    preset: "strict",
    severity: "warning",
    precision: "very-high",
    cwe: [],
    since: "0.1.0",
    status: "stable",
    messages: { noReason: "this directive gives no reason" },
    advice: { noReason: "Say after the rule's name why the finding does not apply here." },
    fix: "none",
  },
  create: () => ({}),
});
