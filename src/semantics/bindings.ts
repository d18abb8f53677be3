import type { SyntaxNode, SyntaxTree } from "../syntax/index.js";
import type { GoObject } from "./object.js";

/** What each identifier of one file stands for. */
export class Bindings {
  readonly #tree: SyntaxTree;
  /** Index into `#objects` plus one by node id, 0 for identifiers that stand for nothing known. */
  readonly #indices: Uint32Array;
  readonly #objects: readonly GoObject[];
  #references: Map<GoObject, SyntaxNode[]> | undefined;

  constructor(tree: SyntaxTree, indices: Uint32Array, objects: readonly GoObject[]) {
    this.#tree = tree;
    this.#indices = indices;
    this.#objects = objects;
  }

  /** The object that an identifier of this file declares or refers to. */
  objectOf(identifier: SyntaxNode): GoObject | undefined {
    const index = this.#indices[identifier.id] as number;
    return index === 0 ? undefined : this.#objects[index - 1];
  }

  /** The identifiers of this file that stand for an object, its declaration included, in source order. */
  identifiersOf(object: GoObject): readonly SyntaxNode[] {
    this.#references ??= this.#collectReferences();
    return this.#references.get(object) ?? [];
  }

  #collectReferences(): Map<GoObject, SyntaxNode[]> {
    const references = new Map<GoObject, SyntaxNode[]>();
    this.#indices.forEach((index, id) => {
      if (index === 0) return;
      const object = this.#objects[index - 1] as GoObject;
      const identifiers = references.get(object);
      if (identifiers) identifiers.push(this.#tree.node(id));
      else references.set(object, [this.#tree.node(id)]);
    });
    return references;
  }
}
