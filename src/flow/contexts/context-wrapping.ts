import { contextWrappers } from "../../knowledge/index.js";
import { withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics, NamedFunction } from "../../semantics/index.js";
import { KindId } from "../../syntax/index.js";
import type { CallExpressionNode, Expression, ReturnStatementNode, SyntaxNode } from "../../syntax/index.js";
import { calledName } from "../calls/called-name.js";
import { ownNodes } from "../nodes/own-nodes.js";

/**
 * The call in an expression that wraps the context of another expression: `context.WithValue(ctx, k, v)` or
 * `f(g(ctx))` for `ctx`. Undefined where the result may be the same context, or one that has nothing to do with it.
 */
export function contextWrapping(
  value: Expression,
  context: Expression,
  semantics: FileSemantics,
): CallExpressionNode | undefined {
  const call = withoutParentheses(value);
  if (call.kind !== "call_expression" || !wrapsArgument(call, semantics)) return undefined;
  const isAround = call.arguments.children.some(
    (argument) =>
      isSame(argument, context) || contextWrapping(argument as Expression, context, semantics) !== undefined,
  );
  return isAround ? call : undefined;
}

function isSame(argument: SyntaxNode, context: Expression): boolean {
  return withoutParentheses(argument as Expression).text === context.text;
}

/** Functions that call one another are looked into up to this depth. */
const maximumDepth = 5;

/** Whether a call gives a context made from one that it is given. */
function wrapsArgument(call: CallExpressionNode, semantics: FileSemantics, depth = 0): boolean {
  if (contextWrappers.has(calledName(call, semantics))) return true;
  if (depth >= maximumDepth || !givesContext(call, semantics)) return false;
  const declarations = declarationsOf(call, semantics);
  return (
    declarations.length > 0 && declarations.every((declared) => wrapsParameter(declared, semantics, depth))
  );
}

/** The functions of the module that a call may call. */
function declarationsOf(call: CallExpressionNode, semantics: FileSemantics): readonly NamedFunction[] {
  const callee = semantics.callee(call);
  if (callee?.kind === "declared") return callee.declarations;
  const implementation = semantics.implementation(call);
  return implementation ? [implementation] : [];
}

function givesContext(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const type = semantics.typeOf(call);
  const results = type.kind === "tuple" ? type.types : [type];
  return results.some((result) => semantics.typeText(result) === "context.Context");
}

/** Whether a function wraps its context on every way: none of its returns gives a parameter back. */
function wrapsParameter(declared: NamedFunction, semantics: FileSemantics, depth: number): boolean {
  const declaration = semantics.package.withBody(declared) as NamedFunction;
  const file = semantics.package.program.file(declaration.tree) ?? semantics;
  const calls = ownNodes(declaration, KindId.call_expression) as CallExpressionNode[];
  if (!calls.some((call) => wrapsArgument(call, file, depth + 1))) return false;
  const returns = ownNodes(declaration, KindId.return_statement) as ReturnStatementNode[];
  return !returns.some((statement) => givesParameter(statement, declaration, file));
}

function givesParameter(
  { child }: ReturnStatementNode,
  declared: NamedFunction,
  semantics: FileSemantics,
): boolean {
  return (child?.children ?? []).some((result) => {
    const object = result.kind === "identifier" ? semantics.objectOf(result) : undefined;
    if (!object?.declaration || !declared.parameters.contains(object.declaration)) return false;
    return semantics.bindings
      .identifiersOf(object)
      .every((mention) => mention.parent?.parent?.kind !== "assignment_statement");
  });
}
