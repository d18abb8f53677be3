/** A place in a text, both 1-based; the column counts UTF-16 code units, as editors do. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/**
 * Maps UTF-16 offsets of one text to lines and columns and back. A line ends with `\n` or `\r\n`; a lone
 * `\r` ends none, as for the Go compiler.
 */
export class LineIndex {
  readonly text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.#starts = lineStarts(text);
  }

  /** Number of lines; a text that ends with a line break has an empty last line. */
  get lineCount(): number {
    return this.#starts.length;
  }

  /** Line and column of an offset; offsets outside the text are taken to its nearest end. */
  position(offset: number): LineColumn {
    const inside = Math.min(Math.max(offset, 0), this.text.length);
    const line = this.#lineAt(inside);
    return { line, column: inside - this.lineStart(line) + 1 };
  }

  /** Offset of a line and column; a column beyond the line's end is taken to its end. */
  offset(line: number, column: number): number {
    const start = this.lineStart(line);
    return start + Math.min(Math.max(column - 1, 0), this.lineText(line).length);
  }

  /** Offset at which a 1-based line starts. Throws a RangeError for a line that is not there. */
  lineStart(line: number): number {
    const start = this.#starts[line - 1];
    if (start === undefined) throw new RangeError(`line ${line} of a text of ${this.lineCount} lines`);
    return start;
  }

  /** The text of a 1-based line without its line break. */
  lineText(line: number): string {
    const next = this.#starts[line];
    const text = this.text.slice(this.lineStart(line), next === undefined ? this.text.length : next - 1);
    return next !== undefined && text.endsWith("\r") ? text.slice(0, -1) : text;
  }

  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
