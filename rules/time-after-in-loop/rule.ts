import { defineRule, findTimerPerTurn } from "#rule";
import type { ReportPlace, ReportStep, SyntaxNode } from "#rule";

export default defineRule({
  meta: {
    name: "time-after-in-loop",
    summary: "Loop leaves timers of time.After behind faster than they fire",
    category: "timer",
    preset: "recommended",
    severity: "warning",
    precision: "high",
    cwe: ["CWE-401", "CWE-770"],
    since: "0.1.0",
    status: "stable",
    go: { until: "1.23", restoredBy: "asynctimerchan=1" },
    messages: {
      abandoned: "the loop may go on before the timer of {{call}} fires, and makes another one in each turn",
      renewed: "each turn of the loop makes a new timer with {{call}}, where one could be reset",
    },
    advice: {
      abandoned: "Make one time.NewTimer before the loop, defer its Stop, and Reset it where a turn begins.",
      renewed: "Make one time.NewTimer before the loop and Reset it in each turn, or use a time.Ticker.",
    },
    fix: "none",
  },
  create({ semantics, report, explain }) {
    return {
      call_expression(call) {
        // Most calls are told apart by their last word, before any name is resolved.
        if (!call.function.text.endsWith("After") || semantics.calleeName(call) !== "time.After") return;
        const found = findTimerPerTurn(call, semantics);
        if (!found) {
          const message = "no loop goes on to make another timer before this one has fired";
          explain?.({ at: call, why: "harmless", message });
          return;
        }
        const { loop } = found;
        const path: ReportStep[] = [
          { at: firstWord(loop, "for"), message: "a turn of this loop begins" },
          { at: call, message: "it makes a timer, which the runtime keeps until it fires" },
        ];
        if (found.kind === "abandoned") {
          const { clause } = found;
          const at = firstWord(clause, clause.kind === "default_case" ? "default" : "case");
          path.push({ at, message: "this case may come first; the loop goes on, the timer stays" });
        }
        report({
          at: call,
          messageId: found.kind === "abandoned" ? "abandoned" : "renewed",
          data: { call: call.text.includes("\n") ? "time.After" : call.text },
          path,
          minor: found.kind === "fired" || !found.pilesUp,
        });
      },
    };
  },
});

function firstWord(node: SyntaxNode, word: string): ReportPlace {
  return { tree: node.tree, start: node.start, end: node.start + word.length };
}
