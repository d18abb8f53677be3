import { neverReturning } from "../knowledge/index.js";
import type { FileSemantics, FunctionNode } from "../semantics/index.js";
import { KindId } from "../syntax/index.js";
import type { SyntaxNode } from "../syntax/index.js";
import { hasLastLoop } from "./endless-loop.js";
import { ownNodes } from "./own-nodes.js";

/**
 * Whether a function never comes back to its caller: it has a loop that no statement leaves, or no return and at
 * its end a call that ends the process, panics, or itself never comes back.
 */
export function neverReturns(body: FunctionNode, semantics: FileSemantics): boolean {
  return hasLastLoop(body, semantics) || endsInExit(body, semantics, new Set());
}

function endsInExit(body: FunctionNode, semantics: FileSemantics, seen: Set<SyntaxNode>): boolean {
  if (seen.has(body) || ownNodes(body, KindId.return_statement).length > 0) return false;
  seen.add(body);
  const last = body.body?.child?.children.at(-1);
  const call = last?.kind === "expression_statement" ? last.child : undefined;
  if (call?.kind !== "call_expression") return false;
  const callee = semantics.callee(call);
  switch (callee?.kind) {
    case "imported":
      return neverReturning.has(callee.name);
    case "builtin":
      return callee.name === "panic";
    case "declared":
      return callee.declarations.every((declared) =>
        endsInExit(declared, semantics.package.file(declared.tree), seen),
      );
    default:
      return false;
  }
}
