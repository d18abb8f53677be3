import type { TextEdit } from "../diagnostic/index.js";
import type { SyntaxNode } from "../syntax/index.js";
import { alignedComments } from "./trailing-comments.js";

/**
 * The edits that put a statement on a line of its own after another, indented like it and with the file's line ending, as
 * gofmt would have it. Undefined when more than a comment follows on the same line, where a person has to decide.
 */
export function insertStatementAfter(statement: SyntaxNode, text: string): TextEdit[] | undefined {
  const line = insertedLine(statement, text);
  return line && [...alignedComments(statement, { isFollowed: true }), line];
}

/** The line alone, where other edits change the statement before it as well. */
export function insertedLine(statement: SyntaxNode, text: string): TextEdit | undefined {
  const source = statement.tree.text;
  const lineStart = source.lastIndexOf("\n", statement.start - 1) + 1;
  const indentation = /^[ \t]*/.exec(source.slice(lineStart, statement.start))?.[0] ?? "";
  const lineBreak = source.indexOf("\n", statement.end);
  const end = lineBreak === -1 ? source.length : lineBreak;
  const rest = source.slice(statement.end, end).trim();
  if (rest !== "" && !rest.startsWith("//")) return undefined;
  const newline = source[lineBreak - 1] === "\r" ? "\r\n" : "\n";
  const at = newline === "\r\n" ? end - 1 : end;
  return { start: at, end: at, text: `${newline}${indentation}${text}` };
}
