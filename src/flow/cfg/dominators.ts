import type { Block, ControlFlowGraph } from "./graph.js";

/**
 * Which blocks of a graph every way to another block goes through. The algorithm is that of Keith D. Cooper,
 * Timothy J. Harvey and Ken Kennedy, "A Simple, Fast Dominance Algorithm" (Rice University, 2001).
 */
export class Dominators {
  readonly #blocks: readonly Block[];
  /** By index of block; the entry's is its own. */
  readonly #immediate: Int32Array;

  constructor({ blocks }: ControlFlowGraph) {
    this.#blocks = blocks;
    this.#immediate = immediateDominators(blocks);
  }

  /** The last block before this one that every way from the entry to it goes through; undefined for the entry. */
  immediate(block: Block): Block | undefined {
    return block.index === 0 ? undefined : this.#blocks[this.#immediate[block.index] as number];
  }

  /** Whether every way from the entry to `other` goes through `block`, as it does when they are the same. */
  dominates(block: Block, other: Block): boolean {
    let { index } = other;
    while (index > block.index) index = this.#immediate[index] as number;
    return index === block.index;
  }
}

const unknown = -1;

/** By index of block. The blocks are in reverse postorder: a dominator has a smaller index than what it dominates. */
function immediateDominators(blocks: readonly Block[]): Int32Array {
  const predecessors = predecessorsOf(blocks);
  const dominators = new Int32Array(blocks.length).fill(unknown);
  dominators[0] = 0;
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (let index = 1; index < blocks.length; index++) {
      const known = (predecessors[index] as number[]).filter((from) => dominators[from] !== unknown);
      const dominator = known.reduce((one, other) => commonDominator(dominators, one, other));
      if (dominators[index] === dominator) continue;
      dominators[index] = dominator;
      isChanged = true;
    }
  }
  return dominators;
}

/** The nearest block that dominates two others, as far as dominators are known yet. */
function commonDominator(dominators: Int32Array, one: number, other: number): number {
  while (one !== other) {
    if (one > other) one = dominators[one] as number;
    else other = dominators[other] as number;
  }
  return one;
}

/**
 * The indices of the blocks from which edges lead to each block, the last first: neighbours in that order mostly
 * have a dominator near by, so that even thousands of cases that meet again take few steps.
 */
function predecessorsOf(blocks: readonly Block[]): readonly number[][] {
  const predecessors: number[][] = blocks.map(() => []);
  for (const { index, edges } of blocks.toReversed()) {
    for (const { to } of edges) predecessors[to.index]?.push(index);
  }
  return predecessors;
}
