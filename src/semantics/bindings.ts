import type { SyntaxNode, SyntaxTree } from "../syntax/index.js";
import type { GoObject } from "./object.js";

/**
 * What a name stands for, or how to look it up: a package that only lends a declaration need not be read for all
 * the names in it.
 */
export type Meaning = GoObject | undefined | (() => GoObject | undefined);

/** What each identifier of one file stands for. */
export class Bindings {
  readonly #tree: SyntaxTree;
  /** Index into `#meanings` plus one by node id, 0 for identifiers that stand for nothing known. */
  readonly #indices: Uint32Array;
  readonly #meanings: Meaning[];
  #references: Map<GoObject, SyntaxNode[]> | undefined;

  constructor(tree: SyntaxTree, indices: Uint32Array, meanings: Meaning[]) {
    this.#tree = tree;
    this.#indices = indices;
    this.#meanings = meanings;
  }

  /** The object that an identifier of this file declares or refers to. */
  objectOf(identifier: SyntaxNode): GoObject | undefined {
    return this.#object(this.#indices[identifier.id] as number);
  }

  /** The identifiers of this file that stand for an object, its declaration included, in source order. */
  identifiersOf(object: GoObject): readonly SyntaxNode[] {
    this.#references ??= this.#collectReferences();
    return this.#references.get(object) ?? [];
  }

  #object(index: number): GoObject | undefined {
    const meaning = this.#meanings[index - 1];
    if (typeof meaning !== "function") return meaning;
    // Settled before it is looked up, so that nothing that leads back to itself goes round in circles.
    this.#meanings[index - 1] = undefined;
    return (this.#meanings[index - 1] = meaning());
  }

  #collectReferences(): Map<GoObject, SyntaxNode[]> {
    const references = new Map<GoObject, SyntaxNode[]>();
    this.#indices.forEach((index, id) => {
      const object = this.#object(index);
      if (!object) return;
      const identifiers = references.get(object);
      if (identifiers) identifiers.push(this.#tree.node(id));
      else references.set(object, [this.#tree.node(id)]);
    });
    return references;
  }
}
