import type { TextEdit } from "../diagnostic/index.js";
import type { SyntaxNode } from "../syntax/index.js";

/** A line of code with a comment behind it. */
interface CommentedLine {
  /** How many characters of code there are behind the indentation. */
  readonly width: number;
  /** The white space before the comment, as offsets. */
  readonly gap: { readonly start: number; readonly end: number };
}

/** What a fix does to the line on which a statement begins. */
export interface LineChange {
  /** How many characters the line gains. */
  readonly growth?: number;
  /** Whether a line without a comment comes to stand behind the statement. */
  readonly isFollowed?: boolean;
}

/**
 * The edits that keep the comments at the ends of lines aligned as gofmt aligns them: those of statements on consecutive
 * lines stand in one column, which the longest of the lines decides.
 */
export function alignedComments(
  statement: SyntaxNode,
  { growth = 0, isFollowed = false }: LineChange,
): TextEdit[] {
  const own = commentedLine(statement);
  if (!own || (isFollowed && isLong(statement))) return [];
  const above = linesBeside(statement, -1);
  const below = linesBeside(statement, 1);
  if (new Set([...above, own, ...below].map(columnOf)).size > 1) return [];
  const grown = { ...own, width: own.width + growth };
  return isFollowed
    ? [...aligned([...above, grown]), ...aligned(below)]
    : aligned([...above, grown, ...below]);
}

function columnOf({ width, gap }: CommentedLine): number {
  return width + gap.end - gap.start;
}

function aligned(lines: readonly CommentedLine[]): TextEdit[] {
  const column = Math.max(...lines.map(({ width }) => width)) + 1;
  return lines.flatMap(({ width, gap: { start, end } }) =>
    start + column - width === end ? [] : [{ start, end, text: " ".repeat(column - width) }],
  );
}

/** The commented lines right above or below a statement; a statement of several lines begins a new column. */
function linesBeside(statement: SyntaxNode, step: 1 | -1): readonly CommentedLine[] {
  const siblings = statement.parent?.allChildren ?? [];
  const lines: CommentedLine[] = [];
  let last = statement;
  for (let at = siblings.indexOf(statement) + step; ; at += step) {
    const sibling = siblings[at];
    const [upper, lower] = step === 1 ? [last, sibling] : [sibling, last];
    if (!sibling || !upper || !lower || isLong(upper) || !isNextLine(upper, lower)) return lines;
    const line = commentedLine(sibling);
    if (!line) return lines;
    lines.push(line);
    last = sibling;
  }
}

function isLong({ text }: SyntaxNode): boolean {
  return text.includes("\n");
}

function isNextLine(upper: SyntaxNode, lower: SyntaxNode): boolean {
  return lower.tree.text.slice(upper.end, lower.start).split("\n").length === 2;
}

/** The line on which a statement begins, if it ends in a comment. */
function commentedLine({ tree, start }: SyntaxNode): CommentedLine | undefined {
  const { text } = tree;
  const lineBreak = text.indexOf("\n", start);
  const end = lineBreak === -1 ? text.length : lineBreak;
  const comment = tree.comments.find((candidate) => candidate.start > start && candidate.start < end);
  if (!comment) return undefined;
  const code = text.slice(start, comment.start).trimEnd();
  return { width: [...code].length, gap: { start: start + code.length, end: comment.start } };
}
