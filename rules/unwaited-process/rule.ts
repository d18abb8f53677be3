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

/** Whether the function around a call waits for the command that it starts, on some way at least. */
function mentionsWait(call: CallExpressionNode): boolean {
  const command = call.function.kind === "selector_expression" ? call.function.operand.text : "";
  const { text } = enclosingFunction(call) ?? call;
  return text.includes(`${command}.Wait`) || text.includes(`${command}.Process.Wait`);
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
