import type { Diagnostic, Location } from "../../diagnostic/index.js";
import type { LineIndex } from "../../text/line-index.js";

/** How much a place matters: it begins the path, is on it, ends it, or stands beside it. */
export type NoteRole = "start" | "step" | "end" | "beside";

/** Something that is said of a place in the code. */
export interface Note {
  readonly role: NoteRole;
  /** 1-based number of the step; absent for what is not on the path. */
  readonly number?: number;
  readonly message: string;
  readonly location: Location;
}

/** One row of the code that a finding shows. */
export type Row =
  /** The rows below are of this file. */
  | { readonly kind: "file"; readonly file: string }
  | { readonly kind: "line"; readonly file: string; readonly line: number; readonly notes: readonly Note[] }
  /** Lines `from` to `to` are left out. */
  | { readonly kind: "fold"; readonly file: string; readonly from: number; readonly to: number };

/** Lines shown above and below each place. */
const CONTEXT_LINES = 2;

/** A fold that hides less takes more room than it saves. */
const SMALLEST_FOLD = 2;

/** All that a finding says about places: the steps in their order, then what stands beside them. */
export function notesOf({ location, path, related }: Diagnostic): Note[] {
  const steps = path.map((step, index): Note => ({
    ...step,
    number: index + 1,
    role: index === path.length - 1 ? "end" : index === 0 ? "start" : "step",
  }));
  const isShown = path.some((step) => isSameLine(step.location, location));
  const reported: Note = {
    role: path.length === 0 ? "end" : "beside",
    message: "reported here",
    location,
  };
  return [
    ...steps,
    ...(isShown ? [] : [reported]),
    ...related.map((other): Note => ({ ...other, role: "beside" })),
  ];
}

/** The rows of code with everything notes speak of, the files in the order in which the notes come to them. */
export function excerptRows(
  notes: readonly Note[],
  linesOf: (file: string) => LineIndex | undefined,
): readonly Row[] {
  const files = [...new Set(notes.map(({ location }) => location.file))];
  return files.flatMap((file): Row[] => {
    const own = notes.filter(({ location }) => location.file === file);
    const heading: readonly Row[] = files.length === 1 ? [] : [{ kind: "file", file }];
    return heading.concat(fileRows(file, own, linesOf(file)));
  });
}

function fileRows(file: string, notes: readonly Note[], lines: LineIndex | undefined): Row[] {
  let previous: number | undefined;
  return shownLines(notes, lines).flatMap((line): Row[] => {
    const hidden = previous === undefined ? 0 : line - previous - 1;
    const from = line - hidden;
    previous = line;
    const row = rowOf(file, line, notes);
    if (hidden === 0) return [row];
    if (hidden >= SMALLEST_FOLD) return [{ kind: "fold", file, from, to: line - 1 }, row];
    return [rowOf(file, from, notes), row];
  });
}

function rowOf(file: string, line: number, notes: readonly Note[]): Row {
  return { kind: "line", file, line, notes: notes.filter(({ location }) => location.from.line === line) };
}

/** The places' lines, those around them, and the head of each function they are in; in order. */
function shownLines(notes: readonly Note[], lines: LineIndex | undefined): number[] {
  const shown = new Set<number>();
  for (const { from } of notes.map(({ location }) => location)) {
    shown.add(from.line);
    if (lines === undefined || from.line > lines.lineCount) continue;
    const first = Math.max(from.line - CONTEXT_LINES, 1);
    const last = Math.min(from.line + CONTEXT_LINES, lines.lineCount);
    for (let line = first; line <= last; line++) {
      shown.add(line);
      // What comes after the function has nothing to do with it.
      if (line >= from.line && lines.lineText(line).startsWith("}")) break;
    }
    const head = functionHead(from.line, lines);
    if (head !== undefined) shown.add(head);
  }
  const isIdle = (line: number) =>
    lines !== undefined &&
    line <= lines.lineCount &&
    lines.lineText(line).trim() === "" &&
    !notes.some(({ location }) => location.from.line === line);
  // Blank lines beside a fold say nothing.
  const inOrder = [...shown].toSorted((a, b) => a - b);
  for (const line of inOrder) if (isIdle(line) && !shown.has(line - 1)) shown.delete(line);
  for (const line of inOrder.toReversed()) if (isIdle(line) && !shown.has(line + 1)) shown.delete(line);
  return inOrder.filter((line) => shown.has(line));
}

/** Where the function around a line begins, as gofmt lays it out; undefined outside of functions. */
function functionHead(from: number, lines: LineIndex): number | undefined {
  for (let line = from; line > 0; line--) {
    const text = lines.lineText(line);
    if (/^func\b/.test(text)) return line;
    if (line !== from && text.startsWith("}")) return undefined;
  }
  return undefined;
}

function isSameLine(one: Location, other: Location): boolean {
  return one.file === other.file && one.from.line === other.from.line;
}
