import type { SyntaxNode } from "../../syntax/index.js";
import type { Assumption, Block, Exit } from "./graph.js";

interface DraftEdge {
  readonly to: DraftBlock;
  readonly assumption?: Assumption;
}

/** A block of a graph that is being built. */
export class DraftBlock implements Block {
  index = -1;
  readonly steps: SyntaxNode[] = [];
  edges: DraftEdge[] = [];
  exit?: Exit;

  /** Adds steps; a loop, because they can be more than a call has room for as arguments. */
  run(steps: readonly SyntaxNode[]): void {
    for (const step of steps) this.steps.push(step);
  }

  goTo(to: DraftBlock, assumption?: Assumption): void {
    this.edges.push(assumption ? { to, assumption } : { to });
  }
}

/** A block at whose end something is decided, and where control goes then. */
export interface Fork {
  readonly from: DraftBlock;
  readonly whenTrue: DraftBlock;
  readonly whenFalse: DraftBlock;
}
