import type { SyntaxTree } from "../syntax/index.js";

/**
 * Remembers something for each tree, for as long as the tree lives. What is known of nodes is better kept in maps of
 * their trees than in weak maps of their own: the garbage collector looks at every entry of those again and again.
 */
export class TreeMap<T extends object> {
  readonly #values = new WeakMap<SyntaxTree, T>();
  /** What was asked for last, since questions about one tree come in a row. */
  #lastTree: SyntaxTree | undefined;
  #lastValue: T | undefined;

  get(tree: SyntaxTree): T | undefined {
    if (this.#lastTree !== tree) {
      this.#lastTree = tree;
      this.#lastValue = this.#values.get(tree);
    }
    return this.#lastValue;
  }

  set(tree: SyntaxTree, value: T): T {
    this.#values.set(tree, value);
    this.#lastTree = tree;
    this.#lastValue = value;
    return value;
  }
}
