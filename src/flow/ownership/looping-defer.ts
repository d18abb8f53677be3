import { responses } from "../../knowledge/index.js";
import { enclosingFunction, isFunction } from "../../semantics/index.js";
import type { FileSemantics, GoObject } from "../../semantics/index.js";
import type {
  CallExpressionNode,
  DeferStatementNode,
  ForStatementNode,
  LabeledStatementNode,
} from "../../syntax/index.js";
import { reachableFrom } from "../cfg/index.js";
import type { Block } from "../cfg/index.js";
import { lockHeldByTurn } from "../channels/held-lock.js";
import { fewTurnsReach } from "../lifetime/few-turns.js";
import { lastsUntilTold } from "../loops/lasting-loop.js";
import { loopsAround } from "../loops/loop-bound.js";
import { mayBeRepeated, turnsAround } from "../loops/turn.js";
import type { Turn } from "../loops/turn.js";
import { graphOf } from "../paths/graph-of.js";
import { sendsHead } from "../streams/head-request.js";
import { chainOf } from "./acquisition.js";
import type { Acquisition } from "./acquisition.js";
import { packageOwnership } from "./package-ownership.js";
import type { DeferredRelease } from "./package-ownership.js";

/** A `defer` in a loop: what it defers waits until the function is left, not until the turn ends. */
export interface LoopingDefer {
  /** The loop, or the label that a `goto` goes back to. */
  readonly head: ForStatementNode | LabeledStatementNode;
  /** Whether the function can be left afterwards: so that deferred calls run, only with the whole process, or not at all. */
  readonly end: "function" | "process" | "never";
  /** Whether the loop comes to the `defer` for as long as nobody tells it to end. */
  readonly isLasting: boolean;
  /** What each of possibly many turns acquires and has no use for when it ends, while only the deferred call releases it. */
  readonly held: Acquisition | undefined;
  /** The call by which each turn takes a lock that the turn before still has. */
  readonly locked: CallExpressionNode | undefined;
}

/** What there is to say of a `defer` if it is in a loop. Undefined for others, and for those that nothing leads to. */
export function findLoopingDefer(
  statement: DeferStatementNode,
  semantics: FileSemantics,
): LoopingDefer | undefined {
  const owner = mayBeRepeated(statement) ? enclosingFunction(statement) : undefined;
  const graph = owner && graphOf(owner, semantics);
  const place = graph?.steps.placeOf(statement);
  if (!graph || !place) return undefined;
  const turns = turnsAround(statement, graph);
  const head = turns[0]?.head ?? loopsAround(statement)[0];
  if (!head) return undefined;
  const loop = turns[0]?.loop;
  const isLasting = turns.some((turn) => turn.loop && lastsUntilTold(statement, turn.loop, graph));
  return {
    head,
    end: endAfter(place.block),
    isLasting,
    held: heldByTurns(statement, turns, isLasting, semantics),
    locked: loop && lockHeldByTurn(statement, loop, graph, semantics),
  };
}

/** How a function is left from a block on. */
function endAfter(block: Block): LoopingDefer["end"] {
  const exits = [block, ...reachableFrom(block)].flatMap(({ exit }) => exit ?? []);
  if (exits.length === 0) return "never";
  return exits.every(({ kind }) => kind === "process-end") ? "process" : "function";
}

/** What turn after turn acquires and leaves to the deferred call alone, where that may be many times. */
function heldByTurns(
  statement: DeferStatementNode,
  turns: readonly Turn[],
  isLasting: boolean,
  semantics: FileSemantics,
): Acquisition | undefined {
  const many = turns.filter(({ loop }) => isLasting || !loop || !fewTurnsReach(statement, loop, semantics));
  if (many.length === 0) return undefined;
  const ownership = packageOwnership(semantics.package);
  return ownership
    .deferredReleases(statement)
    .find(
      (release) =>
        !ownership.isEnded(release.acquisition) &&
        !isBodiless(release.acquisition, semantics) &&
        (isLasting || release.acquisition.kind.facts.keepable === undefined) &&
        many.some((turn) => isLeftToDefer(release, turn, semantics)),
    )?.acquisition;
}

/** Whether a response has no body, as the request asks for none. */
function isBodiless(acquisition: Acquisition, semantics: FileSemantics): boolean {
  if (acquisition.kind.facts !== responses) return false;
  return chainOf(acquisition).some(({ call }) => {
    const around = semantics.package.program.file(call.tree);
    return around !== undefined && sendsHead(call, around);
  });
}

/** Whether a resource that a turn acquires is out of use when the next turn begins, and still held. */
function isLeftToDefer(
  { acquisition: { call }, ends }: DeferredRelease,
  turn: Turn,
  semantics: FileSemantics,
): boolean {
  // Whoever else has got it may need it for longer than the turn.
  if (!turn.contains(call) || ends.some((end) => end.kind === "left")) return false;
  return ends.some(
    (end) =>
      end.kind === "overwritten" &&
      turn.contains(end.at) &&
      end.views.every(({ variable: { identifier } }) => identifier && turn.contains(identifier)) &&
      [end, ...end.views].every(({ variable }) => !isUsedBeside(variable, turn, semantics)),
  );
}

/** Whether code that need not be over when a turn ends uses a variable: a goroutine, a function that is called elsewhere. */
function isUsedBeside(variable: GoObject, turn: Turn, semantics: FileSemantics): boolean {
  return semantics.bindings.identifiersOf(variable).some((mention) => {
    if (!turn.contains(mention)) return false;
    for (let around = mention.parent; around && around !== turn.head; around = around.parent) {
      if (around.kind === "defer_statement") return false;
      if (around.kind === "go_statement") return true;
      if (isFunction(around) && around.parent?.kind !== "call_expression") return true;
    }
    return false;
  });
}
