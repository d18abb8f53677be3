import type { SyntaxNode, SyntaxTree } from "../syntax/index.js";
import type { GoObject } from "./object.js";
import { References } from "./references.js";

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
  #references: References | undefined;

  constructor(tree: SyntaxTree, indices: Uint32Array, meanings: Meaning[]) {
    this.#tree = tree;
    this.#indices = indices;
    this.#meanings = meanings;
  }

  /** The object that an identifier of this file declares or refers to. */
  objectOf(identifier: SyntaxNode): GoObject | undefined {
    const index = this.#indices[identifier.id] as number;
    return index === 0 ? undefined : this.#object(index);
  }

  /** The identifiers of this file that stand for an object, its declaration included, in source order. */
  identifiersOf(object: GoObject): readonly SyntaxNode[] {
    return this.#known.of(object).map((id) => this.#tree.node(id));
  }

  /** Those of them that are inside a node of this file, in the same order. */
  identifiersIn(node: SyntaxNode, object: GoObject): readonly SyntaxNode[] {
    if (node.tree !== this.#tree) return [];
    const end = this.#tree.arena.subtreeEnds[node.id] as number;
    return this.#known.between(object, node.id, end).map((id) => this.#tree.node(id));
  }

  get #known(): References {
    return (this.#references ??= new References(
      this.#indices,
      this.#meanings.map((_, at) => this.#object(at + 1)),
    ));
  }

  #object(index: number): GoObject | undefined {
    const meaning = this.#meanings[index - 1];
    if (typeof meaning !== "function") return meaning;
    // Settled before it is looked up, so that nothing that leads back to itself goes round in circles.
    this.#meanings[index - 1] = undefined;
    return (this.#meanings[index - 1] = meaning());
  }
}
