import type { BuildConstraint } from "../project/index.js";
import { functionIn, outlineOf } from "../syntax/index.js";
import type { Outline } from "../syntax/index.js";

/** What an entry of an outline takes together with its names and its place in an index. */
const bytesPerEntry = 400;

/** A file of which only declarations matter. Its text is let go of as soon as they have been told from it. */
export class DeclarationFile {
  /** The builds the file takes part in. */
  readonly constraint: BuildConstraint;
  #read: (() => string) | undefined;
  readonly #readAgain: (() => string) | undefined;
  #outline: Outline | undefined;

  /**
   * `read` is called at most once, when the first declaration is looked for; `readAgain` for each function whose body is
   * asked for. Without it the bodies stay out of sight.
   */
  constructor(constraint: BuildConstraint, read: () => string, readAgain?: () => string) {
    this.constraint = constraint;
    this.#read = read;
    this.#readAgain = readAgain;
  }

  /** The declaration of a function or method (`Type.Method`) with its body, where that can be had. */
  functionText(name: string): string | undefined {
    return this.#readAgain && functionIn(this.#readAgain(), name);
  }

  get outline(): Outline {
    this.#outline ??= outlineOf(this.#read?.() ?? "");
    this.#read = undefined;
    return this.#outline;
  }

  /** Roughly the memory that its declarations take, in bytes. */
  get size(): number {
    return this.#outline ? this.#outline.text.length + bytesPerEntry * this.#outline.entries.length : 0;
  }
}
