import type { SyntaxNode } from "../syntax/index.js";
import { TreeMap } from "./tree-map.js";

/** Remembers something for each node, for as long as the node's tree lives. */
export class NodeCache<T extends object> {
  readonly #byTree = new TreeMap<Map<number, T>>();

  get({ tree, id }: SyntaxNode): T | undefined {
    return this.#byTree.get(tree)?.get(id);
  }

  set({ tree, id }: SyntaxNode, value: T): void {
    (this.#byTree.get(tree) ?? this.#byTree.set(tree, new Map<number, T>())).set(id, value);
  }
}
