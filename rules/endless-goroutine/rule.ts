import { defineRule, expectedEnd, findEndlessLoop, runsBoundedTimes, waysOut } from "#rule";
import type {
  CallExpressionNode,
  EndlessLoop,
  ExpectedEnd,
  FileSemantics,
  FunctionNode,
  GoStatementNode,
  ReportPlace,
  RuleContext,
  Silence,
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
        const expected =
          endless && !runsBoundedTimes(statement, semantics, file.packageName)
            ? expectedEnd(statement, semantics)
            : undefined;
        if (!endless || !expected) {
          context.explain?.(silenceOf(statement, call, endless, context));
          return;
        }
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

/** Why nothing is said of a goroutine. */
function silenceOf(
  statement: GoStatementNode,
  call: CallExpressionNode,
  endless: EndlessLoop | undefined,
  { semantics, file }: RuleContext,
): Silence {
  const at = firstWord(statement, "go");
  const started = startedFunctions(call, semantics);
  if (started.length === 0)
    return { at, why: "unknown", message: "what this goroutine runs is not in this package, or not known" };
  if (!endless) {
    const exits = started.flatMap((body) => waysOut(body, semantics.package.file(body.tree)));
    return {
      at,
      why: "released",
      message: "the goroutine can end: it has no loop without a condition or a way out",
      shownBy: exits.map(({ exit }) => ({ at: exit, message: "a way out of its loop" })),
    };
  }
  const shownBy = [{ at: firstWord(endless.loop, "for"), message: "this loop has no way out" }];
  return runsBoundedTimes(statement, semantics, file.packageName)
    ? {
        at,
        why: "process-lifetime",
        message: "the goroutine never ends, and is started a few times in the life of the process",
        shownBy,
      }
    : {
        at,
        why: "harmless",
        message: "the goroutine never ends, and nothing shows that it ought to end before the process does",
        shownBy,
      };
}

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
