import type { SyntaxNode } from "../../syntax/index.js";
import type { Holder } from "./holder.js";

/** How a resource gets out of sight, so that somebody else may release it. */
export type Departure =
  | "returned"
  /** In a field, a map, a slice, a variable of the package, a channel. */
  | "stored"
  /** Given to code that may keep or release it, or that cannot be read. */
  | "passed"
  /** A function literal reaches it and outlives this moment. */
  | "captured"
  /** Its variable can be changed from elsewhere. */
  | "addressed";

/** What the mention of a variable does to the resource that it holds. */
export type Effect =
  /** Leaves it unreleased and in its variable. */
  | {
      readonly kind: "keeps";
      /** Whether a goroutine that it starts releases it on some of its paths. */
      readonly partly?: boolean;
    }
  | {
      readonly kind: "releases";
      readonly at: SyntaxNode;
      /** Whether it does so at the end of the function, and only when the function returns an error. */
      readonly onFailure?: boolean;
    }
  | {
      readonly kind: "leaves";
      readonly at: SyntaxNode;
      readonly how: Departure;
      /** Which of the results it is returned as, where it is one by itself, and what part of it. */
      readonly result?: { readonly index: number; readonly part: string };
    }
  /** Another variable holds it from here on, too. */
  | { readonly kind: "shares"; readonly with: Holder };

export const keeps: Effect = { kind: "keeps" };

export function leaves(at: SyntaxNode, how: Departure): Effect {
  return { kind: "leaves", at, how };
}
