import type { SyntaxNode, SyntaxTree } from "../../syntax/index.js";
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
  const { text } = tree;
  for (let node = nodeAt(tree, offset); node; node = node.parent) {
    const at = text.lastIndexOf("\n", node.start - 1) + 1;
    const indent = text.slice(at, node.start);
    // What begins in the middle of a line is spoken for by whoever speaks for the line.
    if (!isStatement(node) || indent.trim() !== "") continue;
    return { at, indent, lineBreak: text[at - 2] === "\r" ? "\r\n" : "\n" };
  }
  return undefined;
}

/** The innermost node that spans an offset. */
function nodeAt(tree: SyntaxTree, offset: number): SyntaxNode | undefined {
  let node: SyntaxNode | undefined = tree.root;
  for (;;) {
    const inner: SyntaxNode | undefined = node.allChildren.find(
      ({ start, end }) => start <= offset && offset < end,
    );
    if (!inner) return node;
    node = inner;
  }
}
