import type { SyntaxNode, SyntaxTree } from "../syntax/index.js";

/**
 * Remembers something for each node, for as long as the node's tree lives. Not a weak map of the nodes themselves: the
 * garbage collector looks at every entry of those again and again, and trees are few.
 */
export class NodeCache<T extends object> {
  readonly #byTree = new WeakMap<SyntaxTree, Map<number, T>>();

  get({ tree, id }: SyntaxNode): T | undefined {
    return this.#byTree.get(tree)?.get(id);
  }

  set({ tree, id }: SyntaxNode, value: T): void {
    const known = this.#byTree.get(tree);
    if (known) known.set(id, value);
    else this.#byTree.set(tree, new Map([[id, value]]));
  }
}
