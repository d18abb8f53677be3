/** What is coloured in Go code. */
export type TokenKind = "comment" | "string" | "keyword" | "number";

/** A token by its UTF-16 offsets, end exclusive. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

const KEYWORDS = new Set(
  (
    "break case chan const continue default defer else fallthrough for func go goto if import interface map package " +
    "range return select struct switch type var"
  ).split(" "),
);

/** What has no end in the text goes on to the end of the line, or of the text where it may span lines. */
const TOKEN =
  /(?<comment>\/\/.*|\/\*[^]*?(?:\*\/|$))|(?<string>`[^`]*`?|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)|(?<number>\b\d[\w.]*)|(?<word>[\p{L}_][\p{L}\p{Nd}_]*)/gu;

/**
 * The tokens to be coloured in a Go file, in order. A report knows nothing of syntax trees, and the lexical grammar is
 * all that colours need; in a file with errors they may be off.
 */
export function goTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { 0: matched, index, groups } of text.matchAll(TOKEN)) {
    const kind = kindOf(matched, groups ?? {});
    if (kind !== undefined) tokens.push({ kind, start: index, end: index + matched.length });
  }
  return tokens;
}

function kindOf(
  matched: string,
  groups: Readonly<Record<string, string | undefined>>,
): TokenKind | undefined {
  if (groups["word"] !== undefined) return KEYWORDS.has(matched) ? "keyword" : undefined;
  if (groups["comment"] !== undefined) return "comment";
  return groups["string"] === undefined ? "number" : "string";
}
