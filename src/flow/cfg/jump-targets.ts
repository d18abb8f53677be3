import type {
  BreakStatementNode,
  ContinueStatementNode,
  FallthroughStatementNode,
  GotoStatementNode,
  LabelNameNode,
} from "../../syntax/index.js";
import { DraftBlock } from "./draft-block.js";

/** Where the jumps without a label lead from some place in a function. */
export interface JumpTargets {
  readonly break?: DraftBlock;
  readonly continue?: DraftBlock;
  readonly fallthrough?: DraftBlock;
}

export type Jump = BreakStatementNode | ContinueStatementNode | FallthroughStatementNode | GotoStatementNode;

/** The labels of one function: no two have the same name, and functions inside have their own. */
export class Labels {
  readonly #starts = new Map<string, DraftBlock>();
  readonly #placed = new Set<DraftBlock>();
  readonly #targets = new Map<string, JumpTargets>();

  /** The block that begins at a label. Where two have one name, an error in Go, jumps reach one of them. */
  place(label: string): DraftBlock {
    const start = this.#start(label);
    if (this.#placed.has(start)) return new DraftBlock();
    this.#placed.add(start);
    return start;
  }

  /** Says where `break` and `continue` lead when they name a label. */
  setTargets(label: string, targets: JumpTargets): void {
    this.#targets.set(label, targets);
  }

  /**
   * Where a jump leads from a place with these targets. Undefined for a jump out of nothing; a `goto` to no label
   * leads to a block with no way on.
   */
  target(jump: Jump, around: JumpTargets): DraftBlock | undefined {
    switch (jump.kind) {
      case "break_statement":
        return this.#targetsOf(jump.child, around)?.break;
      case "continue_statement":
        return this.#targetsOf(jump.child, around)?.continue;
      case "fallthrough_statement":
        return around.fallthrough;
      case "goto_statement":
        return this.#start(jump.child.text);
    }
  }

  #targetsOf(label: LabelNameNode | undefined, around: JumpTargets): JumpTargets | undefined {
    return label ? this.#targets.get(label.text) : around;
  }

  /** A `goto` may come before its label, so whoever asks first makes the block. */
  #start(label: string): DraftBlock {
    let start = this.#starts.get(label);
    if (!start) {
      start = new DraftBlock();
      this.#starts.set(label, start);
    }
    return start;
  }
}
