/**
 * A syntax tree as parallel typed arrays, one entry a node, in document order with parents before children.
 * A node's first child, where it has one, is the next entry; its next sibling is the entry at which its
 * subtree ends. Walking a whole tree is therefore a loop, and no walk needs recursion.
 */
export interface Arena {
  readonly size: number;
  /** Kind ids (`KindId`), followed by those of the tokens that fields hold. */
  readonly kinds: Uint8Array;
  /** Field of the parent that holds the node (`Field`), 0 for none. */
  readonly fields: Uint8Array;
  /** UTF-16 offsets; the end is exclusive. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Id of the parent, -1 for the root. */
  readonly parents: Int32Array;
  /** Id after the last descendant. */
  readonly subtreeEnds: Uint32Array;
}

/**
 * Fills an arena node by node. One builder serves many trees: its buffers grow to the largest tree seen and
 * `finish` hands out copies of the exact size.
 */
export class ArenaBuilder {
  #size = 0;
  #capacity = 1 << 14;
  #kinds = new Uint8Array(this.#capacity);
  #fields = new Uint8Array(this.#capacity);
  #starts = new Uint32Array(this.#capacity);
  #ends = new Uint32Array(this.#capacity);
  #parents = new Int32Array(this.#capacity);
  #subtreeEnds = new Uint32Array(this.#capacity);

  /** Adds a node below `parent` (-1 for the root) and returns its id. Its subtree is empty until `close`. */
  add(parent: number, kind: number, field: number, start: number, end: number): number {
    if (this.#size === this.#capacity) this.#grow();
    const id = this.#size++;
    this.#kinds[id] = kind;
    this.#fields[id] = field;
    this.#starts[id] = start;
    this.#ends[id] = end;
    this.#parents[id] = parent;
    this.#subtreeEnds[id] = this.#size;
    return id;
  }

  kindOf(id: number): number | undefined {
    return this.#kinds[id];
  }

  endOf(id: number): number {
    return this.#ends[id] as number;
  }

  /** The last node so far below one that has some and is not closed yet. */
  lastChildOf(id: number): number {
    let child = this.#size - 1;
    for (
      let around = this.#parents[child];
      around !== id && around !== undefined;
      around = this.#parents[child]
    )
      child = around;
    return child;
  }

  /** Makes a node another kind of node. */
  relabel(id: number, kind: number): void {
    this.#kinds[id] = kind;
  }

  /** Ends the subtree of a node and returns its parent's id. */
  close(id: number): number {
    this.#subtreeEnds[id] = this.#size;
    return this.#parents[id] as number;
  }

  /** The finished arena; the builder is empty afterwards. */
  finish(): Arena {
    const size = this.#size;
    this.#size = 0;
    // One stretch of memory for all arrays: to make and to free one of each costs more than to fill them.
    const buffer = new ArrayBuffer(18 * size);
    return {
      size,
      starts: copy(this.#starts, new Uint32Array(buffer, 0, size)),
      ends: copy(this.#ends, new Uint32Array(buffer, 4 * size, size)),
      parents: copy(this.#parents, new Int32Array(buffer, 8 * size, size)),
      subtreeEnds: copy(this.#subtreeEnds, new Uint32Array(buffer, 12 * size, size)),
      kinds: copy(this.#kinds, new Uint8Array(buffer, 16 * size, size)),
      fields: copy(this.#fields, new Uint8Array(buffer, 17 * size, size)),
    };
  }

  #grow(): void {
    this.#capacity *= 2;
    this.#kinds = enlarge(this.#kinds, new Uint8Array(this.#capacity));
    this.#fields = enlarge(this.#fields, new Uint8Array(this.#capacity));
    this.#starts = enlarge(this.#starts, new Uint32Array(this.#capacity));
    this.#ends = enlarge(this.#ends, new Uint32Array(this.#capacity));
    this.#parents = enlarge(this.#parents, new Int32Array(this.#capacity));
    this.#subtreeEnds = enlarge(this.#subtreeEnds, new Uint32Array(this.#capacity));
  }
}

/** Fills an array with the beginning of a longer one. */
function copy<T extends Uint8Array | Uint32Array | Int32Array>(from: T, to: T): T {
  to.set(from.subarray(0, to.length));
  return to;
}

function enlarge<T extends Uint8Array | Uint32Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
