import type { LineColumn, LineIndex } from "./line-index.js";
import { characters, displayWidth, visible } from "./terminal.js";

/** A region of a text, `to` exclusive. */
export interface FrameRange {
  readonly from: LineColumn;
  readonly to: LineColumn;
}

/** How the parts of a frame are decorated, for terminals with colours. */
export interface FrameStyle {
  readonly gutter: (text: string) => string;
  readonly marker: (text: string) => string;
}

/** Tabs are spelled out as spaces, since the gutter would shift a terminal's own tab stops. */
const TAB_WIDTH = 4;

/** Longest part of a line that is shown, in UTF-16 code units. */
const LONGEST = 160;

/** How much of a longer line is kept to the left of what matters. */
const LEAD = 40;

const CONTEXT_LINES = 1;

const plain: FrameStyle = { gutter: (text) => text, marker: (text) => text };

/** What one character of a line looks like on screen. */
interface Cell {
  /** UTF-16 offset in the line. */
  readonly at: number;
  readonly text: string;
  readonly width: number;
}

/**
 * The lines around a region with their numbers and the region underlined, safe to print. Empty when the
 * text does not reach that far, as when it has changed meanwhile.
 */
export function codeFrame(lines: LineIndex, range: FrameRange, style: FrameStyle = plain): string[] {
  const shown = shownLines(lines, range);
  const gutterWidth = String(shown.at(-1)).length;
  return shown.flatMap((line) => {
    const text = lines.lineText(line);
    const marked = markedPart(text, line, range);
    const cells = layOut(text, marked?.start ?? 0);
    const code = cells.map((cell) => cell.text).join("");
    const rows = [`${style.gutter(`${String(line).padStart(gutterWidth)} |`)} ${code}`.trimEnd()];
    if (marked !== undefined) {
      rows.push(`${style.gutter(`${" ".repeat(gutterWidth)} |`)} ${underline(cells, marked, style)}`);
    }
    return rows;
  });
}

/** The line at a position without its indentation, cut when very long, safe to print; undefined when not there. */
export function lineExcerpt(lines: LineIndex, position: LineColumn): string | undefined {
  if (position.line > lines.lineCount) return undefined;
  const text = lines.lineText(position.line);
  const indentation = text.length - text.trimStart().length;
  const cells = layOut(text.slice(indentation), position.column - 1 - indentation);
  return cells
    .map((cell) => cell.text)
    .join("")
    .trimEnd();
}

/** The region's first line and its neighbours; neighbours that are blank say nothing and stay out. */
function shownLines(lines: LineIndex, { from }: FrameRange): number[] {
  if (from.line > lines.lineCount) return [];
  const first = Math.max(from.line - CONTEXT_LINES, 1);
  const last = Math.min(from.line + CONTEXT_LINES, lines.lineCount);
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return numbers.filter((line) => line === from.line || lines.lineText(line).trim() !== "");
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The part of a line that lies in the region, as UTF-16 offsets in the line; an empty region marks one character. */
function markedPart(text: string, line: number, { from, to }: FrameRange): Span | undefined {
  if (line < from.line || line > to.line) return undefined;
  const start = line === from.line ? from.column - 1 : text.length - text.trimStart().length;
  const end = line === to.line ? to.column - 1 : text.trimEnd().length;
  if (end > start) return { start, end };
  return line === from.line ? { start, end: start + 1 } : undefined;
}

function underline(cells: readonly Cell[], marked: Span, style: FrameStyle): string {
  const inside = (cell: Cell) => cell.at >= marked.start && cell.at < marked.end;
  const widthOf = (part: readonly Cell[]) => part.reduce((sum, cell) => sum + cell.width, 0);
  const before = cells.filter((cell) => cell.at < marked.start);
  const under = cells.filter(inside);
  return " ".repeat(widthOf(before)) + style.marker("^".repeat(Math.max(widthOf(under), 1)));
}

/** The visible part of a line around `focus`, character by character, with an ellipsis where it was cut. */
function layOut(text: string, focus: number): Cell[] {
  const { start, end } = visiblePart(text, focus);
  const cells: Cell[] = start > 0 ? [{ at: start - 1, text: "…", width: 1 }] : [];
  let at = start;
  let column = 0;
  for (const character of characters(text.slice(start, end))) {
    const shown = character === "\t" ? " ".repeat(TAB_WIDTH - (column % TAB_WIDTH)) : visible(character);
    const width = displayWidth(shown);
    cells.push({ at, text: shown, width });
    at += character.length;
    column += width;
  }
  if (end < text.length) cells.push({ at: end, text: "…", width: 1 });
  return cells;
}

function visiblePart(text: string, focus: number): Span {
  if (text.length <= LONGEST) return { start: 0, end: text.length };
  const start = Math.min(Math.max(focus - LEAD, 0), text.length - LONGEST);
  return { start: characterStart(text, start), end: characterStart(text, start + LONGEST) };
}

/** The offset itself, or the one before when it lies inside a surrogate pair. */
function characterStart(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}
