import type { Location } from "../diagnostic/index.js";
import { LineIndex } from "../text/line-index.js";
import type { Span, SyntaxTree } from "../syntax/index.js";

/** Turns places in syntax trees into locations to show. Knows the files of one package. */
export class Places {
  readonly #pathOf: (tree: SyntaxTree) => string | undefined;
  readonly #lines = new Map<SyntaxTree, LineIndex>();

  /** `pathOf`: how the file of a tree is shown, undefined for one of another package. */
  constructor(pathOf: (tree: SyntaxTree) => string | undefined) {
    this.#pathOf = pathOf;
  }

  /** The location of a stretch of a file. Throws for a file of another package. */
  locate(tree: SyntaxTree, { start, end }: Span): Location {
    const file = this.#pathOf(tree);
    if (file === undefined) throw new Error("the place lies in no file of this package");
    const lines = this.#linesOf(tree);
    return { file, start, end, from: lines.position(start), to: lines.position(end) };
  }

  #linesOf(tree: SyntaxTree): LineIndex {
    let lines = this.#lines.get(tree);
    if (!lines) {
      lines = new LineIndex(tree.text);
      this.#lines.set(tree, lines);
    }
    return lines;
  }
}
