import type { FileSemantics, FunctionNode, GoObject } from "../../semantics/index.js";
import type { ReturnStatementNode, SyntaxNode } from "../../syntax/index.js";
import { mayFail, resultNames } from "../calls/results.js";
import { communicationOf } from "../cfg/index.js";
import type { Assumption, Block, Exit } from "../cfg/index.js";
import { waitsForNil } from "../channels/nil-channel.js";
import { failedCall } from "../errors/failed-call.js";
import { outermostParentheses } from "../nodes/parentheses.js";
import { localVariable, targetOf } from "../values/assigned-variable.js";
import { asksWhetherDone, isDoneOn } from "./bound/done-context.js";
import type { Asked } from "./bound/done-context.js";
import type { Answers } from "./conditions/answers.js";
import { isNoneOfAll } from "./conditions/exhaustive-switch.js";
import { expectedFailure } from "./conditions/expected-failure.js";
import { isPastGuardedRelease } from "./conditions/guarded-release.js";
import { turnsAfter } from "./conditions/loop-turns.js";
import { isSomethingElse } from "./conditions/new-value.js";
import { refine } from "./conditions/refine.js";
import { isSuccess, successToldBy, withoutWitness, withWitness } from "./conditions/witnesses.js";
import type { Drain, Effect } from "./effect.js";
import type { FunctionFlow } from "./function-flow.js";
import { usePart, viewPart } from "./holder.js";
import type { Holder } from "./holder.js";
import { earlierEffects } from "./mentions/earlier-mentions.js";
import type { MentionEffects } from "./mentions/mention.js";
import { lossBeside } from "./path-end.js";
import type { EmptyEnd, Leaving, PathEnd, PathPoint } from "./path-end.js";
import { StateKeys, withHolder, withoutVariable } from "./path-state.js";
import type { PathState } from "./path-state.js";

/** Where a resource is live. */
export interface LivePoint {
  readonly block: Block;
  /** Index of the next step. */
  readonly position: number;
  readonly state: PathState;
  /** What is known of conditions besides: on each of the ways there, one of these. */
  readonly known?: readonly Answers[];
  /** The call that has acquired it. */
  readonly origin?: SyntaxNode;
  /** Whether that call has made it, so that nobody else has had it before. */
  readonly isNew?: boolean;
}

export interface SearchResult {
  /** Whether some code that runs beside the function releases it on some of its paths. */
  readonly isPartlyReleased: boolean;
  /** Each with the shortest path to it. */
  readonly ends: readonly PathEnd[];
  readonly emptyEnds: readonly EmptyEnd[];
  /** Whether the search has seen all paths; else it ran out of budget. */
  readonly isComplete: boolean;
}

/** Points of paths that one search looks at before it gives up; in ordinary functions it is a few dozen. */
const searchBudget = 4000;

/** Points that all searches in one function look at: one with a thousand resources has a thousand searches. */
const functionBudget = 50_000;

interface Point extends LivePoint, PathPoint {}

/** Follows a live resource along all paths of a function, breadth first, until each has released it or lost it. */
export class PathSearch {
  readonly #flow: FunctionFlow;
  readonly #effects: MentionEffects;
  readonly #ends: PathEnd[] = [];
  readonly #emptyEnds: EmptyEnd[] = [];
  readonly #keys = new StateKeys();
  readonly #seen = new Set<string>();
  #queue: Point[] = [];
  #origin: SyntaxNode | undefined;
  #isNew = false;
  #isPartlyReleased = false;
  /** Whether the functions that it is handed to are too many to be followed. */
  #isTooDeep = false;

  constructor(flow: FunctionFlow, effects: MentionEffects) {
    this.#flow = flow;
    this.#effects = effects;
  }

  run(start: LivePoint): SearchResult {
    this.#origin = start.origin;
    this.#isNew = start.isNew === true;
    this.#queue = (start.known ?? [start.state]).map((answers) => beginningPoint(start, answers));
    for (let next = 0; next < this.#queue.length; next++) {
      if (next >= searchBudget || ++this.#flow.visits > functionBudget) return this.#result(false);
      this.#visit(this.#queue[next] as Point);
    }
    return this.#result(true);
  }

  #result(isComplete: boolean): SearchResult {
    return {
      ends: this.#ends,
      emptyEnds: this.#emptyEnds,
      isComplete: isComplete && !this.#isTooDeep,
      isPartlyReleased: this.#isPartlyReleased,
    };
  }

