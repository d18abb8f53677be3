import type { Span } from "./tree.js";

/**
 * Go that the grammar does not know yet, made digestible by masking: the text keeps its length, so all offsets
 * stay true, and nodes read their text from the unmasked source. Undefined when there is nothing to mask.
 * `isType` says whether a piece of text parses as a type.
 */
export type Repair = (text: string, isType: (text: string) => boolean) => string | undefined;

/** Tried in order on files with errors; a repair stays only when it leaves fewer errors. */
export const repairs: readonly Repair[] = [
  maskGenericMethods,
  maskBuiltinCallsOfValues,
  (text, isType) => maskBuiltinCallsOfValues(maskGenericMethods(text) ?? text, isType),
];

/**
 * `new(expression)`, which Go allows since 1.26, and `make(expression)` of a function that hides the builtin:
 * the grammar wants a type there. As a call of an unknown `neW` it takes any argument.
 */
function maskBuiltinCallsOfValues(text: string, isType: (text: string) => boolean): string | undefined {
  const spans = [...text.matchAll(/(?<![\w.])(?:new|make)(?=\s*\()/g)].flatMap((match) => {
    const nameEnd = match.index + match[0].length;
    return isType(firstArgument(text, text.indexOf("(", nameEnd))) ? [] : [{ start: nameEnd - 1, end: nameEnd }];
  });
  return mask(text, spans, ({ start, end }) => text.slice(start, end).toUpperCase());
}

/** Type parameters of methods, which Go allows since 1.27 and the grammar has no place for: blanked out. */
function maskGenericMethods(text: string): string | undefined {
  const spans = [...text.matchAll(/^func\s*\([^()]*\)\s*[\p{L}_][\p{L}\p{Nd}_]*\s*(?=\[)/gmu)].flatMap((match) => {
    const start = match.index + match[0].length;
    const end = closingBracket(text, start);
    return text.slice(end).trimStart().startsWith("(") ? [{ start, end }] : [];
  });
  return mask(text, spans, ({ start, end }) => blank(text.slice(start, end)));
}

function mask(text: string, spans: readonly Span[], replacement: (span: Span) => string): string | undefined {
  if (spans.length === 0) return undefined;
  const pieces: string[] = [];
  let copied = 0;
  for (const span of spans) {
    pieces.push(text.slice(copied, span.start), replacement(span));
    copied = span.end;
  }
  pieces.push(text.slice(copied));
  return pieces.join("");
}

/** The text between an opening parenthesis and the comma or parenthesis that ends the first argument. */
function firstArgument(text: string, open: number): string {
  const end = closingBracket(text, open) - 1;
  const comma = topLevelComma(text, open + 1, end);
  return text.slice(open + 1, comma ?? end);
}

function topLevelComma(text: string, from: number, to: number): number | undefined {
  let depth = 0;
  for (let at = from; at < to; at++) {
    const character = text[at] as string;
    if ("([{".includes(character)) depth++;
    else if (")]}".includes(character)) depth--;
    else if (character === "," && depth === 0) return at;
  }
  return undefined;
}

/** Offset after the bracket that closes the one at `open`; the text's end when there is none. */
function closingBracket(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const character = text[at] as string;
    if ("([{".includes(character)) depth++;
    else if (")]}".includes(character) && --depth === 0) return at + 1;
  }
  return text.length;
}

/** Spaces, line breaks kept. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}
