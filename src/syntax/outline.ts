/** A declaration, or a group of them in parentheses, at the top level of a file. */
export interface OutlineEntry {
  /** Offsets of its text; the end is where the next declaration begins. */
  readonly start: number;
  readonly end: number;
  /** Names it declares; of a method, `Type.Method`. */
  readonly names: readonly string[];
}

/** What a file declares, told from its text alone. */
export interface Outline {
  readonly packageName: string | undefined;
  /** A package clause and the imports: what the declarations need around them to be understood alone. */
  readonly header: string;
  readonly entries: readonly OutlineEntry[];
}

/**
 * Comments and literals, in which nothing counts, and top-level keywords: those at the very beginning of a line.
 */
const landmarks =
  /`[^`]*`|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\/\/[^\n]*|\/\*[^]*?\*\/|(?<=\n|^)(?:package|import|func|type|var|const)\b/g;

/**
 * Lists the declarations of a file without parsing it. Relies on gofmt's layout, in which top-level declarations
 * begin at the beginning of a line, and nothing else does.
 */
export function outlineOf(text: string): Outline {
  const starts: { readonly at: number; readonly keyword: string }[] = [];
  for (const { 0: match, index } of text.matchAll(landmarks)) {
    if (/^[a-z]/.test(match)) starts.push({ at: index, keyword: match });
  }
  const clause = starts.find(({ keyword }) => keyword === "package");
  const imports = starts.flatMap(({ at, keyword }, index) =>
    keyword === "import" ? [text.slice(at, starts[index + 1]?.at ?? text.length)] : [],
  );
  const declarations = starts.filter(({ keyword }) => keyword !== "package" && keyword !== "import");
  const entries = declarations.map(({ at, keyword }, index): OutlineEntry => {
    const end = declarations[index + 1]?.at ?? text.length;
    return { start: at, end, names: namesIn(text.slice(at, end), keyword) };
  });
  return {
    packageName:
      clause && /^package\s+([\p{L}_][\p{L}\p{Nd}_]*)/u.exec(text.slice(clause.at, clause.at + 200))?.[1],
    header: `package p\n${imports.join("\n")}\n`,
    entries,
  };
}

const identifier = String.raw`[\p{L}_][\p{L}\p{Nd}_]*`;
const method = new RegExp(
  String.raw`^func\s*\(\s*(?:${identifier}\s+)?\*?\s*\(?\*?(${identifier})[^)]*\)+\s*(${identifier})`,
  "u",
);
const plain = new RegExp(
  String.raw`^(?:func|type|var|const)\s+(${identifier}(?:\s*,\s*${identifier})*)`,
  "u",
);
const inGroup = new RegExp(String.raw`^\t(${identifier}(?:\s*,\s*${identifier})*)`, "gmu");

function namesIn(declaration: string, keyword: string): readonly string[] {
  if (keyword === "func") {
    const receiver = method.exec(declaration);
    if (receiver) return [`${receiver[1]}.${receiver[2]}`];
  } else if (/^\w+\s*\(/.test(declaration)) {
    return [...declaration.matchAll(inGroup)].flatMap(([, names]) => split(names as string));
  }
  const names = plain.exec(declaration)?.[1];
  return names === undefined ? [] : split(names);
}

function split(names: string): readonly string[] {
  return names.split(",").map((name) => name.trim());
}
