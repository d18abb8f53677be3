import { defineResourceRule, enclosingLoop, facts } from "#rule";
import type { CallExpressionNode, FileSemantics } from "#rule";

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
  holdsNothing: belongsToCommand,
  resources: [facts.signalChannels],
  words: { acquires: "registers", acquired: "registered", released: "unregistered", release: "unregister" },
});

/** Folders that hold commands by custom. */
const commandFolders = /(?:^|\/)(?:cli|cmd|commands?)(?:\/|$)/;

/** A command waits for signals until its end, in whatever function it does so: only in a loop do its channels add up. */
function belongsToCommand(call: CallExpressionNode, semantics: FileSemantics): boolean {
  if (enclosingLoop(call)) return false;
  const clause = call.tree.root.children.find((child) => child.kind === "package_clause");
  return clause?.child.text === "main" || commandFolders.test(semantics.package.source.path ?? "");
}
