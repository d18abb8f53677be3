import { kindNames } from "./nodes.generated.js";
import type { Kind, NodeOfKind, SyntaxNode } from "./nodes.generated.js";
import type { SyntaxTree } from "./tree.js";

/**
 * Functions to call at nodes, keyed by kind: `call_expression` when the walk enters such a node,
 * `"call_expression:exit"` when it has left all of its descendants.
 */
export type Visitors = {
  readonly [K in Kind]?: (node: NodeOfKind[K]) => void;
} & {
  readonly [K in Kind as `${K}:exit`]?: (node: NodeOfKind[K]) => void;
};

type Listener = (node: SyntaxNode) => void;

/**
 * Visitors of many rules merged, so that one walk serves them all and nodes that nobody listens to are passed
 * over without making a view of them.
 */
export class VisitorTable {
  /** Listeners by kind. */
  readonly #enter: (Listener[] | undefined)[] = kindNames.map(() => undefined);
  readonly #exit: (Listener[] | undefined)[] = kindNames.map(() => undefined);

  /** `guard` runs each listener; it may catch what a listener throws and stop calling it. */
  add(visitors: Visitors, guard: (run: () => void) => void = (run) => run()): void {
    for (const [key, visitor] of Object.entries(visitors)) {
      if (!visitor) continue;
      const isExit = key.endsWith(":exit");
      const kind = kindNames.indexOf((isExit ? key.slice(0, -":exit".length) : key) as Kind);
      if (kind === -1) {
        throw new Error(`"${key}" is no kind of syntax node (a visitor's key is a kind or "kind:exit")`);
      }
      const table = isExit ? this.#exit : this.#enter;
      const visit = visitor as Listener;
      (table[kind] ??= []).push((node) => guard(() => visit(node)));
    }
  }

  /** Walks a whole tree in document order. Iterative. */
  walk(tree: SyntaxTree): void {
    const { kinds, size } = tree.arena;
    /** Entered nodes that want to hear of their exit. */
    const pending: number[] = [];
    for (let id = 0; id < size; id++) {
      this.#leave(tree, pending, id);
      const kind = kinds[id] as number;
      const listeners = this.#enter[kind];
      if (listeners) call(listeners, tree.node(id));
      if (this.#exit[kind]) pending.push(id);
    }
    this.#leave(tree, pending, size);
  }

  /** Calls the exit listeners of the pending nodes whose subtree ends at or before `id`. */
  #leave(tree: SyntaxTree, pending: number[], id: number): void {
    const { kinds, subtreeEnds } = tree.arena;
    for (
      let last = pending.at(-1);
      last !== undefined && (subtreeEnds[last] as number) <= id;
      last = pending.at(-1)
    ) {
      pending.pop();
      call(this.#exit[kinds[last] as number] as Listener[], tree.node(last));
    }
  }
}

function call(listeners: readonly Listener[], node: SyntaxNode): void {
  for (const listener of listeners) listener(node);
}
