import type { RunResult } from "../diagnostic/index.js";

/** How many findings fixes have mended; undefined where none were asked for. */
export function fixedCount({ fixed }: RunResult): number | undefined {
  return fixed?.reduce((sum, { count }) => sum + count, 0);
}
