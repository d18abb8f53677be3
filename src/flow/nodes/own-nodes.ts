import { KindId } from "../../syntax/index.js";
import type { SyntaxNode } from "../../syntax/index.js";

/** The nodes of one kind below a node, those inside function literals left out: they run at another time. */
export function ownNodes(node: SyntaxNode, kind: number): SyntaxNode[] {
  const { kinds, subtreeEnds } = node.tree.arena;
  const end = subtreeEnds[node.id] as number;
  const found: SyntaxNode[] = [];
  for (let id = node.id + 1; id < end;) {
    if (kinds[id] === kind) found.push(node.tree.node(id));
    id = kinds[id] === KindId.func_literal ? (subtreeEnds[id] as number) : id + 1;
  }
  return found;
}

/** The arena ids of what lies below a node, function literals left out. */
export function idsOutsideLiterals(node: SyntaxNode): number[] {
  const { kinds, subtreeEnds } = node.tree.arena;
  const end = subtreeEnds[node.id] as number;
  const found: number[] = [];
  for (let id = node.id + 1; id < end;) {
    if (kinds[id] === KindId.func_literal) {
      id = subtreeEnds[id] as number;
    } else {
      found.push(id);
      id++;
    }
  }
  return found;
}
