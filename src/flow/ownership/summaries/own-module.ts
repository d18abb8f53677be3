import { importsOf } from "../../../semantics/index.js";
import type { PackageSemantics } from "../../../semantics/index.js";
import type { CallExpressionNode, SyntaxTree } from "../../../syntax/index.js";

/** Tells the packages of a module from others, by their import paths. */
export class OwnModule {
  readonly #path: string | undefined;
  /** The names under which a file has packages of other modules. */
  readonly #others = new WeakMap<SyntaxTree, ReadonlySet<string>>();

  constructor(semantics: PackageSemantics) {
    this.#path = semantics.source.origin?.main?.path;
  }

  has(path: string): boolean {
    return this.#path !== undefined && (path === this.#path || path.startsWith(`${this.#path}/`));
  }

  /** Whether a call plainly calls a function of another module, without resolving any name. */
  isElsewhere({ function: called, tree }: CallExpressionNode): boolean {
    if (called.kind !== "selector_expression" || called.operand.kind !== "identifier") return false;
    return this.#othersIn(tree).has(called.operand.text);
  }

  #othersIn(tree: SyntaxTree): ReadonlySet<string> {
    let names = this.#others.get(tree);
    if (!names) {
      names = new Set(importsOf(tree).flatMap(({ path, name = "_" }) => (this.has(path) ? [] : [name])));
      this.#others.set(tree, names);
    }
    return names;
  }
}
