import type { SyntaxNode, SyntaxTree } from "../syntax/index.js";

/** Remembers something for each node, for as long as the node's tree lives. */
export class NodeCache<T extends object> {
  readonly #byTree = new WeakMap<SyntaxTree, (T | undefined)[]>();

  get(node: SyntaxNode): T | undefined {
    return this.#of(node.tree)[node.id];
  }

  set(node: SyntaxNode, value: T): void {
    this.#of(node.tree)[node.id] = value;
  }

  #of(tree: SyntaxTree): (T | undefined)[] {
    let values = this.#byTree.get(tree);
    if (!values) {
      values = [];
      this.#byTree.set(tree, values);
    }
    return values;
  }
}
