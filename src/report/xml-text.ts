/** What no XML 1.0 document may hold, even escaped; lone surrogates are not characters at all. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Control characters and marks that switch the writing direction, and what has a meaning in markup or is normalised there. */
const SPECIAL = /[&<>"'\t\n\r\u007f-\u009f\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;

/** Text for an XML document, in attributes and between tags; what XML cannot hold becomes U+FFFD. */
export function xmlText(text: string): string {
  return text.replace(FORBIDDEN, "\ufffd").replace(SPECIAL, (character) => `&#${character.charCodeAt(0)};`);
}

/** Attributes of an XML element, each with a space before it. */
export function xmlAttributes(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join("");
}
