import { KindId } from "../../syntax/index.js";
import type { ContinueStatementNode, ForStatementNode, SyntaxNode } from "../../syntax/index.js";
import { ownNodes } from "../nodes/own-nodes.js";
import { leaves } from "./jump.js";

/** Whether a loop is left in its first turn, whatever happens: its body ends in a jump out of it, and no way goes around that. */
export function hasSingleTurn(loop: ForStatementNode): boolean {
  const last = loop.body.child?.children.at(-1);
  const isLeft =
    last?.kind === "return_statement" || (last?.kind === "break_statement" && leaves(last, loop));
  if (!isLeft || ownNodes(loop, KindId.goto_statement).length > 0) return false;
  const jumps = ownNodes(loop, KindId.continue_statement) as ContinueStatementNode[];
  return jumps.every((jump) => leaves(jump, loop) || isOfInnerLoop(jump, loop));
}

/** Whether a `continue` begins another turn of a loop inside of `loop`. */
function isOfInnerLoop(jump: ContinueStatementNode, loop: ForStatementNode): boolean {
  const label = jump.child?.text;
  for (let around: SyntaxNode | undefined = jump.parent; around && around !== loop; around = around.parent) {
    if (around.kind !== "for_statement") continue;
    if (label === undefined) return true;
    if (around.parent?.kind === "labeled_statement" && around.parent.label.text === label) return true;
  }
  return false;
}
