import { bodyOf, endOfOneLiner } from "./function-body.js";
import type { Span } from "./tree.js";

/** A declaration at the top level of a file. */
export interface OutlineEntry extends Span {
  /** Names it declares; of a method, `Type.Method`. */
  readonly names: readonly string[];
}

/** An import of a file. */
export interface OutlineImport {
  /** Its specification as written: `"net/http"`, `. "math"`. */
  readonly text: string;
  readonly path: string;
  /** The name that is given to it; undefined where the package's own counts. */
  readonly alias: string | undefined;
}

/** What a file declares, told from its text alone. */
export interface Outline {
  readonly imports: readonly OutlineImport[];
  /**
   * The imports and declarations one after the other, without the bodies of functions and the comments before them:
   * it takes a fraction of the room of the file. Members of groups in parentheses stand as declarations of their own where they
   * can be understood without the rest of the group.
   */
  readonly text: string;
  /** Stretches of that text, in its order; the imports are none of them. */
  readonly entries: readonly OutlineEntry[];
}

/**
 * Comments and literals, in which nothing counts, and line breaks before top-level keywords. The break is part of the
 * match, since an alternative that looks back would be tried at every character.
 */
const landmarks =
  /`[^`]*`|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\/\/[^\n]*(?:\n[\t ]*\/\/[^\n]*)*|\/\*[^]*?\*\/|\n(?=(?:package|import|func|type|var|const)\b)/g;

const keywordPattern = /(?:package|import|func|type|var|const)\b/y;

/**
 * Lists the declarations of a file without parsing it. Relies on gofmt's layout, in which top-level declarations
 * begin at the beginning of a line, and nothing else does.
 */
export function outlineOf(file: string): Outline {
  const pieces = [...declarationsIn(file)].flatMap((declaration) => piecesOf(declaration, file));
  const text = pieces.join("");
  const imports: OutlineImport[] = [];
  const entries: OutlineEntry[] = [];
  let start = 0;
  for (const { length } of pieces) {
    // Cut out of this text, not of the file: a part of a string keeps the whole of it in memory.
    const piece = text.slice(start, start + length);
    if (piece.startsWith("import")) imports.push(...importsIn(piece));
    else entries.push({ start, end: start + length, names: namesIn(piece) });
    start += length;
  }
  return { imports, text, entries };
}

/** The stretches of functions and methods (`Type.Method`) with their bodies, where these can be told from the text. */
export function functionsIn(file: string, names: ReadonlySet<string>): ReadonlyMap<string, Span> {
  const found = new Map<string, Span>();
  for (const { keyword, start, end } of declarationsIn(file)) {
    const [name] = keyword === "func" ? namesIn(file.slice(start, end)) : [];
    if (name === undefined || !names.has(name) || found.has(name)) continue;
    const functionEnd = bodyOf(file, start)?.end ?? endOfOneLiner(file, start);
    if (functionEnd !== undefined) found.set(name, { start, end: functionEnd });
    if (found.size === names.size) break;
  }
  return found;
}

interface TopLevel extends Span {
  readonly keyword: string;
}

/** What a file has at top level, each with its keyword; of functions, where it can be told, only the header. */
function* declarationsIn(text: string): Generator<TopLevel> {
  let start = keywordAt(text, 0) === undefined ? nextTopLevel(text, 0) : 0;
  for (let keyword = keywordAt(text, start); keyword !== undefined; keyword = keywordAt(text, start)) {
    const body = keyword === "func" ? bodyOf(text, start) : undefined;
    const next = nextTopLevel(text, body?.end ?? start + keyword.length);
    yield { keyword, start, end: body?.start ?? endOfCode(text, start, next) };
    start = next;
  }
}

function keywordAt(text: string, offset: number): string | undefined {
  keywordPattern.lastIndex = offset;
  return keywordPattern.exec(text)?.[0];
}

/** Offset of the next top-level keyword, or the end of the text. */
function nextTopLevel(text: string, from: number): number {
  landmarks.lastIndex = from;
  while (landmarks.test(text)) {
    // Nothing else that is looked for ends with a line break.
    if (text[landmarks.lastIndex - 1] === "\n") return landmarks.lastIndex;
  }
  return text.length;
}

/** Where a declaration ends: before the blank lines and line comments between it and the next one. */
function endOfCode(text: string, start: number, next: number): number {
  for (let end = next; ;) {
    const line = text.lastIndexOf("\n", end - 1);
    if (line <= start) return end;
    const isCode = !text.startsWith("//", line + 1) && text.slice(line + 1, end).trim() !== "";
    if (isCode) return end;
    end = line;
  }
}

// Whatever is not ASCII counts as a letter here: only letters can stand where names are looked for.
const identifier = String.raw`[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*`;
const method = new RegExp(
  String.raw`^func\s*\(\s*(?:${identifier}\s+)?\*?\s*\(?\*?(${identifier})[^)]*\)+\s*(${identifier})`,
);
const plain = new RegExp(String.raw`^(?:func|type|var|const)\s+(${identifier}(?:\s*,\s*${identifier})*)`);
const inGroup = new RegExp(String.raw`^\t(${identifier}(?:\s*,\s*${identifier})*)`, "gm");

const importSpec = /(?:([.\w\u0080-\uffff]+)[ \t]+)?(["`])([^"`\n]+)\2|\/\/[^\n]*/g;

function importsIn(declaration: string): readonly OutlineImport[] {
  const specs = declaration.slice("import".length).matchAll(importSpec);
  return [...specs].flatMap(([text, alias, , path]) => (path === undefined ? [] : [{ text, path, alias }]));
}

/** What an outline has of a declaration: a group of members that can stand alone, member by member. */
function piecesOf({ keyword, start, end }: TopLevel, file: string): readonly string[] {
  if (keyword === "package") return [];
  const declaration = file.slice(start, end);
  if (keyword === "import" || !isGroup(declaration)) return [declaration];
  const members = membersOf(declaration);
  if (keyword === "const" && !areIndependent(declaration, members)) return [declaration];
  return members.map(({ text }) => `${keyword} ${text}`);
}

function namesIn(declaration: string): readonly string[] {
  if (isGroup(declaration)) return membersOf(declaration).flatMap(({ names }) => split(names));
  const receiver = declaration.startsWith("func (") ? method.exec(declaration) : undefined;
  return receiver ? [`${receiver[1]}.${receiver[2]}`] : split(plain.exec(declaration)?.[1]);
}

/** Whether a declaration is one of several things in parentheses. */
function isGroup(declaration: string): boolean {
  return /^(?:type|var|const)\s*\(/.test(declaration);
}

interface Member {
  readonly text: string;
  /** Separated by commas. */
  readonly names: string | undefined;
}

/** The members of a group, each up to the next one; the last one ends where the group does. */
function membersOf(group: string): readonly Member[] {
  const matches = [...group.matchAll(inGroup)];
  const close = Math.max(group.lastIndexOf("\n)"), 0);
  return matches.map(({ index, 1: names }, at) => ({
    text: group.slice(index + 1, matches[at + 1]?.index ?? close),
    names,
  }));
}

/** Whether no constant of a group repeats the expression of one before it or counts on its place. */
function areIndependent(group: string, members: readonly Member[]): boolean {
  return !/\biota\b/.test(group) && members.every(({ text }) => text.includes("="));
}

function split(names: string | undefined): readonly string[] {
  if (names === undefined) return [];
  return names.includes(",") ? names.split(",").map((name) => name.trim()) : [names];
}
