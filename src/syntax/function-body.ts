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
    const line = codeOf(text.slice(at, lineEnd));
    if (line.endsWith("{") && !line.endsWith("interface {") && !line.endsWith("struct {")) {
      return at + line.length;
    }
    if (!goesOn(line)) return undefined;
    at = lineEnd + 1;
  }
}

/**
 * Offset behind a function whose body is on one line with the end of its header: `func (c *Client) Close() error { return nil }`.
 * Undefined for others.
 */
export function endOfOneLiner(text: string, start: number): number | undefined {
  for (let at = start; at < text.length;) {
    const lineEnd = text.indexOf("\n", at);
    const end = lineEnd === -1 ? text.length : lineEnd;
    const line = codeOf(text.slice(at, end));
    if (line.endsWith("}")) return isAtTopLevel(text, end) ? end : undefined;
    if (!goesOn(line)) return undefined;
    at = end + 1;
  }
  return undefined;
}

/** Whether a header goes on in the next line: it does so only inside its parentheses. */
function goesOn(line: string): boolean {
  return line.endsWith("(") || line.endsWith(",");
}

const beforeComment = /^(?:"(?:\\.|[^"\\])*"|[^"/]|\/(?!\/))*/;

/** A line without a comment at its end. */
function codeOf(line: string): string {
  return (beforeComment.exec(line)?.[0] ?? line).trimEnd();
}

/** Whether what looks like the end of a body may be part of a raw string or a comment. */
function mayHideItsEnd(body: string): boolean {
  const hasOpenString = body.includes("`") && body.split("`").length % 2 === 0;
  return hasOpenString || body.includes("/*") || body.includes("*/");
}
