import { LineIndex } from "../text/line-index.js";
import type { FormatContext } from "./formatter.js";

/** The line indexes of the files a report quotes, each made once. */
export class SourceLines {
  readonly #source: FormatContext["source"];
  readonly #known = new Map<string, LineIndex | undefined>();

  constructor(source: FormatContext["source"]) {
    this.#source = source;
  }

  /** The lines of a file, or undefined when its text is no longer to be had. */
  of(file: string): LineIndex | undefined {
    if (!this.#known.has(file)) {
      const text = this.#source(file);
      this.#known.set(file, text === undefined ? undefined : new LineIndex(text));
    }
    return this.#known.get(file);
  }
}
