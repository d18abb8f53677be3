import type { CallExpressionNode, SyntaxNode } from "../../syntax/index.js";
import type { Assumption, Exit } from "../cfg/index.js";
import type { Acquisition } from "./acquisition.js";
import type { Departure, Passage } from "./effect.js";
import type { Fate } from "./fate.js";
import type { Leak } from "./leak.js";
import type { PathEnd } from "./path-end.js";

/** What is said of an acquired resource in the end, and why. */
export type Outcome =
  | { readonly kind: "leaks"; readonly leak: Leak }
  /** Whatever path is taken, nothing is lost. */
  | { readonly kind: "settled"; readonly fate: Fate }
  /** It ends together with something else that ends. */
  | { readonly kind: "bound"; readonly to: Binding }
  /** It leaks, too, and what mends the other leak mends this one. */
  | { readonly kind: "repeats"; readonly leak: Leak; readonly own: Leak }
  /** It has more paths than are followed. */
  | { readonly kind: "unfinished" }
  /** It is acquired outside of functions, or where no path leads. */
  | { readonly kind: "not followed" };

/** What a resource is bound to, and the place that shows it. */
export interface Binding {
  readonly at: SyntaxNode;
  /**
   * The request that is being answered, something that this function has been given, something that it releases, or something
   * that it loses, which is reported.
   */
  readonly kind: "request" | "given" | "released" | "lost";
}

/** A resource and its outcome. */
export interface Account {
  readonly acquisition: Acquisition;
  readonly outcome: Outcome;
}

/** That a resource is released, or left to somebody else. */
export type HandOver =
  | {
      readonly kind: "released";
      readonly at: SyntaxNode;
      /** The function that does it, where it is not done here. */
      readonly through: Passage | undefined;
    }
  | {
      readonly kind: "left";
      readonly at: SyntaxNode;
      readonly how: Departure;
      readonly through: Passage | undefined;
    };

/** How a path ends on which nothing is lost. */
export type Ending =
  | HandOver
  | { readonly kind: "absent"; readonly assumption: Assumption }
  /** A test says that it expects the acquiring call to fail. */
  | { readonly kind: "expected failure"; readonly call: CallExpressionNode }
  /** It has released itself, as nothing was left of it. */
  | { readonly kind: "drained"; readonly at: SyntaxNode }
  | { readonly kind: "stopped"; readonly exit: Exclude<Exit, { kind: "return" | "end" }> }
  /** The function is left with it, and what is not finished there has lost nothing that matters. */
  | { readonly kind: "given up"; readonly exit: Exit };

/** The ways in which a resource that does not leak ends, in the order of the text and each once. */
export function endingsOf({ beginning, earlier, ends, emptyEnds }: Fate): readonly Ending[] {
  const atOnce = earlier ?? (beginning.kind === "used" ? beginning.effect : undefined);
  const first = atOnce?.kind === "leaves" || atOnce?.kind === "releases" ? [endingOfEffect(atOnce)] : [];
  const endings = [...first, ...ends.flatMap(endingOfPath), ...emptyEnds];
  const byPlace = new Map(endings.map((ending) => [`${ending.kind} ${placeOf(ending).start}`, ending]));
  return [...byPlace.values()].toSorted((a, b) => placeOf(a).start - placeOf(b).start);
}

function endingOfEffect(effect: NonNullable<Fate["earlier"]>): HandOver {
  const { at, through } = effect;
  return effect.kind === "leaves"
    ? { kind: "left", at, how: effect.how, through }
    : { kind: "released", at, through };
}

/** The end of a path at which a resource is handed over; none where it is not. */
export function handOverAt(end: PathEnd): readonly HandOver[] {
  if (end.kind === "released") return [{ kind: "released", at: end.at, through: end.through }];
  return end.kind === "left" ? [endingOfEffect(end.effect)] : [];
}

function endingOfPath(end: PathEnd): readonly Ending[] {
  switch (end.kind) {
    case "released":
    case "left":
      return handOverAt(end);
    case "over":
      return [
        end.how === "drained"
          ? { kind: "drained", at: end.at }
          : { kind: "released", at: end.at, through: undefined },
      ];
    case "leaked":
      return [{ kind: "given up", exit: end.exit }];
    case "overwritten":
    case "repeated":
    case "tidied":
      return [];
  }
}

/** Where an ending can be seen. */
export function placeOf(ending: Ending): SyntaxNode {
  switch (ending.kind) {
    case "released":
    case "left":
    case "drained":
      return ending.at;
    case "absent":
      return placeOfAssumption(ending.assumption);
    case "expected failure":
      return ending.call;
    case "stopped":
    case "given up":
      return placeOfExit(ending.exit);
  }
}

function placeOfAssumption(assumption: Assumption): SyntaxNode {
  switch (assumption.kind) {
    case "condition":
      return assumption.expression;
    case "case":
      return (assumption.holds ? assumption.values[0] : undefined) ?? assumption.subject;
    case "type-case":
      return (assumption.holds ? assumption.types[0] : undefined) ?? assumption.subject;
    case "range":
    case "communication":
      return assumption.clause;
  }
}

function placeOfExit(exit: Exit): SyntaxNode {
  switch (exit.kind) {
    case "return":
      return exit.statement;
    case "end":
      return exit.body;
    default:
      return exit.call;
  }
}
