import type { Span } from "./tree.js";

/**
 * A declaration at the top level of a file: also a member of a group in parentheses that can be understood without
 * the rest of it, and else the group as a whole.
 */
export interface OutlineEntry {
  /** Offsets of its text. */
  readonly start: number;
  readonly end: number;
  /** What makes a declaration of a group's member: its keyword; empty for whole declarations. */
  readonly keyword: string;
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
  readonly packageName: string | undefined;
  readonly imports: readonly OutlineImport[];
  readonly entries: readonly OutlineEntry[];
}

/**
 * Comments and literals, in which nothing counts, and top-level keywords: those right after a line break. The break
 * is part of the match, since an alternative that looks back would be tried at every character.
 */
const landmarks =
  /`[^`]*`|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\/\/[^\n]*|\/\*[^]*?\*\/|\n(?:package|import|func|type|var|const)\b/g;

/**
 * Lists the declarations of a file without parsing it. Relies on gofmt's layout, in which top-level declarations
 * begin at the beginning of a line, and nothing else does.
 */
export function outlineOf(text: string): Outline {
  const starts: { readonly at: number; readonly keyword: string }[] = [];
  const first = /^(?:package|import|func|type|var|const)\b/.exec(text);
  if (first) starts.push({ at: 0, keyword: first[0] });
  for (const { 0: match, index } of text.matchAll(landmarks)) {
    if (match.startsWith("\n")) starts.push({ at: index + 1, keyword: match.slice(1) });
  }
  const clause = starts.find(({ keyword }) => keyword === "package");
  const imports = starts.flatMap(({ at, keyword }, index) =>
    keyword === "import" ? importsIn(text.slice(at, starts[index + 1]?.at ?? text.length)) : [],
  );
  const declarations = starts.filter(({ keyword }) => keyword !== "package" && keyword !== "import");
  const entries = declarations.flatMap(({ at, keyword }, index) =>
    entriesIn(text, keyword, { start: at, end: declarations[index + 1]?.at ?? text.length }),
  );
  return {
    packageName:
      clause && /^package\s+([\p{L}_][\p{L}\p{Nd}_]*)/u.exec(text.slice(clause.at, clause.at + 200))?.[1],
    imports,
    entries,
  };
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

function entriesIn(text: string, keyword: string, { start, end }: Span): readonly OutlineEntry[] {
  const declaration = text.slice(start, end);
  if (keyword === "func") return [{ start, end, keyword: "", names: functionName(declaration) }];
  if (!/^\w+\s*\(/.test(declaration)) {
    return [{ start, end, keyword: "", names: split(plain.exec(declaration)?.[1]) }];
  }
  const members = membersOf(declaration, keyword);
  if (keyword === "const" && !areIndependent(declaration, members)) {
    return [{ start, end, keyword: "", names: members.flatMap(({ names }) => names) }];
  }
  return members.map((member) => ({
    start: start + member.start,
    end: start + member.end,
    keyword,
    names: member.names,
  }));
}

function functionName(declaration: string): readonly string[] {
  const receiver = declaration.startsWith("func (") ? method.exec(declaration) : undefined;
  return receiver ? [`${receiver[1]}.${receiver[2]}`] : split(plain.exec(declaration)?.[1]);
}

/** The members of a group, each up to the next one; the last one ends where the group does. */
function membersOf(group: string, keyword: string): readonly OutlineEntry[] {
  const matches = [...group.matchAll(inGroup)];
  const close = Math.max(group.lastIndexOf("\n)"), 0);
  return matches.map(({ index, 1: names }, at) => ({
    start: index + 1,
    end: matches[at + 1]?.index ?? close,
    keyword,
    names: split(names),
  }));
}

/** Whether no constant of a group repeats the expression of one before it or counts on its place. */
function areIndependent(group: string, members: readonly OutlineEntry[]): boolean {
  return !/\biota\b/.test(group) && members.every(({ start, end }) => group.slice(start, end).includes("="));
}

function split(names: string | undefined): readonly string[] {
  if (names === undefined) return [];
  return names.includes(",") ? names.split(",").map((name) => name.trim()) : [names];
}
