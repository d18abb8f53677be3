import { withoutParentheses } from "../semantics/index.js";
import type { FileSemantics, NamedFunction } from "../semantics/index.js";
import { KindId } from "../syntax/index.js";
import type { CallExpressionNode, Expression, ReturnStatementNode, SyntaxNode } from "../syntax/index.js";
import { ownNodes } from "./own-nodes.js";

/** Functions that put a new context around the one they are given. */
const wrappers =
  /^(?:context\.With\w+|os\/signal\.NotifyContext|golang\.org\/x\/sync\/errgroup\.WithContext|runtime\/(?:pprof\.WithLabels|trace\.NewTask))$/;

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

/** Whether a call gives a context made from one that it is given. */
function wrapsArgument(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const name = semantics.calleeName(call) ?? "";
  if (wrappers.test(name)) return true;
  if (!givesContext(call, semantics)) return false;
  const callee = semantics.callee(call);
  if (callee?.kind === "declared") {
    return callee.declarations.every((declared) =>
      wrapsParameter(declared, semantics.package.file(declared.tree)),
    );
  }
  return wrappingWord.test(lastWord(name));
}

/** How functions are called that put something into a context; others may well give back the one they got. */
const wrappingWord =
  /^(?:With|New|Start|Append|Inject|Attach|Set|Add|Put)|(?:With|To|Into|New)\w*(?:Context|Ctx)$/;

function givesContext(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const type = semantics.typeOf(call);
  const results = type.kind === "tuple" ? type.types : [type];
  return results.some((result) => semantics.typeText(result) === "context.Context");
}

/** Whether a function of the package wraps its context on every way: none of its returns gives a parameter back. */
function wrapsParameter(declared: NamedFunction, semantics: FileSemantics): boolean {
  const calls = ownNodes(declared, KindId.call_expression) as CallExpressionNode[];
  const isWrapped = calls.some((call) => {
    const name = semantics.calleeName(call) ?? "";
    return wrappers.test(name) || (givesContext(call, semantics) && wrappingWord.test(lastWord(name)));
  });
  const returns = ownNodes(declared, KindId.return_statement) as ReturnStatementNode[];
  return isWrapped && !returns.some((statement) => givesParameter(statement, declared, semantics));
}

function givesParameter(
  { child }: ReturnStatementNode,
  declared: NamedFunction,
  semantics: FileSemantics,
): boolean {
  return (child?.children ?? []).some((result) => {
    const object = result.kind === "identifier" ? semantics.objectOf(result) : undefined;
    if (!object?.declaration || !declared.parameters.contains(object.declaration)) return false;
    return semantics.package
      .identifiersOf(object)
      .every((mention) => mention.parent?.parent?.kind !== "assignment_statement");
  });
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
