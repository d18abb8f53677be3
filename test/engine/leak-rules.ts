import { rules } from "../../rules/index.js";
import { defineRule } from "../../src/rule/index.js";
import type { GoPremise, Rule, RuleMeta } from "../../src/rule/index.js";

/** Metadata of a rule for tests. */
export function testMeta<const N extends string>(name: N, rest: Partial<RuleMeta> = {}) {
  return {
    name,
    summary: "Something leaks",
    category: "resource",
    preset: "recommended",
    severity: "error",
    precision: "high",
    cwe: ["CWE-772"],
    since: "0.1.0",
    status: "stable",
    messages: { leaks: "{{call}} leaks" },
    fix: "none",
    ...rest,
  } as const satisfies RuleMeta;
}

/** A rule that reports every call of a function, whatever it does. */
export function callRule(name: string, called: string, rest: Partial<RuleMeta> = {}): Rule {
  return defineRule({
    meta: testMeta(name, rest),
    create: ({ report }) => ({
      call_expression(call) {
        if (call.function.text === called) report({ at: call, messageId: "leaks", data: { call: called } });
      },
    }),
  });
}

/** Reports `open()`; a member of the group `missing-defer-close`. */
export const unclosedCall = callRule("unclosed-call", "open", {
  aliases: ["open-call"],
  groups: ["missing-defer-close"],
});

/** Reports `tick()`. */
export const unstoppedCall = callRule("unstopped-call", "tick", { severity: "warning" });

/** The two rules for calls and those about directives. */
export const leakRules: readonly Rule[] = [
  unclosedCall,
  unstoppedCall,
  ...rules.filter(({ meta }) => meta.category === "directive"),
];

/** A rule that reports `open()` for some Go versions only. */
export function versionRule(go: GoPremise): Rule {
  return callRule("version-call", "open", { go });
}
