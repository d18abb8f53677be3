import {
  acquiringCallOf,
  defineRule,
  enclosingFunction,
  enclosingLoop,
  findPilingDefer,
  holdsSomething,
  lastWord,
  mayRunOften,
} from "#rule";
import type {
  DeferStatementNode,
  FileSemantics,
  FunctionNode,
  PilingDefer,
  ReportPlace,
  ReportStep,
  Silence,
  SyntaxNode,
} from "#rule";

export default defineRule({
  meta: {
    name: "defer-in-loop",
    aliases: ["deferinloop", "defer-loop", "go-defer-in-loop"],
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
      neverRuns:
        "each turn of the loop defers {{call}}, and none of the calls ever runs: {{function}} never returns",
    },
    advice: {
      pilesUp: "Call it at the end of each turn, or move what a turn does into a function of its own.",
      neverRuns: "Call it at the end of each turn, or move what a turn does into a function of its own.",
    },
    fix: "none",
  },
  create({ semantics, file, report, explain }) {
    return {
      defer_statement(statement) {
        const found = findPilingDefer(statement, semantics, file.packageName);
        const owner = enclosingFunction(statement);
        if (!found || !owner) {
          if (explain && enclosingLoop(statement)) explain(silenceOf(statement));
          return;
        }
        report({
          at: statement,
          messageId: found.ends ? "pilesUp" : "neverRuns",
          data: { call: callText(statement), function: functionText(owner) },
          path: pathOf(statement, found, owner),
          minor:
            found.isShort ||
            !releasesKnown(statement, semantics) ||
            !mayRunOften(enclosing(owner), semantics, file),
        });
      },
    };
  },
});

/** Why nothing is said of a defer in a loop. */
function silenceOf(statement: DeferStatementNode): Silence {
  const message =
    "the calls do not pile up: no other turn follows, there are only a few, or what it ends is wanted until the function returns";
  return { at: statement, why: "harmless", message };
}

/** Whether what is deferred unlocks something, or releases what a function that is known to acquire has given in the same turn. */
function releasesKnown({ child }: DeferStatementNode, semantics: FileSemantics): boolean {
  if (child.kind !== "call_expression") return false;
  if (lastWord(child).endsWith("Unlock")) return true;
  const acquiring = acquiringCallOf(child, semantics);
  return acquiring !== undefined && holdsSomething(acquiring, semantics);
}

/** The loop piles up what it will, so only how often its function runs tells whether that matters. */
function enclosing(owner: FunctionNode): SyntaxNode {
  return owner.body ?? owner;
}

function pathOf(
  statement: DeferStatementNode,
  { head, ends }: PilingDefer,
  owner: FunctionNode,
): ReportStep[] {
  const { end } = owner;
  return [
    { at: headOf(head), message: "a turn begins here" },
    { at: statement, message: "it adds another call to those that are deferred" },
    ...(ends
      ? [
          {
            at: { tree: owner.tree, start: end - 1, end },
            message: "they all run when the function is left, not before",
          },
        ]
      : []),
  ];
}

function headOf(head: PilingDefer["head"]): ReportPlace {
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