  #visit(point: Point): void {
    let { state } = point;
    const { block } = point;
    for (let at = point.position; at < block.steps.length; at++) {
      const after = this.#step(block.steps[at] as SyntaxNode, state, point);
      if (!after) return;
      state = after;
    }
    if (block.exit) this.#leave(block.exit, state, point);
    for (const { to, assumption } of block.edges) this.#follow(point, to, assumption, state);
  }

  /** The state after a step; undefined when the path has ended there. */
  #step(step: SyntaxNode, before: PathState, point: Point): PathState | undefined {
    const isAgain = this.#origin !== undefined && this.#flow.evaluates(step, this.#origin);
    if (before.holders.length === 0 && isAgain) {
      this.#ends.push({ kind: "repeated", at: step });
      return undefined;
    }
    if (!before.over && this.#waitsForContext(step)) {
      this.#ends.push({ kind: "released", at: step, state: before });
      return undefined;
    }
    const expectation = expectedFailure(step, before, this.#flow);
    if (expectation) {
      this.#emptyEnds.push({ kind: "expected failure", call: expectation });
      return undefined;
    }
    const gained: Holder[] = [];
    const drains: Drain[] = [];
    const mentioned = before.over
      ? this.#mentionsOnceOver(step, before, gained)
      : this.#mentions(step, before, gained, drains, point);
    const after = mentioned && this.#assignments(step, gained.reduce(withHolder, mentioned), gained, point);
    return after && drains.reduce((state, drain) => this.#withDrain(state, drain), after);
  }

  /** Whether a step waits until a context is done, with which what is derived from it is done as well. */
  #waitsForContext(step: SyntaxNode): boolean {
    const method = this.#effects.kind.facts.endsWith?.method;
    return method !== undefined && this.#flow.waitsFor(step, method);
  }

  /** The state after the mentions in a step; undefined when the path has ended here. */
  #mentions(
    step: SyntaxNode,
    before: PathState,
    gained: Holder[],
    drains: Drain[],
    point: PathPoint,
  ): PathState | undefined {
    let { onError, goroutine } = before;
    const effects = this.#effectsIn(step, before);
    // `return f, f.Close()`: what is returned has been released by then.
    const releases = effects.filter((effect) => effect.kind === "releases" && !effect.onError);
    const released = releases.find((effect) => effect.kind === "releases" && effect.isOver !== true);
    const ended = released ?? releases[0];
    for (const effect of ended ? [ended] : effects) {
      if (effect.kind === "keeps") {
        goroutine = effect.partly ?? goroutine;
        const { drain } = effect;
        if (drain && drain.when !== "always") drains.push(drain);
        else if (drain) {
          this.#ends.push({ kind: "over", how: "drained", at: drain.call, before: point });
          return this.#mentionsOnceOver(step, { ...before, onError, goroutine, over: true }, gained);
        }
      } else if (effect.kind === "shares") gained.push(effect.with);
      else if (effect.kind === "leaves") {
        this.#isTooDeep ||= effect.isTooDeep === true;
        this.#ends.push({ kind: "left", effect: departure(effects, effect), state: before });
        return undefined;
      } else if (effect.kind === "releases") {
        if (effect.onError) onError = effect.onError;
        else if (effect.isOver === true) {
          this.#ends.push({ kind: "over", how: "received", at: effect.at, before: point });
          return this.#mentionsOnceOver(step, { ...before, onError, over: true }, gained);
        } else {
          this.#ends.push({ kind: "released", at: effect.at, through: effect.through, state: before });
          return undefined;
        }
      }
    }
    if (goroutine) this.#isPartlyReleased = true;
    const isSame = onError === before.onError && goroutine === before.goroutine;
    return isSame ? before : { ...before, onError, goroutine };
  }

  /** The state after a call whose error, which it returns last, tells whether the resource is over. */
  #withDrain(state: PathState, { call, when }: Drain): PathState {
    if (when === "always") return { ...state, over: true };
    const { semantics } = this.#flow;
    const type = semantics.typeOf(call);
    const last = type.kind === "tuple" ? type.types.length - 1 : 0;
    const target = targetOf(outermostParentheses(call), last);
    const error = target && localVariable(target, semantics);
    return error ? { ...state, overWhen: { error, is: when } } : state;
  }

  /** The same for what is over: whoever has released it all the same, or has it now, has taken care of it. */
  #mentionsOnceOver(step: SyntaxNode, state: PathState, gained: Holder[]): PathState | undefined {
    for (const effect of this.#effectsIn(step, state)) {
      if (effect.kind === "shares") gained.push(effect.with);
      const isTidied =
        effect.kind === "leaves" ||
        (effect.kind === "releases" && effect.isOver !== true) ||
        (effect.kind === "keeps" && effect.restarts === true);
      if (isTidied) {
        this.#ends.push({ kind: "tidied" });
        return undefined;
      }
    }
    return state;
  }

  #effectsIn(step: SyntaxNode, { holders }: PathState): readonly Effect[] {
    const { owner, semantics } = this.#flow;
    return holders.flatMap((holder) =>
      this.#flow.mentionsIn(step, holder.variable).flatMap((mention) => {
        const effect = this.#effects.ofMention(mention, holder, owner, semantics);
        return this.#happensIn(step, effect) ? this.#withEarlier(effect, step) : [];
      }),
    );
  }

  /** An effect and, for a variable that it gives the resource, what the mentions of that variable before do with it from here on. */
  #withEarlier(effect: Effect, step: SyntaxNode): readonly Effect[] {
    if (effect.kind !== "shares") return [effect];
    return [effect, ...earlierEffects(effect.with, step, this.#flow, this.#effects)];
  }

  /** Whether what is done with an operand of a `select` is done where it is evaluated, or where its case is chosen. */
  #happensIn(step: SyntaxNode, effect: Effect): boolean {
    if (!("at" in effect)) return communicationOf(step) === undefined;
    return step.contains(effect.at)
      ? this.#flow.evaluates(step, effect.at)
      : communicationOf(step) === undefined;
  }

  /** What a step assigns, after what it mentions. */
  #assignments(
    step: SyntaxNode,
    before: PathState,
    gained: readonly Holder[],
    point: Point,
  ): PathState | undefined {
    let state = this.#flow.answers.afterStep(before, step);
    const { semantics } = this.#flow;
    for (const assigned of this.#flow.assignedIn(step)) {
      const { target, variable } = assigned;
      if (variable && gained.some((holder) => holder.variable === variable)) continue;
      state = variable ? withoutVariable(state, variable) : withoutWitness(state, target, semantics);
      if (variable && holds(before, variable) && !state.holders.some(isHold)) {
        if (!state.over)
          this.#ends.push(
            lossBeside(state, point) ?? {
              kind: "overwritten",
              at: step,
              variable,
              views: state.holders,
              before: point,
            },
          );
        return undefined;
      }
      const isDone = assigned.call && asksWhetherDone(assigned.call, this.#asked(before), semantics);
      const success = isDone ? "nil" : successToldBy(assigned, before, this.#flow);
      if (success) state = withWitness(state, target, success, semantics);
    }
    return state;
  }

  #leave(exit: Exit, state: PathState, point: Point): void {
    if (exit.kind !== "return" && exit.kind !== "end") {
      if (!state.over) this.#emptyEnds.push({ kind: "stopped", exit });
      return;
    }
    if (this.#isReleasedAt(exit, state)) {
      const at = exit.kind === "return" ? exit.statement : exit.body;
      this.#ends.push(state.over ? { kind: "tidied" } : { kind: "released", at, state });
      return;
    }
    const returned = exit.kind === "return" ? resultOf(exit.statement, state, this.#flow.owner) : undefined;
    if (state.over) {
      if (returned) this.#ends.push({ kind: "tidied" });
      return;
    }
    this.#ends.push(
      returned
        ? { kind: "left", effect: returned, state }
        : (lossBeside(state, point) ?? { kind: "leaked", exit, before: point }),
    );
  }

  /** Whether a deferred release that depends on an error takes place at an exit. */
  #isReleasedAt(exit: Exit, state: PathState): boolean {
    const { onError } = state;
    if (onError === "result") return exit.kind === "return" && mayFail(exit.statement);
    // The variable that has told that there is a resource holds no error.
    return typeof onError === "object" && !isSuccess(onError, "nil", state, this.#flow.semantics);
  }

  /** Whether a branch would end a loop over what a resource sends: a ticker's channel is never closed. */
  #isEndOfFeed(assumption: Assumption, state: PathState): boolean {
    if (assumption.kind !== "range" || assumption.more) return false;
    return this.#effects.isFeed(assumption.clause.right, state.holders, this.#flow.semantics);
  }

  /** Whether a branch of a `select` receives what nothing holds, so that there is nothing left: `<-time.NewTimer(d).C`. */
  #isReceived(assumption: Assumption, { holders }: PathState): boolean {
    if (holders.length > 0 || assumption.kind !== "communication" || !this.#origin) return false;
    const { clause } = assumption;
    return (
      clause.kind === "communication_case" &&
      clause.communication.contains(this.#origin) &&
      this.#effects.kind.facts.release.receive !== undefined
    );
  }

  /**
   * Whether a branch leaves a loop over a collection whose turns release the resource or hand it on: that there is no turn
   * at all is not what anybody has in mind.
   */
  #isHandedOutByTurns(assumption: Assumption, state: PathState): boolean {
    const loop = assumption.kind === "range" && !assumption.more ? assumption.clause.parent : undefined;
    if (loop?.kind !== "for_statement" || (this.#origin && loop.contains(this.#origin))) return false;
    const { owner, semantics } = this.#flow;
    return state.holders.some((holder) =>
      semantics.bindings.identifiersOf(holder.variable).some((mention) => {
        if (!loop.body.contains(mention)) return false;
        const { kind } = this.#effects.ofMention(mention, holder, owner, semantics);
        return kind === "leaves" || kind === "releases";
      }),
    );
  }

  #refine(state: PathState, assumption: Assumption): ReturnType<typeof refine> {
    const failed = failedCall(assumption);
    if (failed && failed === this.#origin) return "absent";
    if (failed && this.#flow.knownError(failed) === "nil") return "impossible";
    const isAbsent =
      isPastGuardedRelease(assumption, state.holders, this.#flow, this.#effects) ||
      (this.#isNew && isSomethingElse(assumption, state.holders, this.#flow.semantics)) ||
      isDoneOn(assumption, this.#asked(state), this.#flow.semantics);
    return isAbsent ? "absent" : refine(state, assumption, this.#flow, this.#effects.kind);
  }

  #asked({ holders }: PathState): Asked {
    return { kind: this.#effects.kind, holders, origin: this.#origin };
  }

  #follow(from: Point, to: Block, assumption: Assumption | undefined, state: PathState): void {
    if (assumption && this.#isEndOfFeed(assumption, state)) return;
    if (assumption && this.#isReceived(assumption, state)) return;
    if (assumption && isEndlessWait(assumption, this.#flow.semantics)) return;
    if (assumption && isNoneOfAll(assumption, this.#flow.semantics)) return;
    if (assumption && this.#isHandedOutByTurns(assumption, state)) return;
    const turns = assumption
      ? turnsAfter(state.turns, assumption, this.#origin, this.#flow.semantics)
      : state.turns;
    if (!turns) return;
    const refined = assumption ? this.#refine(state, assumption) : state;
    if (refined === "absent" && assumption && !state.over)
      this.#emptyEnds.push({ kind: "absent", assumption });
    if (typeof refined === "string") return;
    if (refined.over && !state.over && assumption?.kind === "condition")
      this.#ends.push({ kind: "over", how: "drained", at: assumption.expression, before: from });
    const next = this.#flow.answers.withoutIdle(
      turns === refined.turns ? refined : { ...refined, turns },
      to,
    );
    const key = `${to.index}|${this.#keys.keyOf(next)}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#queue.push({ block: to, position: 0, state: next, before: from, assumption });
  }
}

/** Where the search begins, for the ways on which some answers are known. */
function beginningPoint({ block, position, state }: LivePoint, answers: Answers): Point {
  return { block, position, state: { ...state, ...answers }, before: undefined, assumption: undefined };
}

/** Whether a branch is taken only once a channel has something that never will have. */
function isEndlessWait(assumption: Assumption, semantics: FileSemantics): boolean {
  return (
    assumption.kind === "communication" &&
    assumption.clause.kind === "communication_case" &&
    waitsForNil(assumption.clause, semantics)
  );
}

/** How a resource leaves in a step; as no result in particular where it leaves in several ways: `return f, f.Close`. */
function departure(effects: readonly Effect[], effect: Leaving): Leaving {
  const isSole = effects.filter(({ kind }) => kind === "leaves").length === 1;
  if (isSole) return effect;
  const { at, how, through } = effect;
  return { kind: "leaves", at, how, ...(through ? { through } : {}) };
}

function holds(state: PathState, variable: GoObject): boolean {
  return state.holders.some((holder) => holder.variable === variable && isHold(holder));
}

/** Whether the resource can be released through a holder. */
function isHold({ role, part }: Holder): boolean {
  return role !== "ends" && part !== viewPart && part !== usePart;
}

/** `return` alone returns what the named results hold. */
function resultOf(
  statement: ReturnStatementNode,
  { holders }: PathState,
  owner: FunctionNode,
): Leaving | undefined {
  if (statement.child) return undefined;
  const names = resultNames(owner);
  for (const { variable, part, role } of holders) {
    const index = names.findIndex((name) => name === variable.identifier);
    if (index === -1 || role === "ends") continue;
    const leaving: Leaving = { kind: "leaves", at: statement, how: "returned" };
    return role === undefined ? { ...leaving, result: { index, part } } : leaving;
  }
  return undefined;
}
