import { KindId } from "./nodes.generated.js";
import type { CallExpressionNode, SyntaxNode } from "./nodes.generated.js";
import type { Span, SyntaxTree } from "./tree.js";

/**
 * Versions of a text with errors in which Go that the grammar does not know yet is masked, the likeliest first.
 * Masks keep a text's length, so all offsets stay true, and nodes read their text from the unmasked source.
 */
export function* repairs(text: string, parse: (text: string) => SyntaxTree): Generator<string> {
  const ungeneric = maskGenericMethods(text);
  if (ungeneric !== undefined) yield ungeneric;
  const uncommon = maskBuiltinCallsOfValues(ungeneric ?? text, parse);
  if (uncommon !== undefined) yield uncommon;
}

/**
 * `new(expression)`, which Go allows since 1.26, and `make(expression)` of a function that hides the builtin:
 * the grammar wants a type there. As a call of an unknown `neW` it takes any argument, types too; so a text in
 * which all such names are masked tells which of their arguments cannot be types, and only those stay masked.
 */
function maskBuiltinCallsOfValues(text: string, parse: (text: string) => SyntaxTree): string | undefined {
  const names = [...text.matchAll(/(?<![\p{L}\p{Nd}_.])(?:new|make)(?![\p{L}\p{Nd}_])/gu)];
  const all = mask(text, names.map(lastLetter), toUpperCase);
  if (all === undefined) return undefined;
  const masked = new Set(names.map(({ index }) => index));
  const spans = callsOfValues(parse(all)).filter(({ start }) => masked.has(start));
  return mask(text, spans.map(lastLetter), toUpperCase);
}
