import type { SyntaxNode, SyntaxTree } from "../../syntax/index.js";
import { nodeAt } from "../finding.js";
import { isStatement } from "./covered-lines.js";

/** A line to write. */
export interface LineInsertion {
  /** Where the line that will follow begins. */
  readonly at: number;
  /** What that line begins with. */
  readonly indent: string;
  readonly lineBreak: string;
}

/** Where a directive has to stand, alone on a line, to speak for a place: above the statement that holds it. */
export function placeDirective(tree: SyntaxTree, offset: number): LineInsertion | undefined {
  const statement = statementBeginningLine(tree, offset);
  if (!statement) return undefined;
  const { text } = tree;
  const at = lineStart(text, statement.start);
  return {
    at,
    indent: text.slice(at, statement.start),
    lineBreak: text[at - 2] === "\r" ? "\r\n" : "\n",
  };
}

/**
 * The innermost statement that holds an offset and begins a line. What begins in the middle of a line is spoken for by
 * whoever speaks for the line.
 */
export function statementBeginningLine(tree: SyntaxTree, offset: number): SyntaxNode | undefined {
  const { text } = tree;
  for (let node: SyntaxNode | undefined = nodeAt(tree, offset); node; node = node.parent) {
    const before = text.slice(lineStart(text, node.start), node.start);
    if (isStatement(node) && before.trim() === "") return node;
  }
  return undefined;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}
