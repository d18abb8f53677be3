import picocolors from "picocolors";
import type { Colors } from "picocolors/types.js";
import { displayWidth, hyperlink, visible } from "../text/terminal.js";
import { unwrapMarkdown } from "./markdown.js";

/** How Markdown is laid out on a terminal. */
export interface TerminalLayout {
  /** Columns of the terminal. */
  readonly width: number;
  /** Whether colours and hyperlinks may be used. */
  readonly color: boolean;
}

/** Lines longer than this are hard to read, however wide the terminal is. */
const widest = 100;

/**
 * Markdown as text for a terminal: headings, paragraphs, lists, code and tables, in the form in which rules are documented.
 * Code keeps its lines, all else is wrapped.
 */
export function renderMarkdown(markdown: string, { width, color }: TerminalLayout): string {
  const page = new Page(Math.min(width, widest), picocolors.createColors(color));
  for (const line of unwrapMarkdown(markdown).split("\n")) page.add(line);
  return page.text();
}

/** A stretch of text in one style: a word, or a part of one. */
interface Piece {
  readonly text: string;
  readonly styled: string;
}

class Page {
  readonly #width: number;
  readonly #colors: Colors;
  readonly #lines: string[] = [];
  #isCode = false;
  /** The first row of the table at hand. */
  #columns: readonly string[] | undefined;

  constructor(width: number, colors: Colors) {
    this.#width = width;
    this.#colors = colors;
  }

  text(): string {
    return `${this.#lines.join("\n").trimEnd()}\n`;
  }

  add(line: string): void {
    if (/^\s*```/.test(line)) this.#isCode = !this.#isCode;
    else if (this.#isCode) this.#lines.push(this.#colors.dim(`    ${visible(line)}`.trimEnd()));
    else if (line.startsWith("|")) this.#addRow(cellsOf(line));
    else this.#addText(line);
  }

  #addText(line: string): void {
    this.#columns = undefined;
    const heading = /^(#+) (.*)$/.exec(line);
    const item = /^(\s*)([-*]|\d+\.) (.*)$/.exec(line);
    if (heading) this.#addHeading(heading[2] ?? "", heading[1] === "#");
    else if (item) this.#addItem(item[1] ?? "", item[2] ?? "", item[3] ?? "");
    else this.#lines.push(...this.#wrapped(line, ""));
  }

  #addHeading(text: string, isTitle: boolean): void {
    const { bold, underline } = this.#colors;
    this.#lines.push(isTitle ? bold(underline(visible(text))) : bold(visible(text)));
  }

  #addItem(indentation: string, mark: string, text: string): void {
    const lead = `${indentation}${mark === "*" ? "-" : mark} `;
    const [first = "", ...rest] = this.#wrapped(text, " ".repeat(lead.length));
    this.#lines.push(lead + first.slice(lead.length), ...rest);
  }

  /** A row becomes an item, each further cell a line with the name of its column. */
  #addRow(cells: readonly string[]): void {
    if (!this.#columns) {
      this.#columns = cells;
      return;
    }
    if (cells.every((cell) => /^:?-+:?$/.test(cell))) return;
    const [first = "", ...rest] = cells;
    this.#addItem("", "-", first);
    for (const [index, cell] of rest.entries())
      this.#lines.push(...this.#wrapped(`${this.#columns[index + 1] ?? ""}: ${cell}`, "    "));
  }

  #wrapped(text: string, indentation: string): string[] {
    const lines: string[] = [];
    let line = indentation;
    let used = indentation.length;
    for (const word of wordsOf(text, this.#colors)) {
      const size = word.reduce((sum, piece) => sum + displayWidth(piece.text), 0);
      const isFirst = used === indentation.length;
      if (!isFirst && used + 1 + size > this.#width) {
        lines.push(line);
        line = indentation;
        used = indentation.length;
      }
      const gap = used === indentation.length ? "" : " ";
      line += gap + word.map(({ styled }) => styled).join("");
      used += gap.length + size;
    }
    return [...lines, line.trimEnd()];
  }
}

function cellsOf(row: string): readonly string[] {
  return row
    .replace(/^\||\|\s*$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

const inline = /`([^`]+)`|\*\*([^*]+)\*\*|(?<!\w)_([^_]+)_(?!\w)|\[((?:[^\]`]|`[^`]*`)+)\]\(([^)\s]+)\)/g;

/** The words of a text, each in pieces of one style. */
function wordsOf(text: string, colors: Colors): readonly (readonly Piece[])[] {
  const words: Piece[][] = [];
  let isOpen = false;
  for (const { text: part, style } of spansOf(text, colors)) {
    for (const [index, piece] of part.split(" ").entries()) {
      if (index > 0) isOpen = false;
      if (piece === "") continue;
      const shown = { text: piece, styled: style(piece) };
      if (isOpen) words.at(-1)?.push(shown);
      else words.push([shown]);
      isOpen = true;
    }
  }
  return words;
}

interface StyledSpan {
  readonly text: string;
  readonly style: (text: string) => string;
}

function spansOf(text: string, colors: Colors): readonly StyledSpan[] {
  const spans: StyledSpan[] = [];
  let end = 0;
  for (const match of text.matchAll(inline)) {
    spans.push({ text: visible(text.slice(end, match.index)), style: asIs });
    spans.push(spanOf(match, colors));
    end = match.index + match[0].length;
  }
  return [...spans, { text: visible(text.slice(end)), style: asIs }];
}

/** Without colours, what would be lost stays as it is written. */
function spanOf([, code, strong, emphasis, link, url]: RegExpExecArray, colors: Colors): StyledSpan {
  const { isColorSupported, cyan, bold, italic, underline } = colors;
  if (code !== undefined)
    return { text: visible(isColorSupported ? code : `\`${code}\``), style: isColorSupported ? cyan : asIs };
  if (strong !== undefined) return { text: visible(strong), style: bold };
  if (emphasis !== undefined) return { text: visible(emphasis), style: italic };
  const shown = visible((link ?? "").replaceAll("`", ""));
  return isColorSupported
    ? { text: shown, style: (word) => hyperlink(underline(word), url ?? "") }
    : { text: `${shown} (${visible(url ?? "")})`, style: asIs };
}

function asIs(text: string): string {
  return text;
}
