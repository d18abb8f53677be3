import type { Span } from "./tree.js";

/**
 * The body of the function or method whose declaration begins at `start`, braces included, told from the text alone.
 * Relies on gofmt's layout, in which a top-level function's body begins at the end of a line and ends with the next
 * line that starts with `}`; undefined for what is laid out otherwise, for bodies on one line and where there is none.
 */
export function bodyOf(text: string, start: number): Span | undefined {
  const open = endOfHeader(text, start);
  const close = open === undefined ? -1 : text.indexOf("\n}", open);
  if (open === undefined || close === -1) return undefined;
  const end = close + "\n}".length;
  const isSure = !mayHideItsEnd(text.slice(open, close)) && isAtTopLevel(text, end);
  return isSure ? { start: open - "{".length, end } : undefined;
}

const afterBody = /\s*(?:$|\/\/|\/\*|(?:func|type|var|const)\b)/y;

/** Whether what follows a body is at top level again: nothing, a comment, or another declaration. */
function isAtTopLevel(text: string, end: number): boolean {
  afterBody.lastIndex = end;
  return afterBody.test(text);
}

/**
 * Offset after the `{` that opens the body: the first line of the declaration that ends with `{`. Undefined for
 * functions without a body or on one line, and where the layout makes it unsure.
 */
function endOfHeader(text: string, start: number): number | undefined {
  for (let at = start; ;) {
    const lineEnd = text.indexOf("\n", at);
    if (lineEnd === -1) return undefined;
    const line = text.slice(at, lineEnd).trimEnd();
    if (line.endsWith("{") && !line.endsWith("interface {") && !line.endsWith("struct {")) {
      return at + line.length;
    }
    // A header goes on over several lines only inside its parentheses.
    if (!line.endsWith("(") && !line.endsWith(",")) return undefined;
    at = lineEnd + 1;
  }
}

/** Whether what looks like the end of a body may be part of a raw string or a comment. */
function mayHideItsEnd(body: string): boolean {
  const hasOpenString = body.includes("`") && body.split("`").length % 2 === 0;
  return hasOpenString || body.includes("/*") || body.includes("*/");
}
