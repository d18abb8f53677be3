import type { GoObject } from "../../semantics/index.js";
import type { CallExpressionNode, SyntaxNode } from "../../syntax/index.js";
import type { Assumption, Exit } from "../cfg/index.js";
import type { Effect, Passage } from "./effect.js";
import type { StartedLoss } from "./goroutine-loss.js";
import type { Holder } from "./holder.js";
import type { PathState } from "./path-state.js";

/** That a resource gets out of sight. */
export type Leaving = Extract<Effect, { kind: "leaves" }>;

/** A point on a path, by the branches that lead to it. */
export interface PathPoint {
  readonly before: PathPoint | undefined;
  readonly assumption: Assumption | undefined;
}

/** How a path ends for a resource that was live at its start. */
export type PathEnd =
  | {
      readonly kind: "released";
      readonly at: SyntaxNode;
      readonly through?: Passage | undefined;
      /** What is known right before. */
      readonly state: PathState;
    }
  | {
      readonly kind: "left";
      readonly effect: Leaving;
      /** What is known right before. */
      readonly state: PathState;
    }
  /** The function is left, and nobody has released it. Where a goroutine looks after it, the exit is that of the goroutine. */
  | {
      readonly kind: "leaked";
      readonly exit: Exit;
      readonly before: PathPoint;
      readonly goroutine?: StartedLoss | undefined;
    }
  /** It has come to its end by itself, as what it sends or the answer that nothing is left shows. The path goes on. */
  | {
      readonly kind: "over";
      readonly how: "received" | "drained";
      readonly at: SyntaxNode;
      readonly before: PathPoint;
    }
  /** It has been released, or handed on, after it was over. */
  | { readonly kind: "tidied" }
  /** Nothing ever held it, and another one is acquired. */
  | { readonly kind: "repeated"; readonly at: SyntaxNode }
  /** The last variable that held it gets another value. */
  | {
      readonly kind: "overwritten";
      readonly at: SyntaxNode;
      readonly variable: GoObject;
      /** What still uses it, and cannot release it. */
      readonly views: readonly Holder[];
      readonly before: PathPoint;
    };

/** How a path ends on which there is nothing to lose. */
export type EmptyEnd =
  /** The call that should have acquired it has failed, or has given nothing. */
  | { readonly kind: "absent"; readonly assumption: Assumption }
  /** A test says that it expects the acquiring call to fail. */
  | { readonly kind: "expected failure"; readonly call: CallExpressionNode }
  /** The function is left by a call that never comes back. */
  | { readonly kind: "stopped"; readonly exit: Exclude<Exit, { kind: "return" | "end" }> };

/** The end of a path on which a goroutine has the resource, and does not always release it. */
export function lossBeside({ goroutine }: PathState, before: PathPoint): PathEnd | undefined {
  return goroutine && { kind: "leaked", exit: goroutine.exit, before, goroutine };
}

/** The branches on the way to a loss; those of the goroutine where it is one. */
export function branchesOf({
  before,
  goroutine,
}: Extract<PathEnd, { kind: "leaked" }>): readonly Assumption[] {
  return goroutine?.branches ?? branchesTo(before);
}

/** The branches taken on the way to a point. */
export function branchesTo(point: PathPoint): readonly Assumption[] {
  const branches: Assumption[] = [];
  for (let at: PathPoint | undefined = point; at; at = at.before)
    if (at.assumption) branches.push(at.assumption);
  return branches.toReversed();
}
