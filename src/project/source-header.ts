import {
  BuildExpressionError,
  parseGoBuild,
  parsePlusBuild,
  type BuildExpression,
} from "./build-expression.js";
import { HeaderScanner, type HeaderComment } from "./header-scanner.js";

/** What the top of a Go file says about the whole file. Read without a parse, down to the last import. */
export interface SourceHeader {
  /** Undefined when there is no package clause, as in an empty file. */
  readonly packageName: string | undefined;
  /** Build expressions that must all hold; none when the file does not ask for anything. */
  readonly build: readonly BuildExpression[];
  /** Whether it says, in Go's own words, that it was generated. */
  readonly isGenerated: boolean;
  /** Whether it imports "C", and so needs cgo. */
  readonly importsC: boolean;
  /** Settings of `//go:debug` lines. Go heeds those of main packages and tests. */
  readonly godebug: ReadonlyMap<string, string>;
  readonly problems: readonly HeaderProblem[];
}

/** A line of the header that Go rejects. */
export interface HeaderProblem {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

/** Reads the header of a Go file. `text` is without a byte order mark. */
export function readSourceHeader(text: string): SourceHeader {
  const scanner = new HeaderScanner(text);
  const comments = scanner.skipToToken();
  const end = scanner.offset;
  const packageName = readPackageName(scanner);
  const problems: HeaderProblem[] = [];
  return {
    packageName,
    build: readBuildLines(text, comments, end, problems),
    isGenerated: comments.some(saysGenerated),
    // Hardly a file holds these letters at all, and then its imports need no look.
    importsC: /["`]C["`]/.test(text) && readImportPaths(scanner).includes("C"),
    godebug: readGodebug(comments),
    problems,
  };
}

function readPackageName(scanner: HeaderScanner): string | undefined {
  if (!scanner.accept("package")) return undefined;
  scanner.skipToToken();
  // In a file cut off after `package`, or with the name not yet typed, a declaration comes next.
  if (["import", "const", "type", "var", "func"].some((keyword) => scanner.accept(keyword))) return undefined;
  return scanner.identifier();
}

/** The paths of the import declarations that the scanner stands before. */
function readImportPaths(scanner: HeaderScanner): string[] {
  const paths: string[] = [];
  for (scanner.skipToToken(); scanner.accept("import"); scanner.skipToToken()) {
    scanner.skipToToken();
    const isGroup = scanner.accept("(");
    let path = readImportPath(scanner);
    while (path !== undefined) {
      paths.push(path);
      path = isGroup ? readImportPath(scanner) : undefined;
    }
    scanner.accept(")");
  }
  return paths;
}

function readImportPath(scanner: HeaderScanner): string | undefined {
  scanner.skipToToken();
  if (!scanner.accept(".")) scanner.identifier();
  scanner.skipToToken();
  return scanner.string();
}

function saysGenerated({ text }: HeaderComment): boolean {
  return text.includes("Code generated") && /^\/\/ Code generated .* DO NOT EDIT\.\r?$/m.test(text);
}

function readGodebug(comments: readonly HeaderComment[]): ReadonlyMap<string, string> {
  const settings = new Map<string, string>();
  for (const { text } of comments) {
    if (!text.startsWith("//go:debug")) continue;
    const [, key, value] = /^\/\/go:debug[ \t]+([^=\s]+)=(\S+)\s*$/.exec(text) ?? [];
    if (key !== undefined && value !== undefined) settings.set(key, value);
  }
  return settings;
}

/** A `//go:build` line counts alone; only without one do `// +build` lines, all of them. */
function readBuildLines(
  text: string,
  comments: readonly HeaderComment[],
  end: number,
  problems: HeaderProblem[],
): readonly BuildExpression[] {
  const goBuild = comments.filter((comment) => isGoBuild(comment) && startsLine(text, comment.start));
  const [first, second] = goBuild;
  if (first === undefined) return readPlusBuildLines(text, comments, end);
  if (second !== undefined) {
    problems.push({ line: lineAt(text, second.start), message: "there is more than one //go:build line" });
  }
  try {
    return [parseGoBuild(first.text.slice("//go:build".length).trim())];
  } catch (error) {
    if (!(error instanceof BuildExpressionError)) throw error;
    problems.push({
      line: lineAt(text, first.start),
      message: `malformed //go:build line: ${error.message}`,
    });
    return [];
  }
}

/** `// +build` lines count in the run of line comments at the top, as far as a blank line follows. */
function readPlusBuildLines(
  text: string,
  comments: readonly HeaderComment[],
  end: number,
): BuildExpression[] {
  if (!comments.some((comment) => comment.text.includes("+build"))) return [];
  const firstBlock = comments.findIndex((comment) => comment.kind === "block");
  const run = firstBlock < 0 ? comments : comments.slice(0, firstBlock);
  const lastCounting = run.findLastIndex((comment, index) => {
    const next = comments[index + 1]?.start ?? end;
    return /\n[ \t\r]*\n/.test(text.slice(comment.end, next));
  });
  return run.slice(0, lastCounting + 1).flatMap((comment) => {
    const match = /^\/\/\s*\+build(?:\s+(.*))?$/.exec(comment.text);
    return match === null ? [] : [parsePlusBuild(match[1] ?? "")];
  });
}

function isGoBuild({ text }: HeaderComment): boolean {
  return text.startsWith("//go:build") && /^\s|^$/.test(text.slice("//go:build".length));
}

function startsLine(text: string, offset: number): boolean {
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset).trim() === "";
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
