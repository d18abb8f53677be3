import type { FixedFile } from "../diagnostic/index.js";

/** How many changes are made in files. */
export function changeCount(files: readonly FixedFile[]): number {
  return files.reduce((sum, { count }) => sum + count, 0);
}
