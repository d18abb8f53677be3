import { defineRule, enclosingFunction, findLoopingDefer, mayBeMemory, mayRunOften } from "#rule";
import type {
  DeferStatementNode,
  FunctionNode,
  LoopingDefer,
  ReportPlace,
  ReportStep,
  RuleContext,
} from "#rule";

export default defineRule({
  meta: {
    name: "defer-in-loop",
    aliases: ["deferinloop", "defer-loop", "go-defer-in-loop"],
    replaces: ["gocritic", "revive", "staticcheck", "SA5003", "SA9001"],
    summary: "Deferred calls pile up in a loop until the function returns",
    category: "resource",
    preset: "recommended",
    severity: "warning",
    precision: "high",
    cwe: ["CWE-404", "CWE-772"],
    since: "0.1.0",
    status: "stable",
    messages: {
      pilesUp: "each turn of the loop defers {{call}}: the calls pile up until {{function}} returns",
      locksItself:
        "each turn of the loop defers {{call}}, so the second one waits for a lock that the first one holds",
      neverRuns: "{{call}} is deferred in a loop and never runs: {{function}} never returns",
      runsLate: "{{call}} is deferred in a loop: it runs when {{function}} returns, not when the turn ends",
    },
    advice: {
      pilesUp: "Call it at the end of each turn, or move what a turn does into a function of its own.",
      locksItself: "Call it at the end of each turn, or move what a turn does into a function of its own.",
      neverRuns: "Call it at the end of each turn, or move what a turn does into a function of its own.",
      runsLate:
        "If it is to run when the turn ends, call it there, or move what a turn does into a function of its own.",
    },
    fix: "none",
  },
  create(context) {
    const { semantics, report } = context;
    return {
      defer_statement(statement) {
        const owner = enclosingFunction(statement);
        const found = owner && findLoopingDefer(statement, semantics);
        if (!found) return;
        report({
          at: statement,
          messageId: messageOf(found),
          data: { call: callText(statement), function: functionText(owner) },
          path: pathOf(statement, found, owner),
          minor: !doesHarm(found, owner, context),
        });
      },
    };
  },
});

/** Whether what piles up does harm, as far as can be told: what a function that runs once keeps for a while does none. */
function doesHarm(
  { end, isLasting, held, locked }: LoopingDefer,
  owner: FunctionNode,
  { semantics, file }: RuleContext,
): boolean {
  if (locked) return true;
  const holds = held !== undefined && !mayBeMemory(held, semantics);
  if (isLasting) return holds || end === "never";
  return holds && mayRunOften(owner.body ?? owner, semantics, file);
}

function messageOf({ end, held, locked }: LoopingDefer) {
  if (locked) return "locksItself";
  if (end !== "function") return "neverRuns";
  return held ? "pilesUp" : "runsLate";
}

function pathOf(
  statement: DeferStatementNode,
  { head, end, held, locked }: LoopingDefer,
  { tree, end: last }: FunctionNode,
): ReportStep[] {
  const steps: ReportStep[] = [{ at: headOf(head), message: "a turn begins here" }];
  if (held) steps.push({ at: held.call, message: "what is acquired here is not needed after the turn" });
  if (locked) steps.push({ at: locked, message: "it waits here until nobody has the lock" });
  steps.push({ at: statement, message: "what is deferred does not run when the turn ends" });
  if (end === "function")
    steps.push({ at: { tree, start: last - 1, end: last }, message: "it runs when the function is left" });
  return steps;
}

function headOf(head: LoopingDefer["head"]): ReportPlace {
  if (head.kind === "labeled_statement") return head.label;
  return { tree: head.tree, start: head.start, end: head.start + "for".length };
}

/** What is deferred, as messages show it: one line. */
function callText({ child }: DeferStatementNode): string {
  if (child.kind === "call_expression" && child.function.kind === "func_literal") return "a function literal";
  return child.text.length <= longestShown && !child.text.includes("\n") ? child.text : "a call";
}

const longestShown = 60;

function functionText(owner: FunctionNode): string {
  return owner.kind === "func_literal" ? "the function literal" : owner.name.text;
}
