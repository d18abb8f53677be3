import type { BuildConstraint } from "../project/index.js";
import { functionsIn, outlineOf } from "../syntax/index.js";
import type { Outline } from "../syntax/index.js";

/** What an entry of an outline takes together with its names and its place in an index. */
const bytesPerEntry = 400;

/** A declaration that was cut out of a file, to be parsed by itself. */
export interface Excerpt {
  readonly text: string;
  /** Offset of the text in the file. */
  readonly start: number;
  readonly file: SourceFile;
}

/** A file to which one may come back. */
export interface SourceFile {
  readonly path: string;
  /** Its text; read anew each time. */
  readonly read: () => string;
}

/** The outline of a file, made when it is first asked for. The text is let go of then. */
export class LazyOutline {
  #read: (() => string) | undefined;
  #outline: Outline | undefined;

  /** `read` is called at most once. */
  constructor(read: () => string) {
    this.#read = read;
  }

  get value(): Outline {
    this.#outline ??= outlineOf(this.#read?.() ?? "");
    this.#read = undefined;
    return this.#outline;
  }

  /** Roughly the memory that its declarations take, in bytes. */
  get size(): number {
    return this.#outline ? this.#outline.text.length + bytesPerEntry * this.#outline.entries.length : 0;
  }
}

/** A file of which only declarations matter. */
export class DeclarationFile {
  /** The builds the file takes part in. */
  readonly constraint: BuildConstraint;
  readonly #outline: LazyOutline;
  readonly #source: SourceFile | undefined;

  /** `source` is read for each function whose body is asked for. Without it the bodies stay out of sight. */
  constructor(constraint: BuildConstraint, outline: LazyOutline, source?: SourceFile) {
    this.constraint = constraint;
    this.#outline = outline;
    this.#source = source;
  }

  /** Declarations of functions and methods (`Type.Method`) with their bodies, by name, as far as these can be had. */
  functions(names: ReadonlySet<string>): ReadonlyMap<string, Excerpt> {
    const file = this.#source;
    const text = file?.read() ?? "";
    const spans = functionsIn(text, names);
    return new Map(
      [...spans].flatMap(([name, { start, end }]) =>
        file ? [[name, { text: text.slice(start, end), start, file }] as const] : [],
      ),
    );
  }

  get outline(): Outline {
    return this.#outline.value;
  }
}
