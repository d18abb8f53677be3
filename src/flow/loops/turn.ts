import { enclosingFunction } from "../../semantics/index.js";
import type { FunctionNode } from "../../semantics/index.js";
import { KindId } from "../../syntax/index.js";
import type {
  ForStatementNode,
  GotoStatementNode,
  LabeledStatementNode,
  SyntaxNode,
} from "../../syntax/index.js";
import { ownNodes } from "../nodes/own-nodes.js";
import { comesBack } from "../paths/clear-way.js";
import type { IndexedGraph } from "../paths/graph-of.js";
import { loopsAround } from "./loop-bound.js";

/** Code that runs again and again: a loop, or all between a label and a `goto` behind it that leads back there. */
export class Turn {
  /** Where a turn begins. */
  readonly head: ForStatementNode | LabeledStatementNode;
  readonly #start: number;
  readonly #end: number;

  constructor(head: ForStatementNode | LabeledStatementNode, end: number) {
    this.head = head;
    this.#start = head.start;
    this.#end = end;
  }

  contains(node: SyntaxNode): boolean {
    return node.tree === this.head.tree && this.#start <= node.start && node.end <= this.#end;
  }

  /** Whether a declaration in it declares anew in each turn: the variables of a `for` clause stand for all turns. */
  declaresAnew(declaration: SyntaxNode): boolean {
    const clause = this.loop?.child;
    const initializer = clause?.kind === "for_clause" ? clause.initializer : undefined;
    return this.contains(declaration) && initializer?.contains(declaration) !== true;
  }

  get loop(): ForStatementNode | undefined {
    return this.head.kind === "for_statement" ? this.head : undefined;
  }
}

/** The turns that may run a statement once more, each without leaving it in between; the shortest first. */
export function turnsAround(statement: SyntaxNode, graph: IndexedGraph): readonly Turn[] {
  const loops = loopsAround(statement).map((loop) => new Turn(loop, loop.end));
  const owner = enclosingFunction(statement);
  const candidates = [...loops, ...(owner ? jumpsBackOver(statement, owner) : [])];
  return candidates.filter((turn) => comesBack(statement, graph, (step) => !turn.contains(step)));
}

/** Whether a statement stands in a loop, or a `goto` that may lead back over it in its function. */
export function mayBeRepeated(statement: SyntaxNode): boolean {
  const owner = enclosingFunction(statement);
  return (
    loopsAround(statement).length > 0 || (owner !== undefined && jumpsBackOver(statement, owner).length > 0)
  );
}

const jumpsOf = new WeakMap<FunctionNode, readonly GotoStatementNode[]>();

function jumpsIn(owner: FunctionNode): readonly GotoStatementNode[] {
  let jumps = jumpsOf.get(owner);
  if (!jumps) {
    jumps = ownNodes(owner, KindId.goto_statement) as GotoStatementNode[];
    jumpsOf.set(owner, jumps);
  }
  return jumps;
}

function jumpsBackOver(statement: SyntaxNode, owner: FunctionNode): readonly Turn[] {
  const jumps = jumpsIn(owner);
  const later = jumps.filter(({ start }) => start >= statement.end);
  if (later.length === 0) return [];
  const labels = ownNodes(owner, KindId.labeled_statement) as LabeledStatementNode[];
  return later.flatMap(({ child, end }) => {
    const target = labels.find(({ label }) => label.text === child.text);
    return target && target.start <= statement.start ? [new Turn(target, end)] : [];
  });
}
