import {
  KindId,
  defineResourceRule,
  enclosingFunction,
  enclosingLoop,
  facts,
  importsOf,
  ownNodes,
} from "#rule";
import type { CallExpressionNode, FileSemantics, SyntaxNode } from "#rule";

export default defineResourceRule({
  meta: {
    name: "unstopped-signal-notify",
    summary: "Channel keeps receiving signals after its function has ended",
    category: "goroutine",
    preset: "strict",
    severity: "warning",
    precision: "high",
    cwe: ["CWE-772"],
    since: "0.1.0",
    status: "stable",
    fix: "suggestion",
  },
  holdsNothing: (call, semantics) => belongsToCommand(call, semantics) || isUndone(call, semantics),
  resources: [facts.signalChannels],
  words: { acquires: "registers", acquired: "registered", released: "unregistered", release: "unregister" },
});

/** A command waits for signals until its end, in whatever function it does so: only in a loop do its channels add up. */
function belongsToCommand(call: CallExpressionNode, semantics: FileSemantics): boolean {
  if (enclosingLoop(call)) return false;
  const clause = call.tree.root.children.find((child) => child.kind === "package_clause");
  return clause?.child.text === "main" || importsFramework(semantics);
}

function importsFramework({ package: { trees } }: FileSemantics): boolean {
  return trees.some((tree) => importsOf(tree).some(({ path }) => facts.commandFrameworks.has(path)));
}

/** Whether the function resets signals: with the registrations of a signal go the channels that get no other. */
function isUndone(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const owner = enclosingFunction(call);
  return owner !== undefined && resetsIn(owner, semantics);
}

function resetsIn(code: SyntaxNode, semantics: FileSemantics): boolean {
  const calls = ownNodes(code, KindId.call_expression) as CallExpressionNode[];
  return (
    calls.some((call) => facts.signalResets.has(semantics.calleeName(call) ?? "")) ||
    ownNodes(code, KindId.func_literal).some((literal) => resetsIn(literal, semantics))
  );
}
