import type { Location } from "../diagnostic/index.js";
import type { Origin } from "../semantics/index.js";
import type { Span, SyntaxTree } from "../syntax/index.js";
import { LineIndex } from "../text/line-index.js";

/** How the trees of a package, and those of functions of others, are shown. */
export interface PlaceNames {
  /** How the file of a tree is shown, undefined for one of another package. */
  readonly pathOf: (tree: SyntaxTree) => string | undefined;
  /** Where a function of another package stands. */
  readonly originOf: (tree: SyntaxTree) => Origin | undefined;
  /** How a file of another package is shown. */
  readonly display: (path: string) => string;
}

/** Turns places in syntax trees into locations to show: in files of one package, and in functions of others that it calls. */
export class Places {
  readonly #names: PlaceNames;
  readonly #lines = new Map<SyntaxTree, LineIndex>();

  constructor(names: PlaceNames) {
    this.#names = names;
  }

  /** The location of a stretch of a file. Throws for a tree that nothing is known of. */
  locate(tree: SyntaxTree, { start, end }: Span): Location {
    const { pathOf, originOf, display } = this.#names;
    const file = pathOf(tree);
    const origin = file === undefined ? originOf(tree) : undefined;
    if (file === undefined && !origin) throw new Error("the place lies in no file that is known");
    const shift = origin?.shift ?? 0;
    const [from, to] = [start + shift, end + shift];
    const lines = this.#linesOf(tree, origin);
    return {
      file: file ?? display(origin?.file.path ?? ""),
      start: from,
      end: to,
      from: lines.position(from),
      to: lines.position(to),
    };
  }

  #linesOf(tree: SyntaxTree, origin: Origin | undefined): LineIndex {
    let lines = this.#lines.get(tree);
    if (!lines) {
      lines = new LineIndex(origin?.file.read() ?? tree.text);
      this.#lines.set(tree, lines);
    }
    return lines;
  }
}
