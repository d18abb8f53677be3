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
  /** Places in `#meanings` plus one of what is declared within functions. */
  #locals: ReadonlyMap<GoObject, number> | undefined;
  /** The same of everything else; several meanings may be one object, looked up in different ways. */
  #others: ReadonlyMap<GoObject, readonly number[]> | undefined;

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
    return this.#between(object, 0, this.#tree.arena.size);
  }

  /** Those of them that are inside a node of this file, in the same order. */
  identifiersIn(node: SyntaxNode, object: GoObject): readonly SyntaxNode[] {
    if (node.tree !== this.#tree) return [];
    return this.#between(object, node.id, this.#tree.arena.subtreeEnds[node.id] as number);
  }

  #between(object: GoObject, from: number, to: number): readonly SyntaxNode[] {
    this.#references ??= new References(this.#indices, this.#meanings.length);
    const node = (id: number): SyntaxNode => this.#tree.node(id);
    if (object.level === "local") {
      const index = (this.#locals ??= this.#numberedLocals()).get(object);
      return index === undefined ? [] : this.#references.between(index, from, to).map(node);
    }
    const found: number[] = [];
    for (const index of (this.#others ??= this.#numberedOthers()).get(object) ?? [])
      found.push(...this.#references.between(index, from, to));
    return found.toSorted((a, b) => a - b).map(node);
  }

  /** Nothing is looked up for these: most questions are about local variables, and names lead to other packages. */
  #numberedLocals(): ReadonlyMap<GoObject, number> {
    const numbers = new Map<GoObject, number>();
    this.#meanings.forEach((meaning, at) => {
      if (typeof meaning === "object" && meaning.level === "local") numbers.set(meaning, at + 1);
    });
    return numbers;
  }

  #numberedOthers(): ReadonlyMap<GoObject, readonly number[]> {
    const numbers = new Map<GoObject, number[]>();
    for (let index = 1; index <= this.#meanings.length; index++) {
      const object = this.#object(index);
      if (!object || object.level === "local") continue;
      const known = numbers.get(object);
      if (known) known.push(index);
      else numbers.set(object, [index]);
    }
    return numbers;
  }

  #object(index: number): GoObject | undefined {
    const meaning = this.#meanings[index - 1];
    if (typeof meaning !== "function") return meaning;
    // Settled before it is looked up, so that nothing that leads back to itself goes round in circles.
    this.#meanings[index - 1] = undefined;
    return (this.#meanings[index - 1] = meaning());
  }
}
