import { facts } from "../../knowledge/index.js";
import type { FileSemantics } from "../../semantics/index.js";
import type { CallExpressionNode, SyntaxNode } from "../../syntax/index.js";
import { destinationOf } from "../values/assigned-variable.js";

/** Fields and methods of a response that tell of what is there before its body has been read. */
const headers: ReadonlySet<string> = new Set([
  "Cookies",
  "Header",
  "Location",
  "Proto",
  "Request",
  "Status",
  "StatusCode",
  "TLS",
]);

/**
 * Whether the response that a call gives is closed when nothing but its headers has been read: `net/http` closes the connection
 * of a body that is not at its end.
 */
export function closesUnread(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const answer = destinationOf(call, 0, semantics);
  if (answer.kind !== "variable") return false;
  const uses = semantics.bindings
    .identifiersOf(answer.variable)
    .map(({ parent }) => parent)
    .filter((parent) => parent?.kind !== "expression_list" && parent?.kind !== "var_spec");
  return (
    uses.some(isClosing) &&
    uses.every((use) => isClosing(use) || asksForHeaders(use) || isPrinted(use, semantics))
  );
}

function asksForHeaders(use: SyntaxNode | undefined): boolean {
  return use?.kind === "selector_expression" && headers.has(use.field.text);
}

/** `fmt.Println(response)`: what only formats values reads nothing. */
function isPrinted(use: SyntaxNode | undefined, semantics: FileSemantics): boolean {
  const call = use?.kind === "argument_list" ? use.parent : undefined;
  return call?.kind === "call_expression" && facts.printers.test(semantics.calleeName(call) ?? "");
}

/** `response.Body.Close` */
function isClosing(use: SyntaxNode | undefined): boolean {
  if (use?.kind !== "selector_expression" || use.field.text !== "Body") return false;
  return use.parent?.kind === "selector_expression" && use.parent.field.text === "Close";
}
