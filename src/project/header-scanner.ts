/** A comment as it stands in the source, a carriage return at the end of a line comment left out. */
export interface HeaderComment {
  readonly kind: "line" | "block";
  readonly text: string;
  /** Offset of its first character. */
  readonly start: number;
  /** Offset after its last character: of the line break, for a line comment. */
  readonly end: number;
}

const blankPattern = /[\s;]+/y;
const stringPattern = /"(?:[^"\\\n]|\\.)*"|`[^`]*`/y;
const identifierPattern = /[\p{L}_][\p{L}\p{Nd}_]*/uy;

/** Steps over the tokens that can stand before the first declaration of a Go file. */
export class HeaderScanner {
  readonly #text: string;
  #offset = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Offset of what comes next. */
  get offset(): number {
    return this.#offset;
  }

  /** Steps over blanks, comments and semicolons; returns the comments. */
  skipToToken(): HeaderComment[] {
    const comments: HeaderComment[] = [];
    for (;;) {
      this.#accept(blankPattern);
      const comment = this.#comment();
      if (comment === undefined) return comments;
      comments.push(comment);
    }
  }

  /** Steps over a keyword or one sign; false when something else comes next. */
  accept(token: string): boolean {
    if (!this.#text.startsWith(token, this.#offset)) return false;
    const word = this.#peek(identifierPattern);
    if (word !== undefined && word !== token) return false;
    this.#offset += token.length;
    return true;
  }

  /** Steps over an identifier; undefined when something else comes next. */
  identifier(): string | undefined {
    return this.#accept(identifierPattern);
  }

  /** Steps over a string literal, escapes left as they are; undefined when something else comes next. */
  string(): string | undefined {
    return this.#accept(stringPattern)?.slice(1, -1);
  }

  #comment(): HeaderComment | undefined {
    const start = this.#offset;
    if (this.#text.startsWith("//", start)) {
      this.#skipUntil("\n", start);
      const text = this.#text.slice(start, this.#offset);
      return { kind: "line", text: text.endsWith("\r") ? text.slice(0, -1) : text, start, end: this.#offset };
    }
    if (this.#text.startsWith("/*", start)) {
      this.#skipUntil("*/", start + 2);
      this.#offset = Math.min(this.#offset + 2, this.#text.length);
      return { kind: "block", text: this.#text.slice(start, this.#offset), start, end: this.#offset };
    }
    return undefined;
  }

  #skipUntil(end: string, from: number): void {
    const found = this.#text.indexOf(end, from);
    this.#offset = found < 0 ? this.#text.length : found;
  }

  #accept(pattern: RegExp): string | undefined {
    const text = this.#peek(pattern);
    this.#offset += text?.length ?? 0;
    return text;
  }

  #peek(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#offset;
    return pattern.exec(this.#text)?.[0];
  }
}
