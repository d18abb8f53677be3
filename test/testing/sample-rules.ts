import { defineRule, insertStatementAfter } from "../../src/rule/index.js";
import type { Fix, Rule } from "../../src/rule/index.js";

/** A rule for tests that reports every call of one function. */
export function callsOf(name: string, fixText?: string): Rule {
  return defineRule({
    meta: {
      name: `calls-${name.replace(/\W/g, "-").toLowerCase()}`,
      summary: `Calls ${name}`,
      category: "resource",
      preset: "recommended",
      severity: "warning",
      precision: "high",
      cwe: [],
      since: "0.1.0",
      status: "stable",
      messages: { called: "calls {{name}}" },
      advice: { called: "Do not." },
      fix: "safe",
    },
    create: (context) => ({
      call_expression(call) {
        const callee = context.semantics.callee(call);
        if (callee?.kind !== "imported" || callee.name !== name) return;
        const edits =
          fixText === undefined || !call.parent ? undefined : insertStatementAfter(call.parent, fixText);
        const fixes: Fix[] = edits ? [{ kind: "safe", message: "add it", edits }] : [];
        context.report({ at: call, messageId: "called", data: { name }, fixes });
      },
    }),
  });
}
