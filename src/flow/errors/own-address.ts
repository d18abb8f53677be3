import { listenersIn, portListeners } from "../../knowledge/index.js";
import { withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics } from "../../semantics/index.js";
import type { CallExpressionNode, Expression } from "../../syntax/index.js";
import { calledName } from "../calls/called-name.js";
import { operandAt } from "../calls/operand.js";
import { givenTo } from "../values/given-value.js";

/** Whether a text is the address at which this program listens, host and port: `listener.Addr().String()`. */
export function isOwnAddress(text: Expression, semantics: FileSemantics): boolean {
  const value = onlyValue(text, semantics);
  const address = methodOperand(value, "String");
  const listener = methodOperand(address, "Addr") ?? methodOperand(address, "LocalAddr");
  return listener !== undefined && hasPorts(listener, semantics);
}

/** Whether a text is the port of such an address. */
export function isOwnPort(text: Expression, semantics: FileSemantics): boolean {
  const given = givenTo(text, semantics)?.values;
  const [split] = given ?? [];
  if (given?.length !== 1 || split?.result !== 1 || split.from?.kind !== "call_expression") return false;
  const [address] = split.from.arguments.children;
  return (
    calledName(split.from, semantics) === "net.SplitHostPort" &&
    address !== undefined &&
    isOwnAddress(address as Expression, semantics)
  );
}

function hasPorts(listener: Expression, semantics: FileSemantics): boolean {
  if (portListeners.has(semantics.typeText(semantics.typeOf(listener)))) return true;
  const given = givenTo(listener, semantics)?.values ?? [];
  return (
    given.length > 0 &&
    given.every(({ value }) => value?.kind === "call_expression" && listensAtPort(value, semantics))
  );
}

function listensAtPort(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const index = listenersIn[calledName(call, semantics)];
  if (index === undefined) return false;
  const network = operandAt(call, `argument ${index}`);
  const text = network && semantics.constantText(network);
  if (text !== undefined) return /^(?:tcp|udp)[46]?$/.test(text);
  const address = operandAt(call, `argument ${index + 1}`);
  return address !== undefined && hasPort(address, semantics);
}

/** Whether the address at which something listens has a port, so that it is not one of a file. */
function hasPort(address: Expression, semantics: FileSemantics): boolean {
  const value = onlyValue(address, semantics);
  return value.kind === "call_expression" && calledName(value, semantics) === "net.JoinHostPort";
}

/** The value that a variable always has, or the expression itself. */
function onlyValue(expression: Expression, semantics: FileSemantics): Expression {
  const value = withoutParentheses(expression);
  const given = givenTo(value, semantics)?.values;
  return (given?.length === 1 ? given[0]?.value : undefined) ?? value;
}

/** What a method without arguments is called on. */
function methodOperand(call: Expression | undefined, method: string): Expression | undefined {
  if (call?.kind !== "call_expression" || call.arguments.children.length > 0) return undefined;
  const called = withoutParentheses(call.function);
  return called.kind === "selector_expression" && called.field.text === method ? called.operand : undefined;
}
