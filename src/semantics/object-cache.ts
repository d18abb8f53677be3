import type { GoObject } from "./object.js";
import { TreeMap } from "./tree-map.js";

/** Remembers something for each object, for as long as the tree that declares it lives. */
export class ObjectCache<T extends object> {
  readonly #declared = new TreeMap<Map<GoObject, T>>();
  readonly #universe = new Map<GoObject, T>();

  get(object: GoObject): T | undefined {
    const { declaration } = object;
    const known = declaration ? this.#declared.get(declaration.tree) : this.#universe;
    return known?.get(object);
  }

  set(object: GoObject, value: T): void {
    const { declaration } = object;
    const known = declaration ? this.#declared.get(declaration.tree) : this.#universe;
    if (known) known.set(object, value);
    else if (declaration) this.#declared.set(declaration.tree, new Map([[object, value]]));
  }
}
