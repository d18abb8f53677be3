import type { BuildConstraint } from "../project/index.js";
import { outlineOf } from "../syntax/index.js";
import type { Outline } from "../syntax/index.js";

/** A file of which only declarations matter: its text is let go of as soon as they are asked for. */
export class DeclarationFile {
  /** The builds the file takes part in. */
  readonly constraint: BuildConstraint;
  #content: { readonly text: string; readonly outline?: Outline };

  constructor(text: string, constraint: BuildConstraint) {
    this.constraint = constraint;
    this.#content = { text };
  }

  get outline(): Outline {
    if (this.#content.outline) return this.#content.outline;
    const outline = outlineOf(this.#content.text);
    this.#content = { text: outline.text, outline };
    return outline;
  }

  /** Number of characters that are kept of it. */
  get size(): number {
    return this.#content.text.length;
  }
}
