const FENCE = /^\s*(?:```|~~~)/;

/** A line that does not continue the paragraph before it: blank, heading, list item, quote, table or HTML. */
const BLOCK_START = /^\s*(?:$|#|[-*+] |\d+[.)] |>|\||<|```|~~~)/;

/** A line that nothing can be joined to: blank, heading, table, a fence's end, or one with a hard break. */
const NO_CONTINUATION = /^\s*(?:$|#|\||```|~~~)|(?: {2}|\\)$/;

/**
 * Markdown with every paragraph on one line. Code scanning shows each line break of a rule's help as one,
 * also those that only wrap the source.
 */
export function unwrapMarkdown(markdown: string): string {
  const joined: string[] = [];
  let inCode = false;
  for (const line of markdown.split(/\r?\n/)) {
    const isFence = FENCE.test(line);
    const last = joined.at(-1);
    const continues = !inCode && last !== undefined && !NO_CONTINUATION.test(last) && !BLOCK_START.test(line);
    if (continues) joined[joined.length - 1] = `${last} ${line.trimStart()}`;
    else joined.push(line);
    if (isFence) inCode = !inCode;
  }
  return joined.join("\n");
}

/** The first paragraph of prose in unwrapped Markdown, undefined when there is none. */
export function firstParagraph(markdown: string): string | undefined {
  return markdown
    .split("\n")
    .find((line) => !BLOCK_START.test(line))
    ?.trim();
}
