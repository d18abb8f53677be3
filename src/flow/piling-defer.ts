import { enclosingFunction, isFunction, withoutParentheses } from "../semantics/index.js";
import type { FileSemantics } from "../semantics/index.js";
import { KindId } from "../syntax/index.js";
import type {
  AssignmentStatementNode,
  DeferStatementNode,
  ForStatementNode,
  IncStatementNode,
  SyntaxNode,
} from "../syntax/index.js";
import { reachableFrom } from "./cfg/index.js";
import { graphOf } from "./graph-of.js";
import type { IndexedGraph } from "./graph-of.js";
import { outlivesTurn } from "./outlives-turn.js";
import { ownNodes } from "./own-nodes.js";
import { runsOncePerProcess } from "./process-lifetime.js";
import { turnsAround } from "./turn.js";
import type { Turn } from "./turn.js";
import { turnValues } from "./turn-values.js";

/** A defer that is reached again and again: its calls pile up until the function is left. */
export interface PilingDefer {
  /** The loop, or the label that a `goto` goes back to. */
  readonly head: Turn["head"];
  /** Whether the function can be left at all once the defer has been reached. */
  readonly ends: boolean;
}

/**
 * Whether the calls of a defer pile up although each could have run at the end of its turn. Undefined where the defer is
 * reached once at most, and where what it ends is wanted beyond the turn or was there before the loop.
 */
export function findPilingDefer(
  statement: DeferStatementNode,
  semantics: FileSemantics,
  packageName: string,
): PilingDefer | undefined {
  const owner = enclosingFunction(statement);
  const graph = owner && graphOf(owner, semantics);
  if (!graph) return undefined;
  const turn = turnsAround(statement, graph).find((candidate) => pilesUp(statement, candidate, semantics));
  if (!turn || isShort(turn, semantics, packageName)) return undefined;
  return { head: turn.head, ends: canEnd(statement, graph) };
}

function pilesUp(statement: DeferStatementNode, turn: Turn, semantics: FileSemantics): boolean {
  if (happensOnce(statement, turn, semantics)) return false;
  const { fresh, hasElements } = turnValues(statement.child, turn, semantics);
  if (fresh.size === 0) return !hasElements;
  if (isUnlocking(statement) && isFollowed(turn)) return false;
  return !outlivesTurn(fresh, turn, statement, semantics);
}

/** Whether an `if` lets the defer be reached in one turn only: what it asks about is changed along with it. */
function happensOnce(statement: SyntaxNode, turn: Turn, semantics: FileSemantics): boolean {
  for (let around = statement.parent; around && turn.contains(around); around = around.parent) {
    if (isFunction(around)) return false;
    if (around.kind !== "if_statement" || !around.consequence.contains(statement)) continue;
    const condition = around.condition.text;
    const changed = changedIn(around.consequence, turn, semantics);
    if (changed.some((name) => new RegExp(`\\b${name}\\b`, "u").test(condition))) return true;
  }
  return false;
}

/** The names of variables from before the loop that code gives another value. */
function changedIn(code: SyntaxNode, turn: Turn, semantics: FileSemantics): readonly string[] {
  const assignments = ownNodes(code, KindId.assignment_statement) as AssignmentStatementNode[];
  const steps = ownNodes(code, KindId.inc_statement) as IncStatementNode[];
  const targets = [...assignments.flatMap(({ left }) => left.children), ...steps.map(({ child }) => child)];
  return targets.flatMap((target) => {
    const name = withoutParentheses(target);
    const variable = name.kind === "identifier" ? semantics.objectOf(name) : undefined;
    const isOuter = variable?.identifier && !turn.contains(variable.identifier);
    return isOuter ? [variable.name] : [];
  });
}

/** Locks are most often taken in a loop to be held together by what follows it. */
function isUnlocking({ child }: DeferStatementNode): boolean {
  return /unlock|release/i.test(child.text);
}

function isFollowed({ head }: Turn): boolean {
  const statement = head.parent?.kind === "labeled_statement" ? head.parent : head;
  const list = statement.parent;
  if (list?.kind !== "statement_list") return false;
  const next = list.allChildren[list.allChildren.indexOf(statement) + 1];
  return next !== undefined && next.kind !== "return_statement";
}

/** More turns than this are not few. */
const few = 16n;

/** Whether a loop has few turns, and the process runs it once. */
function isShort({ loop }: Turn, semantics: FileSemantics, packageName: string): boolean {
  const turns = loop && turnsOf(loop, semantics);
  return (
    turns !== undefined && turns <= few && runsOncePerProcess(loop as SyntaxNode, semantics, packageName)
  );
}

/** How many turns a loop has at most, where the text says so. */
function turnsOf({ child: control }: ForStatementNode, semantics: FileSemantics): bigint | undefined {
  const { constants, members } = semantics.package.program.types;
  if (control?.kind === "range_clause") {
    const over = withoutParentheses(control.right);
    if (over.kind === "composite_literal") return BigInt(over.body.children.length);
    const type = members.underlying(semantics.typeOf(over));
    return type.kind === "array" ? type.length : constants.integer(over);
  }
  const condition = control?.kind === "for_clause" ? control.condition : undefined;
  if (condition?.kind !== "binary_expression" || !/^<=?$/.test(condition.operator)) return undefined;
  return constants.integer(condition.right);
}

/** Whether deferred calls run at some time after a statement. They do not when the process ends. */
function canEnd(statement: SyntaxNode, { steps }: IndexedGraph): boolean {
  const place = steps.placeOf(statement);
  if (!place) return true;
  return [...reachableFrom(place.block)].some(({ exit }) => exit && exit.kind !== "process-end");
}
