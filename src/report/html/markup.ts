import { visible } from "../../text/terminal.js";

/** Text that is HTML already, as opposed to text that has yet to become it. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

/** What a template may hold: text is escaped, markup is taken as it is, undefined is nothing. */
export type MarkupValue = string | number | Markup | readonly Markup[] | undefined;

/**
 * The tag of templates that make HTML. Whatever is put into one is text, in which nothing has a meaning to a browser and
 * nothing is invisible, unless it is markup already: so a name or a line of source cannot become an element.
 */
export function markup(strings: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  const parts = values.map((value, index) => strings[index] + toHtml(value));
  return new Markup(parts.join("") + strings.at(-1));
}

/** A message with what stands between backquotes as code. */
export function prose(message: string): Markup[] {
  const parts = message.replace(/\s*[\r\n]+\s*/g, " ").split(/`([^`]+)`/);
  return parts.map((part, index) => (index % 2 === 1 ? markup`<code>${part}</code>` : markup`${part}`));
}

/** A link to a page, or the mere text where the address is none of the web. */
export function link(text: string, url: string | undefined): Markup {
  if (url === undefined || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return markup`${text}`;
  return markup`<a href="${new URL(url).href}">${text}</a>`;
}

function toHtml(value: MarkupValue): string {
  if (value === undefined) return "";
  if (value instanceof Markup) return value.html;
  if (typeof value === "object") return value.map(({ html }) => html).join("");
  return visible(String(value)).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
