import type { DraftBlock } from "./draft-block.js";

/** The blocks that can run, each as long as it can be, numbered in reverse postorder. */
export function basicBlocks(entry: DraftBlock): readonly DraftBlock[] {
  const blocks = joinSequences(reversePostorder(entry));
  blocks.forEach((block, index) => (block.index = index));
  return blocks;
}

/** The first edge of a block counts as its main way, whose blocks come first. Iterative: graphs get deep. */
function reversePostorder(entry: DraftBlock): readonly DraftBlock[] {
  const postorder: DraftBlock[] = [];
  const seen = new Set([entry]);
  const path = [{ block: entry, edgesLeft: entry.edges.length }];
  for (let last = path.at(-1); last; last = path.at(-1)) {
    if (last.edgesLeft === 0) {
      postorder.push(last.block);
      path.pop();
      continue;
    }
    const to = last.block.edges[--last.edgesLeft]?.to;
    if (!to || seen.has(to)) continue;
    seen.add(to);
    path.push({ block: to, edgesLeft: to.edges.length });
  }
  return postorder.toReversed();
}

/**
 * Joins each block to the one before it where control comes from there alone and goes nowhere else: in reverse
 * postorder such blocks are neighbours.
 */
function joinSequences(blocks: readonly DraftBlock[]): readonly DraftBlock[] {
  const entries = countEntries(blocks);
  const joined: DraftBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last && entries.get(block) === 1 && hasOnlyWay(last, block)) join(last, block);
    else joined.push(block);
  }
  return joined;
}

function countEntries(blocks: readonly DraftBlock[]): ReadonlyMap<DraftBlock, number> {
  const counts = new Map<DraftBlock, number>();
  for (const { edges } of blocks) {
    for (const { to } of edges) counts.set(to, (counts.get(to) ?? 0) + 1);
  }
  return counts;
}

function hasOnlyWay(from: DraftBlock, to: DraftBlock): boolean {
  const [edge] = from.edges;
  return from.edges.length === 1 && edge?.to === to && edge.assumption === undefined;
}

function join(block: DraftBlock, next: DraftBlock): void {
  block.run(next.steps);
  block.edges = next.edges;
  if (next.exit) block.exit = next.exit;
}
