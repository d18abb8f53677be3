import { structuredPatch } from "diff";
import type { Fix } from "../../diagnostic/index.js";
import { applyEdits } from "../../text/edit.js";
import type { LineIndex } from "../../text/line-index.js";
import { Markup, markup } from "./markup.js";

/** Lines shown above and below each change. */
const CONTEXT_LINES = 2;

/** What a fix changes, as a small diff; undefined where the text at hand is not the one that it was made for. */
export function fixDiff({ edits }: Fix, lines: LineIndex | undefined): Markup | undefined {
  if (lines === undefined || edits.length === 0) return undefined;
  if (edits.some(({ end }) => end > lines.text.length)) return undefined;
  // Only the lines around the edits are compared: files are long, fixes are short.
  const first = lines.position(Math.min(...edits.map(({ start }) => start))).line;
  const last = lines.position(Math.max(...edits.map(({ end }) => end))).line;
  const top = Math.max(first - CONTEXT_LINES, 1);
  const start = lines.lineStart(top);
  const below = last + CONTEXT_LINES + 1;
  const end = below > lines.lineCount ? lines.text.length : lines.lineStart(below);
  const before = lines.text.slice(start, end);
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const { hunks } = structuredPatch("", "", before, applyEdits(before, moved), "", "", {
    context: CONTEXT_LINES,
  });
  const rows = hunks.flatMap((hunk) => hunkRows(hunk, top - 1));
  return markup`<div class="code diff">
${rows}</div>
`;
}

interface Hunk {
  readonly oldStart: number;
  readonly lines: readonly string[];
}

/** `offset` is the number of lines above the text that was compared. */
function hunkRows(hunk: Hunk, offset: number): Markup[] {
  let number = hunk.oldStart + offset;
  return hunk.lines.flatMap((line) => {
    const sign = line.charAt(0);
    // The remark that a text does not end with a line break.
    if (sign === "\\") return [];
    const shown = sign === "+" ? "" : number++;
    const kind = sign === "+" ? " added" : sign === "-" ? " removed" : "";
    return [
      markup`<div class="row${kind}"><span class="no">${shown}</span><span class="sign">${sign}</span><code class="src">${line.slice(1).replace(/\r$/, "")}</code></div>
`,
    ];
  });
}
