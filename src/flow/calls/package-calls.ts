import type { NamedFunction, PackageSemantics } from "../../semantics/index.js";
import type { CallExpressionNode, SyntaxTree } from "../../syntax/index.js";
import { callingFunctions, callsOf } from "./call-table.js";
import type { CallsByWord } from "./call-table.js";

/** The calls of a package, or a part of them, by the last word of what they call. */
export class PackageCalls {
  readonly #find: () => readonly CallsPart[];
  #parts: readonly CallsPart[] | undefined;
  #byWord: ReadonlyMap<string, readonly CallPlaces[]> | undefined;

  private constructor(find: () => readonly CallsPart[]) {
    this.#find = find;
  }

  /** All calls. */
  static all(semantics: PackageSemantics): PackageCalls {
    return new PackageCalls(() => semantics.trees.map(partOf));
  }

  /**
   * The calls that may have to do with what the files that are reported on hold: those in them, and those in functions with
   * results that are called from there by their names, and so on. What any other function makes never gets there.
   */
  static reaching(semantics: PackageSemantics): PackageCalls {
    return new PackageCalls(() => {
      const { trees } = semantics;
      const context = trees.filter((tree) => semantics.isContext(tree));
      const reported = trees.filter((tree) => !semantics.isContext(tree)).map(partOf);
      const words = reported.flatMap(({ calls }) => [...calls.keys()]);
      return [...reported, ...calledFrom(words, context)];
    });
  }

  /**
   * The calls that may have to do with what some of the functions with results hold: those in them, and those in functions with
   * results that are called from there by their names, and so on.
   */
  static within(semantics: PackageSemantics, isWanted: (owner: NamedFunction) => boolean): PackageCalls {
    return new PackageCalls(() => {
      const { trees } = semantics;
      const wanted = trees.flatMap((tree) =>
        callingFunctions(tree)
          .filter(({ id, hasResult }) => hasResult && isWanted(tree.node(id) as NamedFunction))
          .map(({ name }) => name),
      );
      return calledFrom(wanted, trees);
    });
  }

  /** The calls of functions, methods and variables with certain names, in source order for each name. */
  named(words: Iterable<string>): readonly CallExpressionNode[] {
    const found: CallExpressionNode[] = [];
    for (const word of words) {
      for (const { tree, ids } of this.#places.get(word) ?? [])
        for (const id of ids) found.push(tree.node(id) as CallExpressionNode);
    }
    return found;
  }

  /** Whether something is called by a name. */
  hasNamed(word: string): boolean {
    return this.#places.has(word);
  }

  get #places(): ReadonlyMap<string, readonly CallPlaces[]> {
    return (this.#byWord ??= joined(this.#found));
  }

  /** The files in which they are. */
  get trees(): ReadonlySet<SyntaxTree> {
    return new Set(this.#found.map(({ tree }) => tree));
  }

  get #found(): readonly CallsPart[] {
    return (this.#parts ??= this.#find());
  }
}

/** Calls of one file. */
interface CallsPart {
  readonly tree: SyntaxTree;
  readonly calls: CallsByWord;
}

/** Calls of one file by one name. */
interface CallPlaces {
  readonly tree: SyntaxTree;
  readonly ids: readonly number[];
}

function joined(parts: readonly CallsPart[]): ReadonlyMap<string, readonly CallPlaces[]> {
  const byWord = new Map<string, CallPlaces[]>();
  for (const { tree, calls } of parts) {
    for (const [word, ids] of calls) {
      const known = byWord.get(word);
      if (known) known.push({ tree, ids });
      else byWord.set(word, [{ tree, ids }]);
    }
  }
  return byWord;
}

function partOf(tree: SyntaxTree): CallsPart {
  return { tree, calls: callsOf(tree) };
}

/** The calls in functions with results that certain words may call, directly or through each other. */
function calledFrom(words: readonly string[], trees: readonly SyntaxTree[]): readonly CallsPart[] {
  const byName = functionsByName(trees);
  const found: CallsPart[] = [];
  const open = [...words];
  for (let word = open.pop(); word !== undefined; word = open.pop()) {
    const parts = byName.get(word) ?? [];
    byName.delete(word);
    for (const part of parts) {
      found.push(part);
      open.push(...part.calls.keys());
    }
  }
  return found;
}

/** The calls in functions with results. */
function functionsByName(trees: readonly SyntaxTree[]): Map<string, CallsPart[]> {
  const byName = new Map<string, CallsPart[]>();
  for (const tree of trees) {
    for (const { name, hasResult, calls } of callingFunctions(tree)) {
      if (!hasResult) continue;
      const others = byName.get(name);
      if (others) others.push({ tree, calls });
      else byName.set(name, [{ tree, calls }]);
    }
  }
  return byName;
}
