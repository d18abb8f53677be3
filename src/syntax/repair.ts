import type { Span } from "./tree.js";

/**
 * Versions of a text with errors in which Go that the grammar does not know yet is masked. Masks keep a text's
 * length, so all offsets stay true, and nodes read their text from the unmasked source. `isType` says whether a
 * piece of text parses as a type.
 */
export function* repairs(text: string, isType: (text: string) => boolean): Generator<string> {
  const withoutMethodTypes = maskGenericMethods(text);
  if (withoutMethodTypes !== undefined) yield withoutMethodTypes;
  const withoutBuiltins = maskBuiltinCallsOfValues(withoutMethodTypes ?? text, isType);
  if (withoutBuiltins !== undefined) yield withoutBuiltins;
}

/** Type parameters of methods, which Go allows since 1.27 and the grammar has no place for: blanked out. */
function maskGenericMethods(text: string): string | undefined {
  const heads = [...text.matchAll(/^[ \t]*func\s*\([^()]*\)\s*[\p{L}_][\p{L}\p{Nd}_]*\s*(?=\[)/gmu)];
  if (heads.length === 0) return undefined;
  const brackets = closedBrackets(text);
  const lists = heads.flatMap(({ 0: head, index }) => {
    const start = index + head.length;
    const end = brackets.get(start)?.end;
    return end !== undefined && text.slice(end).trimStart().startsWith("(") ? [{ start, end }] : [];
  });
  return mask(text, lists, blank);
}

/**
 * `new(expression)`, which Go allows since 1.26, and `make(expression)` of a function that hides the builtin:
 * the grammar wants a type there. As a call of an unknown `NEW` it takes any expression.
 */
function maskBuiltinCallsOfValues(text: string, isType: (text: string) => boolean): string | undefined {
  const heads = [...text.matchAll(/(?<![\p{L}\p{Nd}_.])(new|make)[ \t]*\(/gu)];
  if (heads.length === 0) return undefined;
  const brackets = closedBrackets(text);
  const known = new Map<string, boolean>();
  const names = heads.flatMap(({ 0: head, 1: name = "", index }, at) => {
    const open = index + head.length - 1;
    const firstPartEnd = brackets.get(open)?.firstPartEnd;
    if (firstPartEnd === undefined) return [];
    const argument = text.slice(open + 1, firstPartEnd);
    // No type has such a call in it. Not to parse these arguments keeps nested calls cheap.
    const hasCall = (heads[at + 1]?.index ?? text.length) < firstPartEnd;
    if (!hasCall && !known.has(argument)) known.set(argument, isType(argument));
    return known.get(argument) === true ? [] : [{ start: index, end: index + name.length }];
  });
  return mask(text, names, (name) => name.toUpperCase());
}

/** What a pair of brackets encloses, as offsets. */
interface ClosedBracket {
  /** Of the first comma between the brackets that is in no others, or else of the closing bracket. */
  readonly firstPartEnd: number;
  /** After the closing bracket. */
  readonly end: number;
}

/** Comments and literals, in which brackets mean nothing, and the brackets and commas outside of them. */
const tokens = /\/\/.*|\/\*(?:[^]*?\*\/|[^]*)|`[^`]*`?|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|[()[\]{},]/g;

/** The brackets that are closed, by the offset of the opening one. */
function closedBrackets(text: string): ReadonlyMap<number, ClosedBracket> {
  const closed = new Map<number, ClosedBracket>();
  const open: { readonly start: number; firstComma?: number }[] = [];
  for (const { 0: token, index } of text.matchAll(tokens)) {
    const innermost = open.at(-1);
    if ("([{".includes(token)) {
      open.push({ start: index });
    } else if (innermost && token === ",") {
      innermost.firstComma ??= index;
    } else if (innermost && ")]}".includes(token)) {
      closed.set(innermost.start, { firstPartEnd: innermost.firstComma ?? index, end: index + 1 });
      open.pop();
    }
  }
  return closed;
}

/** Undefined when there is nothing to mask. */
function mask(text: string, spans: readonly Span[], replace: (masked: string) => string): string | undefined {
  if (spans.length === 0) return undefined;
  const pieces: string[] = [];
  let copied = 0;
  for (const { start, end } of spans) {
    pieces.push(text.slice(copied, start), replace(text.slice(start, end)));
    copied = end;
  }
  pieces.push(text.slice(copied));
  return pieces.join("");
}

/** Spaces, line breaks kept. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}
