import { lastWord } from "../flow/index.js";
import type { Assumption } from "../flow/index.js";
import type { CallExpressionNode, SyntaxNode } from "../syntax/index.js";

/** Longest piece of code that a message shows. */
const longestShown = 60;

/** A piece of code as messages show it: on one line and short, or not at all. */
export function shownText({ text }: SyntaxNode): string | undefined {
  return text.length <= longestShown && !text.includes("\n") ? text : undefined;
}

/** The same in quotes. */
export function quoted(node: SyntaxNode): string | undefined {
  const text = shownText(node);
  return text === undefined ? undefined : `\`${text}\``;
}

/** What a branch takes for granted: "when `err != nil` does not hold". */
export function conditionText({ expression, holds }: Extract<Assumption, { kind: "condition" }>): string {
  return `when ${quoted(expression) ?? "this"} ${holds ? "holds" : "does not hold"}`;
}

/** What a call calls, as messages show it: one line, in which long expressions are left out. */
export function calledText(call: CallExpressionNode): string {
  return shownText(call.function) ?? lastWord(call);
}
