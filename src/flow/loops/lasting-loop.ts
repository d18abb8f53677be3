import type { ForStatementNode, SyntaxNode } from "../../syntax/index.js";
import type { Block, Edge } from "../cfg/index.js";
import { leadsTo } from "../paths/clear-way.js";
import type { IndexedGraph } from "../paths/graph-of.js";

/**
 * Whether a loop goes on for as long as nobody tells it to end: from a statement in it, all ways out lead over a case of a
 * `select` that receives something and never goes on with the loop. Loops that nothing leaves are of that kind as well.
 */
export function lastsUntilTold(
  statement: SyntaxNode,
  loop: ForStatementNode,
  { steps }: IndexedGraph,
): boolean {
  const start = steps.placeOf(statement)?.block;
  if (!start) return false;
  const isOutside = (step: SyntaxNode) => !loop.contains(step);
  const tells = ({ to, assumption }: Edge) =>
    assumption?.kind === "communication" &&
    assumption.clause.kind === "communication_case" &&
    assumption.clause.communication.kind === "receive_statement" &&
    !leadsTo(to, start, isOutside);
  const seen = new Set<Block>([start]);
  const pending: Block[] = [start];
  for (let block = pending.pop(); block; block = pending.pop()) {
    if (block.exit?.kind === "return" || block.exit?.kind === "end") return false;
    for (const edge of block.edges) {
      const { to } = edge;
      if (seen.has(to) || tells(edge)) continue;
      if (to.steps.some(isOutside)) return false;
      seen.add(to);
      pending.push(to);
    }
  }
  return true;
}
