// Changes Go source at random, the same way for the same seed.

/** Tokens of Go, white space, and every other character by itself. */
const token = /[\p{L}_][\p{L}\p{Nd}_]*|[0-9][\w.]*|"(?:\\.|[^"\\\n])*"|`[^`]*`|\s+|./gsu;

const foreign = [
  ..."( ) [ ] { } < > , ; : . := = == <- ... & * ~ | ' \" ` \\ // /* */".split(" "),
  ..."func go defer select case default for range if else switch return type struct interface map chan".split(
    " ",
  ),
  ..."var const package import goto break continue fallthrough new( make( nil iota T[ [T any]".split(" "),
  ..."\0 \u0001 \u001b[31m \u007f \u0085 \u2028 \ufeff \ufffd \ud83d é 世 😀 👩‍👩‍👧 \r \r\n \t".split(" "),
];

/** A generator of numbers below a bound (mulberry32). */
export function random(seed) {
  let state = seed | 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

/** The bytes of a source with one to six changes; `other` lends parts of itself. */
export function mutate(source, other, below) {
  let text = source;
  for (let change = below(6); change >= 0; change--)
    text = changes[below(changes.length)](text, other, below);
  const bytes = new TextEncoder().encode(text);
  // Now and then bytes that are no UTF-8.
  if (bytes.length > 0 && below(20) === 0) bytes[below(bytes.length)] = 0x80 | below(128);
  return bytes;
}

const changes = [
  (text, _, below) => inPieces(text, token, below, deleted),
  (text, _, below) => inPieces(text, token, below, doubled),
  (text, _, below) => inPieces(text, token, below, swapped),
  (text, _, below) => inPieces(text, /.*\n?/g, below, deleted),
  (text, _, below) => inPieces(text, /.*\n?/g, below, doubled),
  (text, _, below) => inPieces(text, /.*\n?/g, below, swapped),
  (text, _, below) => text.slice(0, below(text.length + 1)),
  (text, _, below) => inserted(text, foreign[below(foreign.length)], below),
  (text, _, below) => inserted(text, foreign[below(foreign.length)].repeat(1 + below(200)), below),
  (text, other, below) => text.slice(0, below(text.length + 1)) + other.slice(below(other.length + 1)),
  (text, other, below) => {
    const start = below(other.length + 1);
    return inserted(text, other.slice(start, start + below(2_000)), below);
  },
];

function inserted(text, piece, below) {
  const at = below(text.length + 1);
  return text.slice(0, at) + piece + text.slice(at);
}

/** Cuts a text in pieces, picks a few neighbouring ones and puts something else in their place. */
function inPieces(text, pattern, below, change) {
  const pieces = text.match(pattern) ?? [];
  if (pieces.length === 0) return text;
  const start = below(pieces.length);
  const length = 1 + below(8);
  const picked = pieces.slice(start, start + length);
  return [...pieces.slice(0, start), ...change(picked), ...pieces.slice(start + length)].join("");
}

const deleted = () => [];
const doubled = (pieces) => [...pieces, ...pieces];
const swapped = (pieces) => pieces.toReversed();
