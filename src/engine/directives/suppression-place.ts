import type { LineIndex } from "../../text/line-index.js";
import type { Span, SyntaxNode, SyntaxTree } from "../../syntax/index.js";
import { nodeAt } from "../finding.js";
import { coveredLines } from "./covered-lines.js";
import { placeDirective, statementBeginningLine } from "./place-directive.js";

/** Where a directive can be written: what it replaces, and the text around it. */
export interface SuppressionPlace {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

/**
 * Where a directive that speaks for an offset is written so that gofmt leaves it there: behind the code of its line, or on a
 * line of its own above the statement. Undefined where neither would speak for the offset.
 */
export function suppressionPlace(
  tree: SyntaxTree,
  lines: LineIndex,
  offset: number,
): SuppressionPlace | undefined {
  const { line } = lines.position(offset);
  return [behindLine(tree, lines, offset), aboveStatement(tree, lines, offset)].find((place) => {
    if (!place) return false;
    const covered = coveredLines(tree, { start: place.start, end: place.start }, lines);
    return covered.from <= line && line <= covered.to;
  });
}

function behindLine(tree: SyntaxTree, lines: LineIndex, offset: number): SuppressionPlace | undefined {
  const { line } = lines.position(offset);
  const written = lines.lineText(line);
  const code = written.trimEnd();
  const start = lines.lineStart(line) + code.length;
  const endsStatement = statementBeginningLine(tree, offset)?.end === start;
  // Behind what opens a block, it speaks for that line and not for the block.
  if (!endsStatement && !/[{:]$/.test(code)) return undefined;
  const isInString = nodeAt(tree, start).kind.startsWith("raw_string_literal");
  if (isInString || tree.comments.some((comment) => movesCommentOf(line, comment, lines))) return undefined;
  return { start, end: lines.lineStart(line) + written.length, before: " ", after: "" };
}

/** Whether a comment would share a line with one behind the code of a line, or gofmt align the two. */
function movesCommentOf(line: number, comment: Span, lines: LineIndex): boolean {
  const [from, to] = [lines.position(comment.start).line, lines.position(comment.end).line];
  if (from <= line && line <= to) return true;
  if (to !== line - 1 && from !== line + 1) return false;
  return lines.text.slice(lines.lineStart(from), comment.start).trim() !== "";
}

function aboveStatement(tree: SyntaxTree, lines: LineIndex, offset: number): SuppressionPlace | undefined {
  const statement = statementBeginningLine(tree, offset);
  const place = placeDirective(tree, offset);
  if (!statement || !place) return undefined;
  const { at, indent, lineBreak } = place;
  const line = lines.position(at).line;
  const above = line > 1 ? lines.lineText(line - 1).trim() : "";
  const separator = isDocumented(statement) && isProse(above) ? `${indent}//${lineBreak}` : "";
  return { start: at, end: at, before: separator + indent, after: lineBreak };
}

/** Whether a comment above it would be its documentation, in which gofmt puts directives last, after an empty line. */
function isDocumented({ kind }: SyntaxNode): boolean {
  return kind.endsWith("_declaration") || kind.endsWith("_spec");
}

/** Whether a line is a comment and no directive. */
function isProse(line: string): boolean {
  return (
    line.startsWith("//") && line !== "//" && !/^\/\/(?:[a-z0-9]+:[a-z0-9]|line |extern |export )/.test(line)
  );
}
