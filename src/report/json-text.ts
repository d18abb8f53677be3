/** What JSON allows to stand as it is although a terminal could be steered by it. */
const UNSAFE = /[\u007f-\u009f\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;

/** A value as indented JSON that is also safe to print; parsing gives back the value unchanged. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replace(UNSAFE, escape)}\n`;
}

/** A value as JSON on one line that is also safe to print. */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value).replace(UNSAFE, escape)}\n`;
}

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
