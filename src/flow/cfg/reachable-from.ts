import type { Block } from "./graph.js";

/** The blocks that may run after a block. It is one of them itself only where a way leads back to it. */
export function reachableFrom(block: Block): ReadonlySet<Block> {
  const reached = new Set<Block>();
  const pending: Block[] = [block];
  for (let from = pending.pop(); from; from = pending.pop()) {
    for (const { to } of from.edges) {
      if (reached.has(to)) continue;
      reached.add(to);
      pending.push(to);
    }
  }
  return reached;
}
