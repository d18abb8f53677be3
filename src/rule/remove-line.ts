import type { TextEdit } from "../diagnostic/index.js";
import type { SyntaxNode } from "../syntax/index.js";

/** A statement's line, and the edit that takes it out. */
export interface OwnLine {
  /** The statement, with the comment behind it. */
  readonly text: string;
  readonly removal: TextEdit;
}

/**
 * The line that a statement has for itself, but for a comment behind it. Undefined where it shares one, where a comment above
 * it would be left alone, or where gofmt would align the lines around it anew.
 */
export function ownLineOf(statement: SyntaxNode): OwnLine | undefined {
  const { text: source } = statement.tree;
  const start = source.lastIndexOf("\n", statement.start) + 1;
  const lineBreak = source.indexOf("\n", statement.end);
  if (lineBreak === -1) return undefined;
  const end = lineBreak + 1;
  const text = source.slice(start, end).trim();
  const rest = text.startsWith(statement.text) ? text.slice(statement.text.length).trim() : undefined;
  if (rest === undefined || (rest !== "" && !rest.startsWith("//"))) return undefined;
  const before = source.slice(source.lastIndexOf("\n", start - 2) + 1, start).trim();
  const next = source.indexOf("\n", end);
  const after = source.slice(end, next === -1 ? source.length : next).trim();
  if (before.startsWith("//") || before.endsWith("*/")) return undefined;
  if (before.includes("//") && after.includes("//")) return undefined;
  // No blank line is left beside another, or at either end of a block.
  const isLast = after.startsWith("}") || /^(?:case\b|default:)/.test(after);
  if (before === "" && isLast) {
    const blank = source.lastIndexOf("\n", start - 2) + 1;
    return { text, removal: { start: blank, end, text: "" } };
  }
  const takesNext = after === "" && next !== -1 && (before === "" || before.endsWith("{"));
  return { text, removal: { start, end: takesNext ? next + 1 : end, text: "" } };
}
