import type { LineIndex } from "../../text/line-index.js";
import type { SourceLines } from "../source-lines.js";
import { goTokens } from "./go-colors.js";
import type { Token } from "./go-colors.js";

/** A file whose code is shown. */
export interface CodeFile {
  readonly lines: LineIndex;
  /** What is coloured, in order. */
  readonly tokens: readonly Token[];
}

/** The files that a page shows code of, each prepared once. */
export class CodeFiles {
  readonly #sources: SourceLines;
  readonly #known = new Map<string, CodeFile | undefined>();

  constructor(sources: SourceLines) {
    this.#sources = sources;
  }

  /** A file, or undefined when its text is no longer to be had. */
  of(file: string): CodeFile | undefined {
    if (!this.#known.has(file)) {
      const lines = this.#sources.of(file);
      this.#known.set(file, lines && { lines, tokens: goTokens(lines.text) });
    }
    return this.#known.get(file);
  }
}
