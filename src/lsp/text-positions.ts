import type { Position, Range } from "vscode-languageserver/node";

/** How a client counts within a line. */
export type PositionEncoding = "utf-16" | "utf-8";

/** The encoding to speak: the first that the client offers and that is known here, UTF-16 where it offers none. */
export function choosePositionEncoding(offered: readonly string[] | undefined): PositionEncoding {
  const known = offered?.find((encoding) => encoding === "utf-16" || encoding === "utf-8");
  return known === "utf-8" ? "utf-8" : "utf-16";
}

/**
 * Maps UTF-16 offsets of one text to the protocol's positions and back. Lines end as the protocol says, with `\n`, `\r\n` or
 * `\r`; Go does not know the last.
 */
export class TextPositions {
  readonly #text: string;
  readonly #encoding: PositionEncoding;
  readonly #starts: readonly number[];

  constructor(text: string, encoding: PositionEncoding) {
    this.#text = text;
    this.#encoding = encoding;
    this.#starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (end) => end.index + end[0].length)];
  }

  position(offset: number): Position {
    const line = this.#lineAt(offset);
    const before = this.#text.slice(this.#starts[line], offset);
    return { line, character: this.#encoding === "utf-8" ? Buffer.byteLength(before) : before.length };
  }

  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  /** Offset of a position; one that lies beyond its line or the text is taken to their end. */
  offset({ line, character }: Position): number {
    const start = this.#starts[Math.max(line, 0)];
    if (start === undefined) return this.#text.length;
    const content = this.#text.slice(start, this.#starts[line + 1]).replace(/[\r\n]+$/, "");
    const units =
      this.#encoding === "utf-8" ? Buffer.from(content).toString("utf8", 0, character).length : character;
    return start + Math.min(Math.max(units, 0), content.length);
  }

  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }
}
