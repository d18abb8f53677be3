import { failureExpectations } from "../../../knowledge/index.js";
import type { CallExpressionNode, Expression, SyntaxNode } from "../../../syntax/index.js";
import { calledName } from "../../calls/called-name.js";
import type { FunctionFlow } from "../function-flow.js";
import type { PathState } from "../path-state.js";
import { isSuccess } from "./witnesses.js";

/** The call in a step by which a test says that it expects the acquiring call to fail. */
export function expectedFailure(
  step: SyntaxNode,
  state: PathState,
  flow: FunctionFlow,
): CallExpressionNode | undefined {
  const { semantics } = flow;
  const errors = state.undecided.flatMap(({ place, success }) => (success === "nil" ? place.variables : []));
  for (const error of errors) {
    for (const mention of flow.mentionsIn(step, error)) {
      const call = mention.parent?.parent;
      if (call?.kind !== "call_expression" || !isSuccess(mention as Expression, "nil", state, semantics))
        continue;
      if (failureExpectations.has(calledName(call, semantics))) return call;
    }
  }
  return undefined;
}
