import { defineRule, enclosingFunction, findPilingDefer, mayRunOften } from "#rule";
import type {
  DeferStatementNode,
  FileSemantics,
  FunctionNode,
  PilingDefer,
  ReportPlace,
  ReportStep,
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
  create({ semantics, file, report }) {
    return {
      defer_statement(statement) {
        const found = findPilingDefer(statement, semantics, file.packageName);
        const owner = enclosingFunction(statement);
        if (!found || !owner) return;
        report({
          at: statement,
          messageId: found.ends ? "pilesUp" : "neverRuns",
          data: { call: callText(statement), function: functionText(owner) },
          path: pathOf(statement, found, owner),
          minor:
            found.isShort ||
            endsByItself(statement, semantics) ||
            !mayRunOften(enclosing(owner), semantics, file),
        });
      },
    };
  },
});

/** Whether all that is deferred is to cancel contexts that have a deadline. */
function endsByItself({ child }: DeferStatementNode, semantics: FileSemantics): boolean {
  const called = child.kind === "call_expression" ? child.function : undefined;
  const cancel = called?.kind === "identifier" ? semantics.objectOf(called) : undefined;
  const value =
    cancel?.declaration?.kind === "short_var_declaration" ? cancel.declaration.right.children[0] : undefined;
  return (
    value?.kind === "call_expression" &&
    /^context\.With(?:Deadline|Timeout)(?:Cause)?$/.test(semantics.calleeName(value) ?? "")
  );
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
