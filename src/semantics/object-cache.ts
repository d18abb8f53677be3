import type { SyntaxTree } from "../syntax/index.js";
import type { GoObject } from "./object.js";

/** Remembers something for each object, for as long as the tree that declares it lives; see `NodeCache`. */
export class ObjectCache<T extends object> {
  readonly #byTree = new WeakMap<SyntaxTree, Map<GoObject, T>>();
  readonly #universe = new Map<GoObject, T>();

  get(object: GoObject): T | undefined {
    return this.#around(object)?.get(object);
  }

  set(object: GoObject, value: T): void {
    const known = this.#around(object);
    if (known) known.set(object, value);
    else if (object.declaration) this.#byTree.set(object.declaration.tree, new Map([[object, value]]));
  }

  #around({ declaration }: GoObject): Map<GoObject, T> | undefined {
    return declaration ? this.#byTree.get(declaration.tree) : this.#universe;
  }
}
