import { defineRule, findGrowingContexts, isCounted, wrapsContext } from "#rule";
import type { AssignmentStatementNode, FileSemantics, Fix, GrowingContext, SyntaxNode } from "#rule";

export default defineRule({
  meta: {
    name: "growing-context",
    aliases: ["fat-context"],
    replaces: ["fatcontext"],
    summary: "Context is wrapped again in every turn and becomes a longer chain",
    category: "context",
    preset: "strict",
    severity: "warning",
    precision: "high",
    cwe: ["CWE-401", "CWE-770"],
    since: "0.1.0",
    status: "stable",
    messages: {
      loop: "each turn of the loop wraps {{context}} once more: the chain of contexts grows",
      once: "the loop puts a context around {{context}} and in its place: it is left in its first turn, and another turn would make the chain longer",
      literal: "each call of the function literal wraps {{context}} once more: the chain of contexts grows",
    },
    advice: {
      loop: "Give the wrapped context a variable of its own, declared in the loop.",
      once: "Declare the wrapped context in the loop, or write the one turn without a loop.",
      literal: "Give the wrapped context a variable of its own, declared in the function literal.",
    },
    fix: "suggestion",
  },
  create({ semantics, report, explain }) {
    const reported = new Set<string>();
    return {
      assignment_statement(assignment) {
        const found = findGrowingContexts(assignment, semantics);
        if (explain && found.length === 0 && wrapsContext(assignment, semantics)) {
          const message = "the context is wrapped once, or begins anew before it is wrapped again";
          explain({ at: assignment, why: "harmless", message });
        }
        for (const growing of found) {
          const { call, target, repeated, isOnce } = growing;
          // A second wrapping in the same turn says nothing new.
          const key = `${String(repeated.id)} ${target.text}`;
          if (reported.has(key)) continue;
          reported.add(key);
          const isLoop = repeated.kind === "for_statement";
          const context = target.text;
          report({
            at: call,
            messageId: isOnce ? "once" : isLoop ? "loop" : "literal",
            minor: isOnce || isShort(repeated, semantics),
            data: { context },
            path: [
              {
                at: { tree: repeated.tree, start: repeated.start, end: repeated.start + (isLoop ? 3 : 4) },
                message: isLoop
                  ? `a turn of this loop begins${isOnce ? ", the only one" : ""}`
                  : "this function literal may be called again and again",
              },
              { at: call, message: `a new context, with all that ${context} has been so far as its parent` },
              {
                at: assignment,
                message: `it takes the place of ${context}: ${isOnce ? "another turn would start" : "the next time starts"} from here`,
              },
            ],
            fixes: ownVariable(assignment, growing, semantics),
          });
        }
      },
    };
  },
});

/** Whether the chain has no more links than a loop that counts or goes through a collection has turns. */
function isShort(repeated: GrowingContext["repeated"], semantics: FileSemantics): boolean {
  return repeated.kind === "for_statement" && isCounted(repeated, semantics);
}

/** `ctx := …` instead of `ctx = …`, where the rest of the block uses what it declares. */
function ownVariable(
  assignment: AssignmentStatementNode,
  { target, repeated }: GrowingContext,
  semantics: FileSemantics,
): Fix[] {
  const list = assignment.parent;
  if (
    target.kind !== "identifier" ||
    assignment.left.children.length !== 1 ||
    list?.kind !== "statement_list"
  )
    return [];
  if (list.parent !== repeated.body || !isMentionedAfter(assignment, target, semantics)) return [];
  const at = assignment.tree.text.indexOf("=", assignment.left.end);
  return [
    {
      kind: "suggestion",
      message: `declare \`${target.text} :=\` anew`,
      edits: [{ start: at, end: at, text: ":" }],
    },
  ];
}

/** Whether what follows in the same block mentions a variable: else a new one would be declared and not used. */
function isMentionedAfter(
  assignment: AssignmentStatementNode,
  target: SyntaxNode,
  semantics: FileSemantics,
): boolean {
  const variable = semantics.objectOf(target);
  const block = assignment.parent;
  if (!variable || !block) return false;
  return semantics.bindings
    .identifiersOf(variable)
    .some((mention) => mention.start >= assignment.end && block.contains(mention));
}
