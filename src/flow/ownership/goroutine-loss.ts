import type { SyntaxNode } from "../../syntax/index.js";
import type { Assumption, Exit } from "../cfg/index.js";

/** Where a goroutine ends with a resource that it releases or hands on on its other paths. */
export interface GoroutineLoss {
  readonly exit: Extract<Exit, { kind: "return" | "end" }>;
  /** The branches that the goroutine takes on the way there. */
  readonly branches: readonly Assumption[];
  /** Where another path releases it. */
  readonly releasedAt: SyntaxNode | undefined;
}

/** The same with the place where the goroutine starts. */
export interface StartedLoss extends GoroutineLoss {
  readonly start: SyntaxNode;
}
