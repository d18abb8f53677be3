import type { FileSemantics, FunctionNode } from "../../semantics/index.js";
import type { MethodDeclarationNode, ParameterDeclarationNode } from "../../syntax/index.js";

/** Calls that give what comes in from outside, one after the other, as long as a server runs. */
export const accepts: ReadonlySet<string> = new Set([
  "net.(*TCPListener).Accept",
  "net.(*TCPListener).AcceptTCP",
  "net.(*UnixListener).Accept",
  "net.(*UnixListener).AcceptUnix",
  "net.(Listener).Accept",
]);

/** A function that runs once for each request. */
export interface RequestScope {
  /** The parameter that shows it. */
  readonly at: ParameterDeclarationNode;
  /** The parameter that clients decide on. */
  readonly input: ParameterDeclarationNode | undefined;
}

/**
 * What shows that a function runs once for each request: it answers one, through an `http.ResponseWriter`, or it is a
 * method that has the form of a remote procedure, `(context.Context, *Request) (*Response, error)`. An `*http.Request`
 * alone shows nothing: clients send them, too.
 */
export function requestScope(owner: FunctionNode, semantics: FileSemantics): RequestScope | undefined {
  const parameters = owner.parameters.children.filter((child) => child.kind === "parameter_declaration");
  const ofType = (name: string) => parameters.find(({ type }) => semantics.namedType(type) === name);
  const writer = ofType("net/http.ResponseWriter");
  if (writer) return { at: writer, input: ofType("net/http.Request") };
  const message = owner.kind === "method_declaration" ? procedureMessage(owner, semantics) : undefined;
  return message && { at: message, input: message };
}

function procedureMessage(
  method: MethodDeclarationNode,
  semantics: FileSemantics,
): ParameterDeclarationNode | undefined {
  const [context, message, ...others] = method.parameters.children;
  const results = method.result?.kind === "parameter_list" ? method.result.children : [];
  const isProcedure =
    /^\p{Lu}/u.test(method.name.text) &&
    context !== undefined &&
    semantics.namedType(context.type) === "context.Context" &&
    others.length === 0 &&
    results.length === 2 &&
    results[0]?.type.kind === "pointer_type" &&
    results[1]?.type.text === "error";
  if (!isProcedure || message?.kind !== "parameter_declaration") return undefined;
  return message.type.kind === "pointer_type" ? message : undefined;
}
