import type { SyntaxTree } from "../syntax/index.js";
import { LineIndex } from "../text/line-index.js";

/** A finding that a fixture announces in a `// want` comment. */
export interface Expectation {
  /** 1-based line on which the finding begins. */
  readonly line: number;
  /** What its message must match. */
  readonly pattern: RegExp;
}

/** The expectations of one file, and the comments that look like some and cannot be read. */
export interface Expectations {
  readonly expected: readonly Expectation[];
  readonly unreadable: readonly { readonly line: number; readonly reason: string }[];
}

/**
 * Reads the comments `// want "regexp" …` of a file: one quoted regular expression for each finding on the
 * comment's line, as Go writes strings, in double quotes or backquotes. `// want +1 "regexp"` speaks of the next
 * line, for lines that cannot carry a second comment.
 */
export function expectationsOf(tree: SyntaxTree): Expectations {
  const lines = new LineIndex(tree.text);
  const expected: Expectation[] = [];
  const unreadable: { line: number; reason: string }[] = [];
  for (const { start, end } of tree.comments) {
    const [, offset = "0", list] = wantPattern.exec(tree.text.slice(start, end)) ?? [];
    if (list === undefined) continue;
    const { line } = lines.position(start);
    try {
      expected.push(...readPatterns(list).map((pattern) => ({ line: line + Number(offset), pattern })));
    } catch (error) {
      unreadable.push({ line, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return { expected, unreadable };
}

const wantPattern = /^\/[/*][ \t]*want\b[ \t]*([+-]\d+)?(.*?)(?:\*\/)?$/s;
const quotedPattern = /^\s*("(?:[^"\\]|\\.)*"|`[^`]*`)/s;

function readPatterns(list: string): RegExp[] {
  const patterns: RegExp[] = [];
  let rest = list;
  do {
    const [all = "", quoted = ""] = quotedPattern.exec(rest) ?? [];
    if (quoted === "") throw new Error(`a quoted regular expression must follow "want", not ${rest.trim()}`);
    patterns.push(new RegExp(unquote(quoted), "u"));
    rest = rest.slice(all.length);
  } while (rest.trim() !== "");
  return patterns;
}

/** The escapes that regular expressions need are those that JSON and Go share. */
function unquote(quoted: string): string {
  return quoted.startsWith("`") ? quoted.slice(1, -1) : (JSON.parse(quoted) as string);
}
