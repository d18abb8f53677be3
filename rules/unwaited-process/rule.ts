import { defineResourceRule, enclosingFunction, facts, withoutParentheses } from "#rule";
import type { CallExpressionNode, FileSemantics, GoObject } from "#rule";

export default defineResourceRule({
  meta: {
    name: "unwaited-process",
    aliases: ["zombie-process", "missing-wait"],
    summary: "Started process is never waited for",
    category: "resource",
    preset: "recommended",
    severity: "error",
    precision: "high",
    cwe: ["CWE-772"],
    since: "0.1.0",
    status: "stable",
    fix: "suggestion",
  },
  resources: [facts.commands, facts.processes],
  words: { acquires: "starts", acquired: "started", released: "waited for", release: "wait for" },
  holdsNothing: (call, semantics) => !mentionsWait(call) && (isDetached(call) || isOfOthers(call, semantics)),
});

/** Whether the function around a call waits for anything at all. */
function mentionsWait(call: CallExpressionNode): boolean {
  return /\.Wait\b/.test(enclosingFunction(call)?.text ?? "");
}

/**
 * Whether a process is meant to go its own way: it is detached from the group or the desktop of its parent, it takes
 * over the open files of its parent, or all that is wanted to be known of it is whether it has started.
 */
function isDetached(call: CallExpressionNode): boolean {
  if (call.parent?.parent?.kind === "return_statement") return true;
  return /\b(?:CreationFlags|ExtraFiles|Noctty|ParentProcess|Setctty|Setpgid|Setsid)\b/.test(
    enclosingFunction(call)?.text ?? "",
  );
}

/** Whether a command was made elsewhere: whoever made it may wait for it. */
function isOfOthers({ function: called }: CallExpressionNode, semantics: FileSemantics): boolean {
  const operand = called.kind === "selector_expression" ? withoutParentheses(called.operand) : undefined;
  const command = operand?.kind === "identifier" ? semantics.objectOf(operand) : undefined;
  return command !== undefined && (isParameter(command) || isSelected(command));
}

function isParameter({ declaration }: GoObject): boolean {
  return declaration?.kind === "parameter_declaration";
}

/** `cmd := session.cmd` */
function isSelected({ declaration }: GoObject): boolean {
  return (
    declaration?.kind === "short_var_declaration" &&
    declaration.right.children[0]?.kind === "selector_expression"
  );
}
