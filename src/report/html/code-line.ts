import type { CodeFile } from "./code-file.js";
import type { NoteRole } from "./excerpt.js";
import { Markup, markup } from "./markup.js";
import type { Token } from "./go-colors.js";

/** Part of a line that is marked, by columns from 0, end exclusive. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly role: NoteRole;
}

/** Longest part of a line that is shown, in UTF-16 code units. */
const LONGEST = 400;

/** How much of a longer line is kept to the left of what matters. */
const LEAD = 80;

/** One line of code, coloured and marked; the first of several marks that overlap counts. */
export function codeLine({ lines, tokens }: CodeFile, line: number, marks: readonly Mark[]): Markup {
  const start = lines.lineStart(line);
  const text = lines.lineText(line);
  const shown = shownPart(text, marks[0]?.start ?? 0);
  const colored = tokensWithin(tokens, start + shown.start, start + shown.end);
  const cuts = new Set([shown.start, shown.end]);
  for (const edge of [...colored, ...marks].flatMap((part) => edgesOf(part, start))) {
    if (edge > shown.start && edge < shown.end) cuts.add(edge);
  }
  const edges = [...cuts].toSorted((a, b) => a - b);
  const pieces = edges.slice(0, -1).map((from, index) => {
    const piece = text.slice(from, edges[index + 1]);
    const token = colored.find((each) => each.start <= start + from && start + from < each.end);
    const mark = marks.find((each) => each.start <= from && from < each.end);
    const code = token ? markup`<span class="${token.kind}">${piece}</span>` : markup`${piece}`;
    return mark ? markup`<mark class="${mark.role}">${code}</mark>` : code;
  });
  return markup`${shown.start > 0 ? "…" : ""}${pieces}${shown.end < text.length ? "…" : ""}`;
}

/** The edges of a part as columns: tokens count from the start of the file, marks from that of the line. */
function edgesOf(part: Token | Mark, lineStart: number): [number, number] {
  return "kind" in part ? [part.start - lineStart, part.end - lineStart] : [part.start, part.end];
}

/** The tokens that overlap a range, found by halving. */
function tokensWithin(tokens: readonly Token[], start: number, end: number): readonly Token[] {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).end <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < tokens.length && (tokens[last] as Token).start < end) last++;
  return tokens.slice(low, last);
}

function shownPart(text: string, focus: number): { start: number; end: number } {
  if (text.length <= LONGEST) return { start: 0, end: text.length };
  const start = Math.min(Math.max(focus - LEAD, 0), text.length - LONGEST);
  return { start: characterStart(text, start), end: characterStart(text, start + LONGEST) };
}

/** The offset itself, or the one before when it lies inside a surrogate pair. */
function characterStart(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}
