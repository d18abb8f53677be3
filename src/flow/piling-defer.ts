import { enclosingFunction, withoutParentheses } from "../semantics/index.js";
import type { FileSemantics, GoObject } from "../semantics/index.js";
import { KindId } from "../syntax/index.js";
import type {
  CallExpressionNode,
  DeferStatementNode,
  Expression,
  ForStatementNode,
  SyntaxNode,
} from "../syntax/index.js";
import { reachableFrom } from "./cfg/index.js";
import { comesBack } from "./clear-way.js";
import { graphOf } from "./graph-of.js";
import type { IndexedGraph } from "./graph-of.js";
import { happensOnce } from "./happens-once.js";
import { outlivesTurn } from "./outlives-turn.js";
import { ownNodes } from "./own-nodes.js";
import { runsOncePerProcess } from "./process-lifetime.js";
import { turnsAround } from "./turn.js";
import type { Turn } from "./turn.js";
import { rootOf, turnValues } from "./turn-values.js";
import { isEnding, isWantedLater } from "./wanted-later.js";

/** A defer that is reached again and again: its calls pile up until the function is left. */
export interface PilingDefer {
  /** The loop, or the label that a `goto` goes back to. */
  readonly head: Turn["head"];
  /** Whether the function can be left at all once the defer has been reached. */
  readonly ends: boolean;
  /** Whether the text itself says that the loop has only a few turns. */
  readonly isShort: boolean;
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
  const turn = turnsAround(statement, graph).find((candidate) =>
    pilesUp(statement, candidate, graph, semantics),
  );
  if (!turn) return undefined;
  const isShort = hasFewTurns(turn, semantics);
  if (isShort && runsOncePerProcess(turn.head, semantics, packageName)) return undefined;
  return { head: turn.head, ends: canEnd(statement, graph), isShort };
}

function pilesUp(
  statement: DeferStatementNode,
  turn: Turn,
  graph: IndexedGraph,
  semantics: FileSemantics,
): boolean {
  if (happensOnce(statement, turn, semantics)) return false;
  const { fresh, hasElements } = turnValues(statement.child, turn, semantics);
  // The same call again and again, unless it is for some of the turns: it may well be meant to run once in the end.
  if (fresh.size === 0)
    return !hasElements && (isUnconditional(statement, turn) || unlocking.test(statement.text));
  if (isWantedLater(statement, fresh, turn, semantics)) return false;
  const isStop = (step: SyntaxNode) => !turn.contains(step) || endsIn(step, fresh, semantics);
  return comesBack(statement, graph, isStop) && !outlivesTurn(fresh, turn, statement, semantics);
}

const unlocking = /unlock\(\)$/i;

/** Whether every turn that comes to the end of its loop's body runs a statement, by all that nesting tells. */
function isUnconditional(statement: SyntaxNode, turn: Turn): boolean {
  for (let around = statement.parent; around && around !== turn.head; around = around.parent) {
    if (around.kind === "if_statement" || around.kind === "expression_case" || around.kind === "type_case")
      return false;
  }
  return true;
}

/** Whether a step calls what ends something that the turn has made, so that the deferred call finds nothing to do. */
function endsIn(step: SyntaxNode, fresh: ReadonlySet<GoObject>, semantics: FileSemantics): boolean {
  if (step.kind === "defer_statement") return false;
  const isFresh = (expression: SyntaxNode): boolean => {
    const root = rootOf(expression as Expression);
    const object = root.kind === "identifier" ? semantics.objectOf(root) : undefined;
    return object !== undefined && fresh.has(object);
  };
  return (ownNodes(step, KindId.call_expression) as CallExpressionNode[]).some((call) => {
    if (call.function.kind === "identifier" && isFresh(call.function)) return true;
    if (!isEnding(call)) return false;
    return isFresh(call.function) || call.arguments.children.some(isFresh);
  });
}

/** More turns than this are not few. */
const few = 16n;

/** Whether a loop has few turns, as far as the text says. */
function hasFewTurns({ loop }: Turn, semantics: FileSemantics): boolean {
  const turns = loop && turnsOf(loop, semantics);
  return turns !== undefined && turns <= few;
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
