import { contextDetachers, derivedContexts } from "../../../knowledge/index.js";
import type { FileSemantics, FunctionNode } from "../../../semantics/index.js";
import { KindId } from "../../../syntax/index.js";
import type { CallExpressionNode, Expression, SyntaxNode } from "../../../syntax/index.js";
import { calledName } from "../../calls/called-name.js";
import { operandAt } from "../../calls/operand.js";
import { ownNodes } from "../../nodes/own-nodes.js";

/**
 * The context that ends the one which a call returns, where the call makes a child of it: `context.WithValue(ctx, k, v)`, or a
 * function that gets one context and returns one. Functions of the module are looked at for code that detaches the child.
 */
export function parentOf(call: CallExpressionNode, semantics: FileSemantics): Expression | undefined {
  const name = calledName(call, semantics);
  if (contextDetachers.has(name)) return undefined;
  const place = derivedContexts[name];
  if (place !== undefined) return operandAt(call, place);
  const { members } = semantics.package.program.types;
  const signature = members.core(semantics.typeOf(call.function));
  if (signature.kind !== "signature" || signature.results.length !== 1) return undefined;
  const isContext = (type: (typeof signature.results)[number] | undefined): boolean =>
    type !== undefined && semantics.typeText(type) === "context.Context";
  const given = signature.parameters.filter(isContext);
  if (!isContext(signature.results[0]) || given.length !== 1 || detaches(call, semantics)) return undefined;
  return operandAt(call, `argument ${signature.parameters.findIndex(isContext)}`);
}

/** Whether a function of the module that a call calls makes a context of its own. */
function detaches(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const callee = semantics.callee(call);
  const declared = callee?.kind === "declared" ? callee.declarations : [semantics.implementation(call)];
  return declared.some((declaration) => declaration !== undefined && makesOwn(declaration, semantics));
}

function makesOwn(declared: FunctionNode, semantics: FileSemantics): boolean {
  const declaration = semantics.package.withBody(declared);
  const file = semantics.package.program.file(declaration.tree) ?? semantics;
  const calls = ownNodes(declaration as SyntaxNode, KindId.call_expression) as CallExpressionNode[];
  return calls.some((call) => contextDetachers.has(calledName(call, file)));
}
