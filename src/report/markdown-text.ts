import { visibleLine } from "../text/terminal.js";

/** Whatever GitHub or GitLab would read as markup, a mention or a formula. */
const MARKUP = /[\\`*_[\]<>&|~$#@]/g;

/** A text as one line of Markdown that shows just that text, also in a table or within HTML. */
export function markdownText(text: string): string {
  return visibleLine(text).replace(MARKUP, String.raw`\$&`);
}

/** A link; the bare text where there is nothing to link to. */
export function markdownLink(text: string, url: string | undefined): string {
  const shown = markdownText(text);
  if (url === undefined || !URL.canParse(url)) return shown;
  // Brackets and bars have a meaning for Markdown, but none of their own in a URL.
  const target = new URL(url).href.replace(/[()|<>]/g, (character) => percentEncoded(character));
  return `[${shown}](${target})`;
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
