import { causeContexts, contexts, requestContexts } from "../../knowledge/index.js";
import { enclosingFunction, withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics, FunctionNode } from "../../semantics/index.js";
import { KindId } from "../../syntax/index.js";
import type { CallExpressionNode, Expression } from "../../syntax/index.js";
import { calledName } from "../called-name.js";
import { requestScope } from "../request-scope.js";
import { operandAt } from "./acquisition.js";
import { parentOf } from "./derived-context.js";
import { originOf } from "./value-call.js";

/** Whether a call gives the context of a request, which is done when the request is answered. */
export function isRequestContext(call: CallExpressionNode, semantics: FileSemantics): boolean {
  return requestContexts.has(calledName(call, semantics));
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
        return this.#isField(semantics.fieldName(value), semantics);
      case "call_expression":
        return this.#isCall(value, semantics);
      default:
        return false;
    }
  }

  #isCall(call: CallExpressionNode, semantics: FileSemantics): boolean {
    if (isRequestContext(call, semantics)) return true;
    const parent = parentOf(call, semantics) ?? parentOfChild(call, semantics);
    if (parent) return this.isOfRequest(parent, semantics);
    const callee = semantics.callee(call);
    const [method, ...others] = callee?.kind === "declared" ? callee.declarations : [];
    const field = method && others.length === 0 ? fieldGivenBy(method) : undefined;
    const file = field && semantics.package.program.file(field.tree);
    return field !== undefined && file !== undefined && this.isOfRequest(field, file);
  }

  /** Whether all that a field gets is the context of a request; other packages can set one that is exported. */
  #isField(name: string | undefined, semantics: FileSemantics): boolean {
    const word = name?.slice(name.lastIndexOf(".") + 1);
    if (name === undefined || word === undefined || /^\p{Lu}/u.test(word)) return false;
    if (this.#fields.has(name)) return true;
    this.#fields.add(name);
    const given = semantics.package.trees
      .filter((tree) => !semantics.package.isTest(tree))
      .map((tree) => semantics.package.file(tree))
      .flatMap((file) => valuesGiven(name, word, file).map((value) => ({ value, file })))
      .filter(({ value }) => value?.kind !== "nil");
    return (
      given.length > 0 &&
      given.every(({ value, file }) => value !== undefined && this.isOfRequest(value, file))
    );
  }
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

/** What the code of a file puts into a field; undefined for one of several results of a call. */
function valuesGiven(name: string, word: string, file: FileSemantics): readonly (Expression | undefined)[] {
  const { arena } = file.tree;
  const given: (Expression | undefined)[] = [];
  for (let id = 0; id < arena.size; id++) {
    const kind = arena.kinds[id];
    if (kind !== KindId.keyed_element && kind !== KindId.assignment_statement) continue;
    const node = file.tree.node(id);
    if (node.kind === "keyed_element" && node.key.text === word && file.fieldName(node) === name)
      given.push(node.value.child as Expression);
    if (node.kind !== "assignment_statement") continue;
    for (const [index, target] of node.left.children.entries()) {
      const isField = target.kind === "selector_expression" && target.field.text === word;
      if (isField && file.fieldName(target) === name)
        given.push(
          node.left.children.length === node.right.children.length ? node.right.children[index] : undefined,
        );
    }
  }
  return given;
}
