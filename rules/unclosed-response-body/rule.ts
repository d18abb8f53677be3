import { defineResourceRule, facts, useOf, withoutParentheses } from "#rule";
import type { CallExpressionNode, FileSemantics, GoObject, SyntaxNode } from "#rule";

export default defineResourceRule({
  meta: {
    name: "unclosed-response-body",
    summary: "Body of an HTTP response is never closed",
    category: "resource",
    preset: "recommended",
    severity: "error",
    precision: "high",
    cwe: ["CWE-772"],
    since: "0.1.0",
    status: "stable",
    fix: "suggestion",
  },
  // What answers HEAD has no body and holds no connection, so Head is not among those that acquire.
  holdsNothing: sendsHead,
  resources: [facts.responses, facts.objectBodies],
  words: { acquires: "receives", acquired: "received", released: "closed", release: "close" },
});

/** Functions that make a request, with the place of the method among their arguments. */
const makers: Readonly<Record<string, number>> = {
  "net/http.NewRequest": 0,
  "net/http.NewRequestWithContext": 1,
};

/** Whether the request that a call is given is plainly made with the method HEAD, in the same function. */
function sendsHead(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const request = call.arguments.children[0];
  const variable = request?.kind === "identifier" ? semantics.objectOf(request) : undefined;
  const maker = variable && onlyCall(variable, semantics);
  const place = maker && makers[semantics.calleeName(maker) ?? ""];
  return place !== undefined && isHead(maker?.arguments.children[place], semantics);
}

/** The call whose results a variable is declared with, when nothing else is ever assigned to it. */
function onlyCall(variable: GoObject, semantics: FileSemantics): CallExpressionNode | undefined {
  const { declaration } = variable;
  if (declaration?.kind !== "short_var_declaration" || declaration.right.children.length !== 1)
    return undefined;
  const isReassigned = semantics.package
    .identifiersOf(variable)
    .some((mention) => mention !== variable.identifier && useOf(mention, semantics).kind === "assignment");
  const value = declaration.right.children[0];
  return !isReassigned && value?.kind === "call_expression" ? value : undefined;
}

/** `"HEAD"`, `http.MethodHead` */
function isHead(method: SyntaxNode | undefined, semantics: FileSemantics): boolean {
  if (method?.kind === "interpreted_string_literal") return method.text === '"HEAD"';
  if (method?.kind !== "selector_expression" || method.field.text !== "MethodHead") return false;
  const owner = withoutParentheses(method.operand);
  return owner.kind === "identifier" && semantics.objectOf(owner)?.importPath === "net/http";
}
