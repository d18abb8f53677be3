import { FieldAccessors, KindId, kindNames, tokenNames } from "./nodes.generated.js";
import type { BaseNode, Kind, SyntaxNode } from "./nodes.generated.js";
import type { SyntaxTree } from "./tree.js";

/** Arena ids from here on are tokens. */
const firstTokenId = kindNames.length;

/**
 * The one class behind all typed views: `CallExpressionNode` and its siblings are interfaces that say which of
 * the accessors a kind has. Accessors that a kind lacks find nothing.
 */
export class Node extends FieldAccessors implements BaseNode {
  readonly tree: SyntaxTree;
  readonly id: number;

  constructor(tree: SyntaxTree, id: number) {
    super();
    this.tree = tree;
    this.id = id;
  }

  get kind(): Kind | "token" {
    return kindNames[this.tree.arena.kinds[this.id] as number] ?? "token";
  }

  get start(): number {
    return this.tree.arena.starts[this.id] as number;
  }

  get end(): number {
    return this.tree.arena.ends[this.id] as number;
  }

  get text(): string {
    return this.tree.text.slice(this.start, this.end);
  }

  get parent(): SyntaxNode | undefined {
    const parent = this.tree.arena.parents[this.id] as number;
    return parent === -1 ? undefined : this.tree.node(parent);
  }

  /** The first child that is in no field. */
  get child(): SyntaxNode | undefined {
    return this.firstInField(0);
  }

  /** The children that are in no field. */
  get children(): readonly SyntaxNode[] {
    return this.allInField(0);
  }

  get allChildren(): readonly SyntaxNode[] {
    const { kinds, subtreeEnds } = this.tree.arena;
    const end = subtreeEnds[this.id] as number;
    const found: SyntaxNode[] = [];
    for (let id = this.id + 1; id < end; id = subtreeEnds[id] as number) {
      if ((kinds[id] as number) < firstTokenId) found.push(this.tree.node(id));
    }
    return found;
  }

  contains(other: BaseNode): boolean {
    const end = this.tree.arena.subtreeEnds[this.id] as number;
    return other.tree === this.tree && other.id >= this.id && other.id < end;
  }

  protected override firstInField(field: number): SyntaxNode | undefined {
    const { subtreeEnds } = this.tree.arena;
    const end = subtreeEnds[this.id] as number;
    for (let id = this.id + 1; id < end; id = subtreeEnds[id] as number) {
      if (this.#isInField(id, field)) return this.tree.node(id);
    }
    return undefined;
  }

  protected override allInField(field: number): readonly SyntaxNode[] {
    const { kinds, subtreeEnds } = this.tree.arena;
    const end = subtreeEnds[this.id] as number;
    let found: SyntaxNode[] | undefined;
    for (let id = this.id + 1; id < end; id = subtreeEnds[id] as number) {
      if ((kinds[id] as number) >= firstTokenId || !this.#isInField(id, field)) continue;
      // Most lists have one element, and take no room for more.
      if (found) found.push(this.tree.node(id));
      else found = [this.tree.node(id)];
    }
    return found ?? [];
  }

  /** Errors are in no field, and never among the children that the grammar speaks of. */
  #isInField(id: number, field: number): boolean {
    const { fields, kinds } = this.tree.arena;
    return fields[id] === field && kinds[id] !== KindId.ERROR;
  }
}

/** Arena id of a token's text, for the copy. */
export const tokenIds: ReadonlyMap<string, number> = new Map(
  tokenNames.map((name, index) => [name, firstTokenId + index]),
);
