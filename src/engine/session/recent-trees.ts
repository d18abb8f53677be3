import type { GoParser, SyntaxTree } from "../../syntax/index.js";

/** As many texts as one edit and the attempts to fix it bring up. */
const maximumKept = 4;

/** Characters below which a text is parsed in no time. */
const smallText = 5_000;

/** Parses texts, and gives the trees of large ones that came last without parsing them again. */
export class RecentTrees {
  readonly #parser: GoParser;
  /** The least recently asked for first. */
  readonly #trees = new Map<string, SyntaxTree>();

  constructor(parser: GoParser) {
    this.#parser = parser;
  }

  /** A tree of its own for whoever asks. */
  parse(text: string): SyntaxTree {
    if (text.length < smallText) return this.#parser.parse(text);
    const tree = this.#trees.get(text) ?? this.#parser.parse(text);
    this.#trees.delete(text);
    this.#trees.set(text, tree);
    for (const oldest of this.#trees.keys()) {
      if (this.#trees.size <= maximumKept) break;
      this.#trees.delete(oldest);
    }
    return tree.again();
  }
}
