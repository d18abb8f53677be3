import type { SyntaxNode } from "../../syntax/index.js";
import type { Block, ControlFlowGraph } from "./graph.js";

/** A step of a graph. */
export interface StepPlace {
  readonly block: Block;
  /** Index among the block's steps. */
  readonly position: number;
}

interface PlacedStep {
  readonly step: SyntaxNode;
  readonly place: StepPlace;
}

/** Finds the step of a graph that a node belongs to. */
export class StepIndex {
  /** In document order. */
  readonly #steps: readonly PlacedStep[];

  constructor({ blocks }: ControlFlowGraph) {
    this.#steps = blocks
      .flatMap((block) => block.steps.map((step, position) => ({ step, place: { block, position } })))
      .toSorted((one, other) => one.step.id - other.step.id);
  }

  /**
   * Where the innermost step around a node is, which may be the node itself. Undefined for nodes that are part of
   * no step: whole `if` or `for` statements, labels, code that cannot run, and all outside of the function. A
   * function literal belongs, with all inside it, to the step that mentions it.
   */
  placeOf(node: SyntaxNode): StepPlace | undefined {
    const candidate = this.#steps[this.#countUpTo(node) - 1];
    return candidate?.step.contains(node) ? candidate.place : undefined;
  }

  /**
   * How many steps begin at or before a node; the last of them is the one candidate to contain it. Steps do not
   * overlap, except that range clauses and communications contain their operands, and nothing follows those in them.
   */
  #countUpTo(node: SyntaxNode): number {
    let low = 0;
    let high = this.#steps.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#steps[middle] as PlacedStep).step.id <= node.id) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
