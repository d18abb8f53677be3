import {
  causeContexts,
  contextCarriers,
  contexts,
  requestContexts,
  requestMakers,
} from "../../../knowledge/index.js";
import { enclosingFunction, withoutParentheses } from "../../../semantics/index.js";
import type { FileSemantics, FunctionNode } from "../../../semantics/index.js";
import type { CallExpressionNode, Expression, SelectorExpressionNode } from "../../../syntax/index.js";
import { calledName } from "../../calls/called-name.js";
import { operandAt } from "../../calls/operand.js";
import { requestScope } from "../../lifetime/request-scope.js";
import { fieldValues } from "../../values/field-values.js";
import { parentOf } from "./derived-context.js";
import { originOf } from "./value-call.js";

/** Whether a call gives the context of a request that this program answers: it is done when the request is answered. */
export function isRequestContext(call: CallExpressionNode, semantics: FileSemantics): boolean {
  return requestContexts.has(calledName(call, semantics)) && !madeRequest(call, semantics);
}

/** The call that makes the request of which another call gives the context: one for somebody else to answer. */
function madeRequest(call: CallExpressionNode, semantics: FileSemantics): CallExpressionNode | undefined {
  const request = requestContexts.has(calledName(call, semantics)) ? operandAt(call, "receiver") : undefined;
  const made = request && originOf(withoutParentheses(request), call, semantics);
  return made && requestMakers.has(calledName(made, semantics)) ? made : undefined;
}

/** Whether a request is the one that the function which has it for a parameter answers; others may be those of a client. */
export function isAnswered(request: Expression, semantics: FileSemantics): boolean {
  const name = withoutParentheses(request);
  const declaration = name.kind === "identifier" ? semantics.objectOf(name)?.declaration : undefined;
  const owner = declaration?.kind === "parameter_declaration" ? enclosingFunction(declaration) : undefined;
  return owner !== undefined && requestScope(owner, semantics)?.input === declaration;
}

/** Whether a context is done when a request is, as it is derived from that of one, which a field of the package may keep. */
export function endsWithRequest(context: Expression, semantics: FileSemantics): boolean {
  return new RequestSearch().isOfRequest(context, semantics);
}

class RequestSearch {
  /** The fields that are looked at, which their own values may be derived from. */
  readonly #fields = new Set<string>();

  isOfRequest(context: Expression, semantics: FileSemantics): boolean {
    const value = withoutParentheses(context);
    switch (value.kind) {
      case "identifier": {
        const origin = originOf(value, value, semantics);
        return origin !== undefined && this.isOfRequest(origin, semantics);
      }
      case "selector_expression":
        return this.#isField(value, semantics);
      case "call_expression":
        return this.#isCall(value, semantics);
      default:
        return false;
    }
  }

  #isCall(call: CallExpressionNode, semantics: FileSemantics): boolean {
    if (isRequestContext(call, semantics)) return true;
    const parent =
      contextOfMade(call, semantics) ?? parentOf(call, semantics) ?? parentOfChild(call, semantics);
    if (parent) return this.isOfRequest(parent, semantics);
    const callee = semantics.callee(call);
    const [method, ...others] = callee?.kind === "declared" ? callee.declarations : [];
    const field = method && others.length === 0 ? fieldGivenBy(method) : undefined;
    const file = field && semantics.package.program.file(field.tree);
    return field !== undefined && file !== undefined && this.isOfRequest(field, file);
  }

  /** Whether all that a field gets is the context of a request; other packages can set one that is exported. */
  #isField(field: SelectorExpressionNode, semantics: FileSemantics): boolean {
    const name = semantics.fieldName(field);
    if (name === undefined) return false;
    if (this.#fields.has(name)) return true;
    this.#fields.add(name);
    const given = fieldValues(field, semantics)?.filter(({ value }) => value?.kind !== "nil") ?? [];
    return (
      given.length > 0 &&
      given.every(({ value, file }) => value !== undefined && this.isOfRequest(value, file))
    );
  }
}

/** The context that a request is made with, where a call gives it back. */
function contextOfMade(call: CallExpressionNode, semantics: FileSemantics): Expression | undefined {
  const made = madeRequest(call, semantics);
  const position = made && contextCarriers[calledName(made, semantics)];
  return made && position !== undefined ? operandAt(made, position) : undefined;
}

/** The parent of a context that can be cancelled. */
function parentOfChild(call: CallExpressionNode, semantics: FileSemantics): Expression | undefined {
  const name = calledName(call, semantics);
  const position = contexts.boundTo?.[name] ?? causeContexts.boundTo?.[name];
  return position === undefined ? undefined : operandAt(call, position);
}

/** The field that a method does nothing but return. */
function fieldGivenBy({ body }: FunctionNode): Expression | undefined {
  const [statement, ...others] = body?.allChildren.flatMap(({ allChildren }) => allChildren) ?? [];
  if (statement?.kind !== "return_statement" || others.length > 0) return undefined;
  const value = statement.child?.children[0];
  return value?.kind === "selector_expression" ? value : undefined;
}
