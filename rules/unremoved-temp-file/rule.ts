import { defineResourceRule, destinationOf, facts } from "#rule";
import type { CallExpressionNode, Expression, FileSemantics } from "#rule";

export default defineResourceRule({
  meta: {
    name: "unremoved-temp-file",
    aliases: ["leftover-temp-file"],
    summary: "Temporary file or directory is never removed",
    category: "resource",
    preset: "strict",
    severity: "warning",
    precision: "high",
    cwe: ["CWE-459"],
    since: "0.1.0",
    status: "stable",
    fix: "suggestion",
  },
  resources: [facts.temporaryFiles, facts.temporaryDirectories],
  words: { acquires: "makes", acquired: "made", released: "removed", release: "remove" },
  holdsNothing: (call, semantics) => isInOwnDirectory(call, semantics) || isShown(call, semantics),
});

/** Whether it lies in a directory of somebody's choosing, and may be removed with it. */
function isInOwnDirectory(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const directory = call.arguments.children[0] as Expression | undefined;
  switch (directory?.kind) {
    case "identifier":
      return semantics.objectOf(directory)?.kind === "variable";
    case "selector_expression":
      return semantics.constantText(directory) === undefined;
    case "call_expression":
      return !facts.sharedDirectories.has(semantics.calleeName(directory) ?? "");
    default:
      return false;
  }
}

/** Whether the program says where it is: then it is made for the user, who removes it when he likes. */
function isShown(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const destination = destinationOf(call, 0, semantics);
  if (destination.kind !== "variable") return false;
  return semantics.bindings.identifiersOf(destination.variable).some((mention) => {
    const around = mention.parent?.kind === "argument_list" ? mention.parent.parent : undefined;
    return around?.kind === "call_expression" && facts.announcers.has(semantics.calleeName(around) ?? "");
  });
}
