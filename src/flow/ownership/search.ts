import type { FunctionNode, GoObject } from "../../semantics/index.js";
import type { ReturnStatementNode, SyntaxNode } from "../../syntax/index.js";
import type { Assumption, Block, Exit } from "../cfg/index.js";
import type { Effect } from "./effect.js";
import type { Holder } from "./holder.js";
import { assignedIn } from "./function-flow.js";
import type { Assigned, FunctionFlow } from "./function-flow.js";
import type { MentionEffects } from "./mention.js";
import { StateKeys, withFact, withHolder, withoutFacts, withoutVariable } from "./path-state.js";
import type { PathState } from "./path-state.js";
import { mayFail, resultNames } from "./results.js";
import { refine } from "./refine.js";

type Leaving = Extract<Effect, { kind: "leaves" }>;

/** How a path ends for a resource that was live at its start. */
export type PathEnd =
  | { readonly kind: "released"; readonly at: SyntaxNode }
  | { readonly kind: "left"; readonly effect: Leaving }
  /** The function is left, and nobody has released it. */
  | { readonly kind: "leaked"; readonly exit: Exit; readonly branches: readonly Assumption[] }
  /** Nothing ever held it, and another one is acquired. */
  | { readonly kind: "repeated"; readonly at: SyntaxNode }
  /** The last variable that held it gets another value. */
  | {
      readonly kind: "overwritten";
      readonly at: SyntaxNode;
      readonly variable: GoObject;
      readonly branches: readonly Assumption[];
    };

/** Where a resource is live. */
export interface LivePoint {
  readonly block: Block;
  /** Index of the next step. */
  readonly position: number;
  readonly state: PathState;
  /** The call that has acquired it. */
  readonly origin?: SyntaxNode;
}

export interface SearchResult {
  /** Each with the shortest path to it. */
  readonly ends: readonly PathEnd[];
  /** Whether the search has seen all paths; else it ran out of budget. */
  readonly isComplete: boolean;
}

/** Points of paths that are looked at before the search gives up; ordinary functions need a few dozen. */
const budget = 4000;

interface Point extends LivePoint {
  readonly before: Point | undefined;
  readonly assumption: Assumption | undefined;
}

/** Follows a live resource along all paths of a function, breadth first, until each has released it or lost it. */
export class PathSearch {
  readonly #flow: FunctionFlow;
  readonly #effects: MentionEffects;
  readonly #ends: PathEnd[] = [];
  readonly #keys = new StateKeys();
  readonly #seen = new Set<string>();
  #queue: Point[] = [];
  #origin: SyntaxNode | undefined;

  constructor(flow: FunctionFlow, effects: MentionEffects) {
    this.#flow = flow;
    this.#effects = effects;
  }

  run(start: LivePoint): SearchResult {
    this.#origin = start.origin;
    this.#queue = [{ ...start, before: undefined, assumption: undefined }];
    let visited = 0;
    for (let next = 0; next < this.#queue.length; next++) {
      if (++visited > budget) return { ends: this.#ends, isComplete: false };
      this.#visit(this.#queue[next] as Point);
    }
    return { ends: this.#ends, isComplete: true };
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
    // The operand of a range clause is evaluated before the loop, and only then.
    const isAgain = this.#origin && step.kind !== "range_clause" && step.contains(this.#origin);
    if (before.holders.length === 0 && isAgain) {
      this.#ends.push({ kind: "repeated", at: step });
      return undefined;
    }
    const gained: Holder[] = [];
    const onFailure = this.#mentions(step, before, gained);
    if (onFailure === undefined) return undefined;
    const after = gained.reduce(withHolder, onFailure ? { ...before, onFailure } : before);
    return this.#assignments(step, after, gained, point);
  }

  /**
   * Looks at the mentions in a step. Gives whether the resource will be released if the function fails; undefined when the
   * path has ended here.
   */
  #mentions(step: SyntaxNode, before: PathState, gained: Holder[]): boolean | undefined {
    const { owner, semantics } = this.#flow;
    let onFailure = before.onFailure;
    for (const holder of before.holders) {
      for (const mention of this.#flow.mentionsIn(step, holder.variable)) {
        const effect = this.#effects.ofMention(mention, holder, owner, semantics);
        switch (effect.kind) {
          case "keeps":
            break;
          case "shares":
            gained.push(effect.with);
            break;
          case "releases":
            if (effect.onFailure === true) {
              onFailure = true;
              break;
            }
            this.#ends.push({ kind: "released", at: effect.at });
            return undefined;
          case "leaves":
            this.#ends.push({ kind: "left", effect });
            return undefined;
        }
      }
    }
    return onFailure;
  }

  /** What a step assigns, after what it mentions. */
  #assignments(
    step: SyntaxNode,
    before: PathState,
    gained: readonly Holder[],
    point: Point,
  ): PathState | undefined {
    let state = before;
    for (const assigned of assignedIn(step, this.#flow.semantics)) {
      const { variable } = assigned;
      if (gained.some((holder) => holder.variable === variable)) continue;
      state = withoutVariable(state, variable);
      if (holds(before, variable) && state.holders.length === 0) {
        this.#ends.push({ kind: "overwritten", at: step, variable, branches: branchesTo(point) });
        return undefined;
      }
      state = this.#facts(assigned, state);
    }
    return state;
  }

  /** What is known of conditions once a variable has got another value. */
  #facts({ target, variable, value }: Assigned, before: PathState): PathState {
    const { conditions } = this.#flow;
    const state = withoutFacts(before, conditions.about(variable));
    if (value?.kind !== "true" && value?.kind !== "false") return state;
    const condition = conditions.of(target);
    return condition ? withFact(state, condition.key, value.kind === "true") : state;
  }

  #leave(exit: Exit, state: PathState, point: Point): void {
    if (exit.kind !== "return" && exit.kind !== "end") return;
    if (state.onFailure && exit.kind === "return" && mayFail(exit.statement)) {
      this.#ends.push({ kind: "released", at: exit.statement });
      return;
    }
    const returned = exit.kind === "return" ? resultOf(exit.statement, state, this.#flow.owner) : undefined;
    this.#ends.push(
      returned ? { kind: "left", effect: returned } : { kind: "leaked", exit, branches: branchesTo(point) },
    );
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

  #follow(from: Point, to: Block, assumption: Assumption | undefined, state: PathState): void {
    if (assumption && this.#isEndOfFeed(assumption, state)) return;
    if (assumption && this.#isReceived(assumption, state)) return;
    const refined = assumption ? refine(state, assumption, this.#flow, this.#effects.kind) : state;
    if (refined === "absent" || refined === "impossible") return;
    const key = `${to.index}|${this.#keys.keyOf(refined)}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#queue.push({ block: to, position: 0, state: refined, before: from, assumption });
  }
}

function holds(state: PathState, variable: GoObject): boolean {
  return state.holders.some((holder) => holder.variable === variable);
}

/** `return` alone returns what the named results hold. */
function resultOf(
  statement: ReturnStatementNode,
  { holders }: PathState,
  owner: FunctionNode,
): Leaving | undefined {
  if (statement.child) return undefined;
  const names = resultNames(owner);
  for (const { variable, part } of holders) {
    const index = names.findIndex((name) => name === variable.identifier);
    if (index !== -1) return { kind: "leaves", at: statement, how: "returned", result: { index, part } };
  }
  return undefined;
}

/** The branches taken on the way to a point. */
function branchesTo(point: Point): readonly Assumption[] {
  const branches: Assumption[] = [];
  for (let at: Point | undefined = point; at; at = at.before) if (at.assumption) branches.push(at.assumption);
  return branches.toReversed();
}
