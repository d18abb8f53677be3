import type { GoObject } from "../../semantics/index.js";
import { sameHolder } from "./holder.js";
import type { Holder } from "./holder.js";

/** What is known at a point of one path on which a resource is live. Immutable. */
export interface PathState {
  /** The variables through which it can be reached; empty for one that nothing holds from the start. */
  readonly holders: readonly Holder[];
  /**
   * While nobody has looked at the error of the acquiring call: the variable that tells whether there is a resource
   * at all, and what it is when there is one.
   */
  readonly undecided: readonly Witness[];
  /** Whether it will be released at the end of the function if that returns an error. */
  readonly onFailure: boolean;
  /** Truth of conditions that are asked more than once, by their text. */
  readonly facts: ReadonlyMap<string, boolean>;
}

/** What is known of a resource that nobody holds. */
export const fresh: PathState = { holders: [], undecided: [], onFailure: false, facts: new Map() };

/** A variable whose value tells whether an acquiring call has succeeded. */
export interface Witness {
  readonly variable: GoObject;
  /** Success is a nil error, or a true flag. */
  readonly success: "nil" | "true";
}

export function withHolder(state: PathState, holder: Holder): PathState {
  if (state.holders.some((other) => sameHolder(other, holder))) return state;
  return { ...state, holders: [...state.holders, holder] };
}

/** The state after a variable has got another value. */
export function withoutVariable(state: PathState, variable: GoObject): PathState {
  return {
    ...state,
    holders: state.holders.filter((holder) => holder.variable !== variable),
    undecided: state.undecided.filter((witness) => witness.variable !== variable),
  };
}

export function withFact(state: PathState, condition: string, holds: boolean): PathState {
  return { ...state, facts: new Map(state.facts).set(condition, holds) };
}

export function withoutFacts(state: PathState, conditions: Iterable<string>): PathState {
  const facts = new Map(state.facts);
  for (const condition of conditions) facts.delete(condition);
  return facts.size === state.facts.size ? state : { ...state, facts };
}

/** Gives each state a key, equal for states that have the same future. */
export class StateKeys {
  readonly #numbers = new Map<GoObject, number>();

  keyOf({ holders, undecided, onFailure, facts }: PathState): string {
    const parts = [
      holders.map(({ variable, part, role = "" }) => `${this.#number(variable)}${part}${role}`).toSorted(),
      undecided.map(({ variable }) => this.#number(variable)).toSorted(),
      [...facts].map(([condition, holds]) => `${condition}:${holds ? 1 : 0}`).toSorted(),
    ];
    return `${onFailure ? "!" : ""}${parts.map((part) => part.join(",")).join("|")}`;
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
