import {
  accessPath,
  defineResourceRule,
  destinationOf,
  enclosingFunction,
  facts,
  setsField,
  withoutParentheses,
} from "#rule";
import type { AccessPath, CallExpressionNode, Expression, FileSemantics, GoObject, SyntaxNode } from "#rule";

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
  holdsNothing: (call, semantics) =>
    !asks(waits, call, semantics) && (isDetached(call, semantics) || isOfOthers(call, semantics)),
  mayBeMeant: (call, semantics) =>
    asks(attentions, call, semantics) || endsWithContext(call, semantics)
      ? undefined
      : "Nothing but its start is asked of it: it may be meant to go on by itself.",
});

const waits = ["Wait", "Process.Wait"];

/** Methods of a command, or of a process, by which somebody shows that its life matters here. */
const attentions = [
  ...waits,
  "Kill",
  "Process.Kill",
  "Process.Signal",
  "Signal",
  "StderrPipe",
  "StdinPipe",
  "StdoutPipe",
];

/** Whether the function around a call names one of some methods of the command or process that it starts, on some way at least. */
function asks(methods: readonly string[], call: CallExpressionNode, semantics: FileSemantics): boolean {
  const path = startedBy(call, semantics);
  if (!path) return false;
  const asked = new Set(methods.map((method) => `${path.fields}.${method}`));
  return semantics.bindings.identifiersOf(path.root).some((mention) => {
    if (enclosingFunction(call)?.contains(mention) !== true) return false;
    const reached = accessPath(selectionFrom(mention), semantics);
    return reached !== undefined && asked.has(reached.fields);
  });
}

/** Whether the command that a call starts is killed when a context is done. */
function endsWithContext(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const declaration = startedBy(call, semantics)?.root.declaration;
  if (declaration?.kind !== "short_var_declaration") return false;
  const made = declaration.right.children[0];
  return made?.kind === "call_expression" && semantics.calleeName(made) === "os/exec.CommandContext";
}

/** Where the command is that a call starts, or the process that it gives. */
function startedBy(call: CallExpressionNode, semantics: FileSemantics): AccessPath | undefined {
  if (semantics.calleeName(call) !== "os/exec.(*Cmd).Start") {
    const destination = destinationOf(call, 0, semantics);
    return destination.kind === "variable" ? { root: destination.variable, fields: "" } : undefined;
  }
  const command = call.function.kind === "selector_expression" ? call.function.operand : undefined;
  return command && accessPath(command, semantics);
}

/** The longest selection that begins with a variable: `s.cmd.Process.Wait` of `s`. */
function selectionFrom(mention: SyntaxNode): Expression {
  let outer = mention;
  while (outer.parent?.kind === "selector_expression" || outer.parent?.kind === "parenthesized_expression")
    outer = outer.parent;
  return outer as Expression;
}

/**
 * Whether a process is meant to go its own way: it is detached from its parent, or all that is wanted to be known of it is
 * whether it has started.
 */
function isDetached(call: CallExpressionNode, semantics: FileSemantics): boolean {
  if (call.parent?.parent?.kind === "return_statement") return true;
  return setsField(enclosingFunction(call) ?? call, facts.detachingFields, semantics);
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
