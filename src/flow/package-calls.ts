import { withoutParentheses } from "../semantics/index.js";
import type { PackageSemantics } from "../semantics/index.js";
import { KindId } from "../syntax/index.js";
import type { CallExpressionNode, SyntaxTree } from "../syntax/index.js";

/** The calls of a package by the last word of what they call, found without resolving any name. */
export class PackageCalls {
  readonly #semantics: PackageSemantics;
  #byWord: Map<string, CallExpressionNode[]> | undefined;

  constructor(semantics: PackageSemantics) {
    this.#semantics = semantics;
  }

  /** The calls of functions, methods and variables with certain names, in source order for each name. */
  named(words: Iterable<string>): readonly CallExpressionNode[] {
    const index = this.#index();
    return [...words].flatMap((word) => index.get(word) ?? []);
  }

  #index(): Map<string, CallExpressionNode[]> {
    if (this.#byWord) return this.#byWord;
    this.#byWord = new Map();
    for (const tree of this.#semantics.trees) this.#add(tree, this.#byWord);
    return this.#byWord;
  }

  #add(tree: SyntaxTree, byWord: Map<string, CallExpressionNode[]>): void {
    const { kinds, size } = tree.arena;
    for (let id = 0; id < size; id++) {
      if (kinds[id] !== KindId.call_expression) continue;
      const call = tree.node(id) as CallExpressionNode;
      const word = lastWord(call);
      const calls = byWord.get(word);
      if (calls) calls.push(call);
      else byWord.set(word, [call]);
    }
  }
}

/** The name by which a call calls, without what it is selected from; empty for calls of other expressions. */
export function lastWord(call: CallExpressionNode): string {
  const called = withoutParentheses(call.function);
  if (called.kind === "selector_expression") return called.field.text;
  return called.kind === "identifier" ? called.text : "";
}
