import type { FunctionNode } from "../../semantics/index.js";
import type { CallExpressionNode, Expression, SyntaxNode } from "../../syntax/index.js";
import type { ParameterPlace } from "../calls/results.js";
import type { StartedLoss } from "./goroutine-loss.js";
import type { Holder } from "./holder.js";

/** How a resource gets out of sight, so that somebody else may release it. */
export type Departure =
  | "returned"
  /** In a field, a map, a slice, a variable of the package, a channel. */
  | "stored"
  /** Given to a function that is known to take it over. */
  | "taken"
  /** Given to a function of the project in which it gets out of sight. */
  | "kept"
  /** Given to a function that a `go` statement starts. */
  | "started"
  /** Given to a goroutine that releases it. */
  | "entrusted"
  /** Others get something through which they may release it: its method, a function literal that does, what a method gives. */
  | "handed out"
  /** Given to code that cannot be read. */
  | "passed"
  /** A function literal reaches it and outlives this moment. */
  | "captured"
  /** Its variable can be changed from elsewhere. */
  | "addressed";

/** How a resource gets into a function of the project. */
export interface Passage {
  readonly function: FunctionNode;
  /** As which of its parameters. */
  readonly parameter: ParameterPlace;
  /** What of it: empty for all of it. */
  readonly part: string;
}

/** A call after which a resource is over: it has been read to its end, or has failed. */
export interface Drain {
  readonly call: CallExpressionNode;
  /** Whether that is so always, or only where the error that the call returns is nil, or is not. */
  readonly when: "always" | "nil" | "not nil";
}

/** The error on which a deferred release depends: that which the function returns, a panic, or one in another variable. */
export type AskedError = "result" | "panic" | Expression;

/** What the mention of a variable does to the resource that it holds. */
export type Effect =
  /** Leaves it unreleased and in its variable. */
  | {
      readonly kind: "keeps";
      /** The end of a goroutine which it starts that has the resource left over on some of its paths only. */
      readonly partly?: StartedLoss;
      /** Whether it begins anew, should it have been over. */
      readonly restarts?: boolean;
      /** A call after which it is over. */
      readonly drain?: Drain;
    }
  | {
      readonly kind: "releases";
      readonly at: SyntaxNode;
      /** That it does so at the end of the function, and only if there is an error. */
      readonly onError?: AskedError;
      /** The function that does it, where it is not done here. */
      readonly through?: Passage;
      /** Whether it releases nothing, but shows that there is nothing left to release. */
      readonly isOver?: boolean;
    }
  | {
      readonly kind: "leaves";
      readonly at: SyntaxNode;
      readonly how: Departure;
      /** Which of the results it is returned as, where it is one by itself, and what part of it. */
      readonly result?: { readonly index: number; readonly part: string };
      /** The function in which it leaves. */
      readonly through?: Passage;
      /** Whether that is said only because it cannot be followed any further. */
      readonly isTooDeep?: boolean;
    }
  /** Another variable holds it from here on, too. */
  | { readonly kind: "shares"; readonly with: Holder };

export const keeps: Effect = { kind: "keeps" };

export function leaves(at: SyntaxNode, how: Departure): Effect {
  return { kind: "leaves", at, how };
}
