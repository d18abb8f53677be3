/** Replaces `start`..`end` (UTF-16 offsets, end exclusive) by `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Applies edits to a text. Edits are taken in order of position; two insertions at one place keep their
 * given order. Throws a RangeError when edits overlap or lie outside the text.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const pieces: string[] = [];
  let copied = 0;
  for (const edit of ordered) {
    if (edit.start < copied || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`edit ${edit.start}..${edit.end} overlaps another or lies outside the text`);
    }
    pieces.push(text.slice(copied, edit.start), edit.text);
    copied = edit.end;
  }
  pieces.push(text.slice(copied));
  return pieces.join("");
}

/**
 * Those changes that can be made together. Each has all of its edits applied or none; of two that touch the same place, the
 * first is taken. Two insertions at one place touch.
 */
export function compatible<T extends { readonly edits: readonly Edit[] }>(changes: readonly T[]): T[] {
  const taken: Edit[] = [];
  return changes.filter(({ edits }) => {
    if (edits.some((edit) => taken.some((other) => touch(edit, other)))) return false;
    taken.push(...edits);
    return true;
  });
}

function touch(one: Edit, other: Edit): boolean {
  return one.start <= other.end && other.start <= one.end;
}
