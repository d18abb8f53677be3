import type { FileSemantics, GoObject } from "../../semantics/index.js";
import type { Expression, SyntaxNode } from "../../syntax/index.js";
import { useOf } from "../values/use.js";

/**
 * Whether an expression is a channel that sends again and again, and that nobody ever closes: `time.Tick(d)`, the channel of
 * a `time.Ticker`, or such a channel in a local variable that keeps its first value.
 */
export function isTickerChannel(expression: SyntaxNode, semantics: FileSemantics): boolean {
  if (expression.kind === "call_expression") return semantics.calleeName(expression) === "time.Tick";
  if (expression.kind === "selector_expression") {
    const { field, operand } = expression;
    return field.text === "C" && /^\*?time\.Ticker$/.test(semantics.typeText(semantics.typeOf(operand)));
  }
  const value = expression.kind === "identifier" ? onlyValue(expression, semantics) : undefined;
  return value !== undefined && isTickerChannel(value, semantics);
}

/** The value of a local variable that is declared with `:=` and never assigned again. */
function onlyValue(identifier: SyntaxNode, semantics: FileSemantics): Expression | undefined {
  const variable = semantics.objectOf(identifier);
  const declaration = variable?.declaration;
  if (declaration?.kind !== "short_var_declaration" || declaration.tree !== identifier.tree) return undefined;
  const mentions = semantics.package.identifiersOf(variable as GoObject);
  const isReassigned = mentions.some(
    (mention) => mention !== variable?.identifier && useOf(mention, semantics).kind === "assignment",
  );
  const names = declaration.left.children;
  const values = declaration.right.children;
  if (isReassigned || names.length !== values.length) return undefined;
  return values[names.findIndex((name) => name === variable?.identifier)];
}
