/**
 * The text of a file without the bodies of its functions and methods: it declares the same and takes a fraction of
 * the room and of the time to parse. Relies on gofmt's layout, in which a top-level function's body begins at the
 * end of a line and ends with the next line that starts with `}`; what is laid out otherwise stays as it is.
 */
export function withoutBodies(text: string): string {
  let inRawString = false;
  const pieces = text.split(/^(?=func )/m).map((piece) => {
    const isCode = !inRawString;
    if (hasOpenString(piece)) inRawString = !inRawString;
    return isCode ? withoutBody(piece) : piece;
  });
  return pieces.join("");
}

/** Takes out the body of the function with which a piece of a file begins; other things may follow it. */
function withoutBody(piece: string): string {
  const open = endOfHeader(piece);
  const close = piece.indexOf("\n}", open);
  if (open === undefined || close === -1) return piece;
  const isSure =
    !mayHideItsEnd(piece.slice(open, close)) && beginsDeclaration(piece.slice(close + "\n}".length));
  return isSure ? piece.slice(0, open) + piece.slice(close) : piece;
}

/** Whether what follows a body is at top level again: nothing, a comment, or another declaration. */
function beginsDeclaration(rest: string): boolean {
  return /^\s*(?:$|\/\/|\/\*|type\b|var\b|const\b)/.test(rest);
}

/**
 * Offset after the `{` that opens the body of the function at the start of a piece: the first line of the
 * declaration that ends with `{`. Undefined for functions without a body or on one line, for other text, and where
 * the layout makes it unsure.
 */
function endOfHeader(piece: string): number | undefined {
  if (!piece.startsWith("func ")) return undefined;
  for (let at = 0; ;) {
    const lineEnd = piece.indexOf("\n", at);
    if (lineEnd === -1) return undefined;
    const line = piece.slice(at, lineEnd).trimEnd();
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
  return hasOpenString(body) || body.includes("/*") || body.includes("*/");
}

function hasOpenString(text: string): boolean {
  return text.split("`").length % 2 === 0;
}
