import type { GoObject } from "../../semantics/index.js";
import type { ReturnStatementNode, SyntaxNode } from "../../syntax/index.js";
import type { Assumption, Exit } from "../cfg/index.js";
import type { Acquisition } from "./acquisition.js";

/** A resource that nobody can release any more, and how it comes to that. */
export type Leak = LeakPath & {
  readonly acquisition: Acquisition;
  /** Why it hardly matters, if that shows already in its own function. */
  readonly weakness?: LeakWeakness | undefined;
};

export type LeakWeakness =
  /** Nothing is held in the end, and all that is missing is the release that should be there. */
  | "over"
  /** It ends with a context that the function cancels. */
  | "ends with context"
  /** It ends with a client that the function has been given. */
  | "ends with client"
  /** It takes an error of closing what has only been read, which is next to impossible. */
  | "failing close";

type LeakPath =
  /** The result is thrown away as soon as it is there. */
  | { readonly how: "discarded" }
  /** The function is left with the resource unreleased: on all paths, or past a release that others reach. */
  | {
      readonly how: "never" | "skipped";
      readonly variable: GoObject | undefined;
      readonly exit: Extract<Exit, { kind: "return" | "end" }>;
      /** The branches taken on the way there. */
      readonly branches: readonly Assumption[];
      /** The other returns that leave it behind, in the order of the text. */
      readonly otherExits: readonly ReturnStatementNode[];
      /** Where the goroutine starts that is left, if it is not the function that acquires. */
      readonly startedAt: SyntaxNode | undefined;
      /** The last mention of the variable. */
      readonly lastUse: SyntaxNode | undefined;
      /** Whether another path hands it on, so that somebody else releases it there. */
      readonly mayLeave: boolean;
      /** Whether the function returns an error wherever it is left with the resource. */
      readonly onlyFails: boolean;
      /** Whether it returns one nowhere, as far as that can be told. */
      readonly neverFails: boolean;
      /** Where another path releases it. */
      readonly releasedAt: SyntaxNode | undefined;
    }
  /** It comes to its end by itself, and nobody releases it before or after. */
  | {
      readonly how: "over";
      readonly variable: GoObject;
      /** What shows that it is over. */
      readonly at: SyntaxNode;
      readonly branches: readonly Assumption[];
    }
  /** The only variable that holds it gets another value. */
  | {
      readonly how: "overwritten";
      readonly variable: GoObject;
      readonly at: SyntaxNode;
      readonly branches: readonly Assumption[];
    };
