import type { Fix } from "../diagnostic/index.js";
import { isRepeated } from "../flow/index.js";
import type { Leak } from "../flow/index.js";
import { enclosingFunction } from "../semantics/index.js";
import type { FileSemantics, FunctionNode } from "../semantics/index.js";
import { KindId } from "../syntax/index.js";
import type { Expression, SyntaxNode } from "../syntax/index.js";
import type { FreshNames } from "./fresh-names.js";
import { insertedLine } from "./insert-statement.js";
import { contextUse, isTopLevelStatement, statementOf, targetsOf } from "./release-fix.js";
import { alignedComments } from "./trailing-comments.js";

/**
 * `ctx, cancel := …` and `defer cancel()` for `ctx, _ := …`. Safe where nothing of the context is in use after the function;
 * nothing where something is, or where the variable beside the blank is of an outer block and `:=` would declare another.
 */
export function keptFunction(
  { acquisition: { call, kind, position } }: Extract<Leak, { how: "discarded" }>,
  names: FreshNames,
  semantics: FileSemantics,
): Fix[] {
  const { facts } = kind;
  const owner = enclosingFunction(call);
  const statement = statementOf(call);
  const targets = targetsOf(call);
  const blank = typeof position === "number" ? targets[position] : undefined;
  if (!facts.endsWith || !owner || blank?.text !== "_" || isRepeated(call, semantics)) return [];
  if (statement.parent?.kind !== "statement_list" || jumps(owner)) return [];
  const others = targets.filter((target) => target.text !== "_");
  const isAssignment = statement.kind === "assignment_statement";
  if (isAssignment && !others.every((target) => isOfBlock(target, statement, owner, semantics))) return [];
  const later = contextUse(call, facts.endsWith.result, owner, semantics);
  const name = names.next("cancel", call);
  const release = `defer ${kind.releaseOf(name)}`;
  const line = later === "yes" ? undefined : insertedLine(statement, release);
  if (!line) return [];
  const { tree, end } = targets.at(-1) as Expression;
  const equals = tree.text.indexOf("=", end);
  const isSafe = later === "no" && kind.facts.release.deferrable === true && isTopLevelStatement(statement);
  return [
    {
      kind: isSafe ? "safe" : "suggestion",
      message: `name it \`${name}\` and add \`${release}\``,
      edits: [
        { start: blank.start, end: blank.end, text: name },
        ...(isAssignment ? [{ start: equals, end: equals, text: ":" }] : []),
        ...alignedComments(statement, {
          growth: name.length - 1 + Number(isAssignment),
          isFollowed: true,
        }),
        line,
      ],
    },
  ];
}

/** Whether a variable is declared in the very block of a statement, so that `:=` assigns to it: parameters belong to the body. */
function isOfBlock(
  target: Expression,
  statement: SyntaxNode,
  owner: FunctionNode,
  semantics: FileSemantics,
): boolean {
  const declaration = target.kind === "identifier" ? semantics.objectOf(target)?.declaration : undefined;
  if (!declaration || enclosingFunction(declaration) !== owner) return false;
  return declaration.kind === "parameter_declaration"
    ? isTopLevelStatement(statement)
    : statementOf(declaration).parent === statement.parent;
}

/** Whether a function has a `goto`, which may not jump over the declaration of a variable. */
function jumps(owner: FunctionNode): boolean {
  const { kinds, subtreeEnds } = owner.tree.arena;
  for (let id = owner.id; id < (subtreeEnds[owner.id] as number); id++)
    if (kinds[id] === KindId.goto_statement) return true;
  return false;
}
