import type { GoObject } from "../../semantics/index.js";
import { noAnswers } from "./conditions/answers.js";
import type { Answers } from "./conditions/answers.js";
import type { Place } from "./conditions/condition.js";
import { anyTurn } from "./conditions/loop-turns.js";
import type { Turns } from "./conditions/loop-turns.js";
import type { AskedError } from "./effect.js";
import type { StartedLoss } from "./goroutine-loss.js";
import { sameHolder } from "./holder.js";
import type { Holder } from "./holder.js";

/** What is known at a point of one path on which a resource is live. Immutable. */
export interface PathState extends Answers {
  /** The variables through which it can be reached; empty for one that nothing holds from the start. */
  readonly holders: readonly Holder[];
  /**
   * While nobody has looked at the error of the acquiring call: the place that tells whether there is a resource at all,
   * and what it holds when there is one.
   */
  readonly undecided: readonly Witness[];
  /** The error of a call that tells whether it is over, as long as nobody has looked at it, and what it is then. */
  readonly overWhen: { readonly error: GoObject; readonly is: "nil" | "not nil" } | undefined;
  /** The error for which it will be released at the end of the function. */
  readonly onError: AskedError | undefined;
  /** The end of a goroutine at which it is lost, should this function not release it. */
  readonly goroutine: StartedLoss | undefined;
  /** Whether it has come to its end by itself, so that a release has nothing left to do. */
  readonly over: boolean;
  readonly turns: Turns;
}

/** What is known of a resource that nobody holds. */
export const fresh: PathState = {
  holders: [],
  undecided: [],
  overWhen: undefined,
  onError: undefined,
  goroutine: undefined,
  over: false,
  turns: anyTurn,
  ...noAnswers,
};

/** A variable or a field whose value tells whether an acquiring call has succeeded. */
export interface Witness {
  readonly place: Place;
  /**
   * What it is after a success: a nil error, a true flag, anything but a true flag (`_, ok := err.(T)`), or another result
   * that is not nil.
   */
  readonly success: "nil" | "not nil" | "true" | "unless true";
}

export function withHolder(state: PathState, holder: Holder): PathState {
  if (state.holders.some((other) => sameHolder(other, holder))) return state;
  return { ...state, holders: [...state.holders, holder] };
}

/** The state after a variable has got another value. */
export function withoutVariable(state: PathState, variable: GoObject): PathState {
  const isHolder = state.holders.some((holder) => holder.variable === variable);
  const isWitness = state.undecided.some(({ place }) => place.variables.includes(variable));
  if (!isHolder && !isWitness && state.overWhen?.error !== variable) return state;
  return {
    ...state,
    overWhen: state.overWhen?.error === variable ? undefined : state.overWhen,
    holders: state.holders.filter((holder) => holder.variable !== variable),
    undecided: state.undecided.filter(({ place }) => !place.variables.includes(variable)),
  };
}

/** Gives each state a key, equal for states that have the same future. */
export class StateKeys {
  readonly #numbers = new Map<GoObject, number>();

  keyOf(state: PathState): string {
    const { holders, undecided, overWhen, onError, goroutine, over, turns, answered, yes } = state;
    let key = typeof onError === "object" ? `!${onError.start};` : (onError ?? "");
    key += (goroutine ? `${goroutine.start.start};` : "") + (over ? "." : "");
    // Both lists are short, and their order seldom differs where their members are the same.
    for (const { variable, part, role = "" } of holders) key += `${this.#number(variable)}${part}${role},`;
    for (const { place } of undecided) key += `?${place.key}`;
    if (overWhen) key += `${overWhen.is === "nil" ? "~" : "^"}${this.#number(overWhen.error)}`;
    if (turns.last) key += `l${turns.last.start}`;
    if (turns.later) key += `>${turns.later.start}`;
    return answered === 0n ? key : `${key}|${answered}|${yes}`;
  }

  #number(variable: GoObject): number {
    let number = this.#numbers.get(variable);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(variable, number);
    }
    return number;
  }
}
