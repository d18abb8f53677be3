import type { Acquisition } from "./acquisition.js";
import type { Beginning } from "./beginning.js";
import type { Effect } from "./effect.js";
import type { EmptyEnd, PathEnd } from "./path-end.js";

/** An acquired resource and what becomes of it. */
export interface Fate {
  readonly acquisition: Acquisition;
  readonly beginning: Beginning;
  /** What was done with its variable before takes care of it: a deferred function literal, an address that was given away. */
  readonly earlier?: Extract<Effect, { kind: "leaves" | "releases" }>;
  readonly ends: readonly PathEnd[];
  /** Where paths end on which there is nothing to lose. */
  readonly emptyEnds: readonly EmptyEnd[];
  /** Whether all paths have been followed. */
  readonly isComplete: boolean;
  /** Whether a goroutine releases it on some of its paths. */
  readonly isPartlyReleased: boolean;
}
