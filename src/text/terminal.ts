/**
 * Whatever could steer a terminal or reorder what it shows: control characters (C0, DEL, C1), the Unicode
 * marks that switch the writing direction, and line and paragraph separators. Tabs are harmless.
 */
const UNSAFE = /(?!\t)[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;

/** East Asian wide and full-width characters, by block; emoji are told by their own property. */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]/u;

/** A character shown as emoji by itself, or made one by the variation selector after it. */
const EMOJI = /^(?:\p{Emoji_Presentation}|\p{Emoji}\ufe0f)/u;

/** Combining marks and formatting characters: they take no room of their own. */
const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

const PLAIN = /^[\x20-\x7e]*$/;

/** Made at the first text that is not plain: it loads tables that most runs never need. */
let segmenter: Intl.Segmenter | undefined;

/** The text with everything made visible that could steer a terminal: safe to print, tabs kept. */
export function visible(text: string): string {
  return text.replace(UNSAFE, reveal);
}

/** As `visible`, and on one line: line breaks and the space around them become one space. */
export function visibleLine(text: string): string {
  return visible(text.replace(/\s*[\r\n]+\s*/g, " "));
}

/** The characters of a text as a reader counts them: a letter with its accents, or a joined emoji, is one. */
export function characters(text: string): string[] {
  if (PLAIN.test(text)) return text.split("");
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

/** Number of terminal columns a text takes. Expects neither tabs nor control characters. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  return characters(text).reduce((width, character) => width + characterWidth(character), 0);
}

/** The text as a terminal hyperlink (OSC 8); the bare text when `url` is no URL. */
export function hyperlink(text: string, url: string): string {
  if (!URL.canParse(url)) return text;
  // A parsed URL is ASCII without control characters, so it cannot end the sequence early.
  return `\u001b]8;;${new URL(url).href}\u001b\\${text}\u001b]8;;\u001b\\`;
}

function characterWidth(character: string): number {
  if (ZERO_WIDTH.test(character)) return 0;
  return WIDE.test(character) || EMOJI.test(character) ? 2 : 1;
}

/** C0 and DEL have pictures of their own in Unicode; the others are named by their code point. */
function reveal(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}
