import type { Acquisition, Beginning } from "./acquisition.js";
import type { PathEnd } from "./search.js";

/** An acquired resource and what becomes of it. */
export interface Fate {
  readonly acquisition: Acquisition;
  readonly beginning: Beginning;
  readonly ends: readonly PathEnd[];
  /** Whether all paths have been followed. */
  readonly isComplete: boolean;
  /** Whether a goroutine releases it on some of its paths. */
  readonly isPartlyReleased: boolean;
}
