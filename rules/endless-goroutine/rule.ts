import { defineRule, expectedEnd, findEndlessLoop, runsBoundedTimes } from "#rule";
import type {
  CallExpressionNode,
  EndlessLoop,
  ExpectedEnd,
  FileSemantics,
  FunctionNode,
  ReportPlace,
  SyntaxNode,
} from "#rule";

export default defineRule({
  meta: {
    name: "endless-goroutine",
    aliases: ["goroutine-without-ctx"],
    summary: "Goroutine can never end",
    category: "goroutine",
    preset: "recommended",
    severity: "warning",
    precision: "high",
    cwe: ["CWE-772", "CWE-835"],
    since: "0.1.0",
    status: "stable",
    messages: {
      noExit: "the goroutine started here can never end: its loop has no way out",
      tickerRange:
        "the goroutine started here can never end: nothing closes the ticker's channel, not even Stop",
    },
    advice: {
      noExit: "Give the loop an exit: select on ctx.Done() or a stop channel beside the work, and return.",
      tickerRange:
        "Select on the ticker's channel and on ctx.Done() or a stop channel, and return on the latter.",
    },
    fix: "none",
  },
  create(context) {
    const { semantics, file } = context;
    return {
      go_statement(statement) {
        const call = statement.child;
        if (call.kind !== "call_expression") return;
        const endless = endlessLoopOf(call, semantics);
        if (!endless || runsBoundedTimes(statement, semantics, file.packageName)) return;
        const expected = expectedEnd(statement, semantics);
        if (!expected) return;
        const started = firstWord(statement, "go");
        context.report({
          // A literal's body does not belong to the expression that starts it.
          at: call.function.kind === "func_literal" ? started : statement,
          messageId: endless.reason === "no-condition" ? "noExit" : "tickerRange",
          path: [
            { at: expected.at, message: reasonToEnd(expected) },
            { at: started, message: "the goroutine starts here" },
            {
              at: firstWord(endless.loop, "for"),
              message: "it enters this loop, which no return, break, panic or exit leaves",
            },
          ],
        });
      },
    };
  },
});

function reasonToEnd(expected: ExpectedEnd): string {
  switch (expected.kind) {
    case "loop":
      return "every turn of this loop starts another goroutine";
    case "scope":
      return `what this ${expected.type} stands for ends, the goroutine goes on`;
    case "instance":
      return `each call makes another ${expected.variable} with a goroutine of its own, which outlives it`;
    case "owner":
      return `${expected.type} can be ended by ${expected.method}, which does not end the goroutine`;
  }
}

function firstWord(node: SyntaxNode, word: string): ReportPlace {
  return { tree: node.tree, start: node.start, end: node.start + word.length };
}

/** The loop that keeps a started function from ending, whichever build variant of it runs. */
function endlessLoopOf(call: CallExpressionNode, semantics: FileSemantics): EndlessLoop | undefined {
  const loops = startedFunctions(call, semantics).map((started) =>
    findEndlessLoop(started, semantics.package.file(started.tree)),
  );
  return loops.every((loop) => loop !== undefined) ? loops[0] : undefined;
}

function startedFunctions(call: CallExpressionNode, semantics: FileSemantics): readonly FunctionNode[] {
  const callee = semantics.callee(call);
  if (callee?.kind === "literal") return [callee.literal];
  return callee?.kind === "declared" ? callee.declarations : [];
}
