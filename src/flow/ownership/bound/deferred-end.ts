import { enclosingFunction } from "../../../semantics/index.js";
import type { FileSemantics, FunctionNode } from "../../../semantics/index.js";
import { KindId } from "../../../syntax/index.js";
import type { CallExpressionNode, SyntaxNode } from "../../../syntax/index.js";
import { calledName } from "../../calls/called-name.js";
import { ownNodes } from "../../nodes/own-nodes.js";
import type { Acquisition } from "../acquisition.js";

/**
 * A call, deferred before a resource is acquired, that ends what the resource is bound to: by its method, or in the body of
 * a function that it calls. Which value it ends is not asked, as few functions have two of a kind.
 */
export function deferredEnd(
  { call, kind }: Acquisition,
  semantics: FileSemantics,
): CallExpressionNode | undefined {
  const { boundUntil } = kind.facts;
  const body = boundUntil && enclosingFunction(call)?.body;
  if (!body) return undefined;
  const ends = (candidate: CallExpressionNode, file: FileSemantics): boolean =>
    boundUntil.includes(calledName(candidate, file));
  return ownNodes(body, KindId.defer_statement)
    .filter((statement) => statement.end <= call.start)
    .flatMap(callsIn)
    .find(
      (deferred) =>
        ends(deferred, semantics) ||
        functionsOf(deferred, semantics).some((called) => {
          const declaration = semantics.package.withBody(called);
          const file = semantics.package.program.file(declaration.tree) ?? semantics;
          const { body: calledBody } = declaration;
          return calledBody !== undefined && callsIn(calledBody).some((inner) => ends(inner, file));
        }),
    );
}

/** The functions of the module that a call calls. */
function functionsOf(call: CallExpressionNode, semantics: FileSemantics): readonly FunctionNode[] {
  const callee = semantics.callee(call);
  if (callee?.kind === "literal") return [callee.literal];
  return callee?.kind === "declared" ? callee.declarations : [];
}

function callsIn(code: SyntaxNode): readonly CallExpressionNode[] {
  return ownNodes(code, KindId.call_expression).filter((node) => node.kind === "call_expression");
}
