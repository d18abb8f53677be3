import type { LineIndex } from "../../text/line-index.js";
import { kindNames } from "../../syntax/index.js";
import type { Span, SyntaxNode, SyntaxTree } from "../../syntax/index.js";

/** Lines of a file, 1-based, both ends included. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The lines a directive speaks for. After code on its line: the statement that ends there, from its first line
 * on, or the whole declaration whose first line it is. Alone on its line: whatever begins on the next line of
 * code, as a whole.
 */
export function coveredLines(tree: SyntaxTree, comment: Span, lines: LineIndex): LineRange {
  const line = lines.position(comment.start).line;
  if (isTrailing(tree, comment, lines)) {
    const declaration = outermost(tree, (node) => isDeclaration(node) && startLine(node, lines) === line);
    if (declaration) return extent(declaration, lines);
    const statement = outermost(
      tree,
      (node) => isStatement(node) && node.end <= comment.start && endLine(node, lines) === line,
    );
    return statement ? extent(statement, lines) : { from: line, to: line };
  }
  const next = nextCodeLine(tree, comment, lines);
  const node = outermost(tree, (candidate) => isStatement(candidate) && startLine(candidate, lines) === next);
  return node ? extent(node, lines) : { from: next, to: next };
}

/** Whether there is code before a comment on its line. */
export function isTrailing(tree: SyntaxTree, comment: Span, lines: LineIndex): boolean {
  const { line } = lines.position(comment.start);
  return tree.text.slice(lines.lineStart(line), comment.start).trim() !== "";
}

function extent(node: SyntaxNode, lines: LineIndex): LineRange {
  return { from: startLine(node, lines), to: endLine(node, lines) };
}

function startLine(node: SyntaxNode, lines: LineIndex): number {
  return lines.position(node.start).line;
}

function endLine(node: SyntaxNode, lines: LineIndex): number {
  return lines.position(node.end).line;
}

/** The first line after a comment that holds more than comments and white space. */
function nextCodeLine(tree: SyntaxTree, comment: Span, lines: LineIndex): number {
  let at = comment.end;
  for (const other of tree.comments) {
    if (other.start >= at && tree.text.slice(at, other.start).trim() === "") at = other.end;
  }
  const rest = tree.text.slice(at);
  return lines.position(at + rest.length - rest.trimStart().length).line;
}

/** The first node in document order, and so the outermost, for which something holds. */
function outermost(tree: SyntaxTree, holds: (node: SyntaxNode) => boolean): SyntaxNode | undefined {
  const { kinds, size } = tree.arena;
  for (let id = 1; id < size; id++) {
    // Operators have ids beyond those of the kinds, and are no nodes.
    if ((kinds[id] as number) < kindNames.length && holds(tree.node(id))) return tree.node(id);
  }
  return undefined;
}

const declarationKinds = new Set([
  "function_declaration",
  "method_declaration",
  "var_declaration",
  "const_declaration",
  "type_declaration",
]);

function isDeclaration(node: SyntaxNode): boolean {
  return declarationKinds.has(node.kind) && node.parent?.kind === "source_file";
}

/** Statements, declarations, and the specs and clauses that a directive can stand above or behind. */
export function isStatement(node: SyntaxNode): boolean {
  const around = node.parent?.kind;
  return (
    around === "statement_list" ||
    around === "source_file" ||
    around === "var_spec_list" ||
    node.kind.endsWith("_case")
  );
}
