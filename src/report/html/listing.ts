import { counted } from "../counted.js";
import type { CodeFiles } from "./code-file.js";
import { codeLine } from "./code-line.js";
import type { Mark } from "./code-line.js";
import { excerptRows } from "./excerpt.js";
import type { Note, Row } from "./excerpt.js";
import { Markup, markup, prose } from "./markup.js";
import { layTrack } from "./track.js";
import type { Detour, TrackPiece } from "./track.js";

/** A fold that hides more lines tells only how many: they would make the page large. */
const LARGEST_FOLD = 20;

/** How code is shown. */
export interface ListingStyle {
  readonly files: CodeFiles;
  /** Whether folds tell only how many lines they hide. */
  readonly isBrief: boolean;
}

/** The code that notes speak of, with a line drawn along it from step to step and each note beside its code. */
export function listing(notes: readonly Note[], style: ListingStyle): Markup {
  const { files } = style;
  const rows = excerptRows(notes, (file) => files.of(file)?.lines);
  const steps = notes.filter(({ number }) => number !== undefined);
  const track = layTrack(
    steps.map((step) => rows.findIndex((row) => row.kind === "line" && row.notes.includes(step))),
    rows.length,
  );
  const lanes = Math.max(0, ...track.flatMap(({ detours }) => detours.map(({ lane }) => lane)));
  const drawn = rows.map((row, index) => rowMarkup(row, track[index] as TrackPiece, style));
  return markup`<div class="code lanes-${lanes}">
${drawn}</div>
`;
}

function rowMarkup(row: Row, piece: TrackPiece, style: ListingStyle): Markup {
  switch (row.kind) {
    case "file":
      return markup`<div class="row file${trackClasses(piece)}">${piece.detours.map(detour)}<span class="src">${row.file}</span></div>
`;
    case "fold":
      return foldRow(row, piece, style);
    case "line":
      return lineRow(row, piece, style.files);
  }
}

function lineRow(
  { file, line, notes }: Extract<Row, { kind: "line" }>,
  piece: TrackPiece,
  files: CodeFiles,
): Markup {
  const classes = (notes.length > 0 ? ` noted ${gravest(notes)}` : "") + trackClasses(piece);
  return markup`<div class="row${classes}">${piece.detours.map(detour)}${stop(notes)}<span class="no">${line}</span>${code(file, line, files, notes)}${notes.map(noteText)}</div>
`;
}

function code(file: string, line: number, files: CodeFiles, notes: readonly Note[] = []): Markup {
  const text = files.of(file);
  if (text === undefined || line > text.lines.lineCount) {
    return markup`<span class="src missing">the text of this line is not at hand</span>`;
  }
  const width = text.lines.lineText(line).length;
  return markup`<code class="src">${codeLine(
    text,
    line,
    notes.map((note) => markOf(note, line, width)),
  )}</code>`;
}

/** The part of its first line that a note is about. */
function markOf({ role, location: { from, to } }: Note, line: number, width: number): Mark {
  const end = to.line > line ? width : to.column - 1;
  return { role, start: from.column - 1, end: Math.max(end, from.column) };
}

function foldRow(
  { file, from, to }: Extract<Row, { kind: "fold" }>,
  piece: TrackPiece,
  { files, isBrief }: ListingStyle,
): Markup {
  const count = to - from + 1;
  const label = counted(count, "line");
  if (isBrief || count > LARGEST_FOLD || files.of(file) === undefined) {
    return markup`<div class="row fold${trackClasses(piece)}">${piece.detours.map(detour)}<span class="src">⋯ ${label}</span></div>
`;
  }
  const hidden = Array.from(
    { length: count },
    (
      _,
      index,
    ) => markup`<div class="row"><span class="no">${from + index}</span>${code(file, from + index, files)}</div>
`,
  );
  return markup`<details class="row fold${trackClasses(piece)}"><summary>${piece.detours.map(detour)}<span class="src">${label}</span></summary>
${hidden}</details>
`;
}

/** The numbers of the steps on a line. */
function stop(notes: readonly Note[]): Markup | undefined {
  const numbers = notes.flatMap(({ number }) => number ?? []);
  return numbers.length === 0
    ? undefined
    : markup`<b class="stop" aria-hidden="true">${numbers.join("·")}</b>`;
}

/** A note, its number for those who do not see the stop, and for all where the stop has several. */
function noteText({ role, number, message }: Note, _: number, { length }: readonly Note[]): Markup {
  const label =
    number === undefined
      ? undefined
      : length > 1
        ? markup`<b><span class="spoken">Step </span>${number}</b> `
        : markup`<span class="spoken">Step ${number}: </span>`;
  return markup` <span class="note ${role}">${label}${prose(message)}</span>`;
}

/** The role that colours a line with several notes. */
function gravest(notes: readonly Note[]): string {
  return (
    (["end", "start", "step"] as const).find((role) => notes.some((note) => note.role === role)) ?? "beside"
  );
}

function trackClasses({ up, down, arrives }: TrackPiece): string {
  return `${up ? " up" : ""}${down ? " down" : ""}${arrives ? " arrives" : ""}`;
}

function detour({ lane, shape, arrives }: Detour): Markup {
  return markup`<i class="detour lane-${lane} ${shape}${arrives ? " arrives" : ""}"></i>`;
}
