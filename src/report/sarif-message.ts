/** A text as a sentence: SARIF wants every message to end with a full stop. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/**
 * A text as part of a SARIF message, where `[text](1)` is a link and `{0}` a placeholder: brackets and
 * backslashes are escaped and braces around a number doubled. Other braces stay single, though the standard
 * would double them too: readers know no placeholders in them and would show both.
 */
export function messageText(text: string): string {
  return text.replace(/[\\[\]]/g, String.raw`\$&`).replace(/\{(\d+)\}/g, "{{$1}}");
}

/** A link to the related location of that id. */
export function messageLink(text: string, id: number): string {
  return `[${messageText(text)}](${id})`;
}
