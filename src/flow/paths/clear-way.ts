import { enclosingFunction } from "../../semantics/index.js";
import type { FileSemantics } from "../../semantics/index.js";
import type { SyntaxNode } from "../../syntax/index.js";
import type { Block } from "../cfg/index.js";
import { graphOf } from "./graph-of.js";
import type { IndexedGraph } from "./graph-of.js";

/** Says of a step that whoever comes past it is stopped. */
export type Stop = (step: SyntaxNode) => boolean;

/** Whether a way leads from the step around a node to that around another one, on which no step before that is a stop. */
export function reaches(from: SyntaxNode, to: SyntaxNode, { steps }: IndexedGraph, isStop: Stop): boolean {
  const place = steps.placeOf(from);
  if (!place) return false;
  const { block, position } = place;
  const end = block.steps.slice(position + 1).find((step) => step.contains(to) || isStop(step));
  return end ? end.contains(to) : passes(block, to, isStop);
}

/** Whether a way leads from a node back to it on which no other step is a stop: a turn of some loop. */
export function comesBack(node: SyntaxNode, graph: IndexedGraph, isStop: Stop): boolean {
  return reaches(node, node, graph, isStop);
}

/** Whether a call of the function around a node may come past it more than once, be it by a loop or by `goto`. */
export function isRepeated(node: SyntaxNode, semantics: FileSemantics): boolean {
  const owner = enclosingFunction(node);
  const graph = owner && graphOf(owner, semantics);
  return graph !== undefined && comesBack(node, graph, () => false);
}

/** Whether a way leads from the beginning of a function to a node on which no step is a stop. */
export function isReachedFromEntry(node: SyntaxNode, { graph, steps }: IndexedGraph, isStop: Stop): boolean {
  const place = steps.placeOf(node);
  if (!place) return false;
  const start: Block = { index: -1, steps: [], edges: [{ to: graph.entry }] };
  return passes(start, node, isStop);
}

/** Whether the step around a node can be reached from the end of a block. */
function passes(from: Block, node: SyntaxNode, isStop: Stop): boolean {
  const seen = new Set<Block>();
  const pending: Block[] = [from];
  for (let block = pending.pop(); block; block = pending.pop()) {
    for (const { to } of block.edges) {
      if (seen.has(to)) continue;
      seen.add(to);
      const end = to.steps.find((step) => step.contains(node) || isStop(step));
      if (end?.contains(node)) return true;
      if (!end) pending.push(to);
    }
  }
  return false;
}

/** Whether a way leads from the beginning of a block to another block, or is that block, without a stop before it. */
export function leadsTo(from: Block, to: Block, isStop: Stop): boolean {
  const seen = new Set<Block>([from]);
  const pending: Block[] = [from];
  for (let block = pending.pop(); block; block = pending.pop()) {
    if (block === to) return true;
    if (block.steps.some(isStop)) continue;
    for (const edge of block.edges) {
      if (seen.has(edge.to)) continue;
      seen.add(edge.to);
      pending.push(edge.to);
    }
  }
  return false;
}
