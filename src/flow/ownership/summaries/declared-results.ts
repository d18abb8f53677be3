import { packageNameOf } from "../../../semantics/index.js";
import type { FunctionHeader, PackageSemantics } from "../../../semantics/index.js";
import { OwnModule } from "./own-module.js";
import type { Signs } from "./signs.js";

/** What the functions and methods of a package return, told from their headers: none of them is parsed. */
export class DeclaredResults {
  readonly #semantics: PackageSemantics;
  readonly #module: OwnModule;
  readonly #answers = new WeakMap<Signs, Map<string, boolean>>();
  #headers: ReadonlyMap<string, readonly FunctionHeader[]> | undefined;

  constructor(semantics: PackageSemantics) {
    this.#semantics = semantics;
    this.#module = new OwnModule(semantics);
  }

  /** The functions and methods by the last words of their names. */
  get headers(): ReadonlyMap<string, readonly FunctionHeader[]> {
    return (this.#headers ??= byWord(this.#semantics.headers));
  }

  /** The functions and methods in whose results a word stands. */
  mentioning(word: string): readonly FunctionHeader[] {
    const mention = new RegExp(`\\b${word}\\b`);
    return this.#semantics.headers.filter(({ text }) => mention.test(resultsIn(text())));
  }

  /** Whether some function or method of a last word returns what may carry a resource. */
  mayHandOut(word: string, signs: Signs): boolean {
    const headers = this.headers.get(word);
    if (!headers) return false;
    let answers = this.#answers.get(signs);
    if (!answers) this.#answers.set(signs, (answers = new Map()));
    let answer = answers.get(word);
    if (answer === undefined) {
      answer = headers.some((header) => this.#mayCarry(header, signs));
      answers.set(word, answer);
    }
    return answer;
  }

  #mayCarry(header: FunctionHeader, signs: Signs): boolean {
    const results = resultsIn(header.text());
    if (/\bfunc\s*\(\s*\)|\binterface\s*\{\s*\w/.test(results)) return true;
    return Array.from(results.matchAll(names)).some(([, qualifier, name = ""]) => {
      const home = qualifier === undefined ? this.#semantics : this.#packageNamed(qualifier, header, signs);
      return home !== undefined && signs.areIn(name, home);
    });
  }

  /** The package that goes by a name in a file, if it is of the module or has types of resources. */
  #packageNamed(name: string, { imports }: FunctionHeader, signs: Signs): PackageSemantics | undefined {
    const likely = imports.filter(({ path }) => this.#module.has(path) || signs.packages.has(path));
    const found =
      likely.find(({ alias, path }) => (alias ?? packageNameOf(path)) === name) ??
      likely.find(
        ({ alias, path }) => alias === undefined && this.#semantics.imported(path)?.source.name === name,
      );
    return found && this.#semantics.imported(found.path);
  }
}

/** Names, and what they are qualified with; those of results and of predeclared types are just not found. */
const names = /(?:([\p{L}_][\p{L}\d_]*)\.)?([\p{L}_][\p{L}\d_]*)/gu;

function byWord(headers: readonly FunctionHeader[]): ReadonlyMap<string, readonly FunctionHeader[]> {
  const words = new Map<string, FunctionHeader[]>();
  for (const header of headers) {
    const word = header.name.slice(header.name.lastIndexOf(".") + 1);
    const others = words.get(word);
    if (others) others.push(header);
    else words.set(word, [header]);
  }
  return words;
}

/** What stands after the parameters. */
function resultsIn(header: string): string {
  const afterReceiver = header.startsWith("func (") ? closing(header, header.indexOf("(")) : 0;
  const parameters = header.indexOf("(", afterReceiver + 1);
  return parameters === -1 ? "" : header.slice(closing(header, parameters) + 1);
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "(") depth++;
    else if (text[at] === ")" && --depth === 0) return at;
  }
  return text.length;
}

const packages = new WeakMap<PackageSemantics, DeclaredResults>();

/** What a package returns, told once. */
export function declaredResults(semantics: PackageSemantics): DeclaredResults {
  let results = packages.get(semantics);
  if (!results) {
    results = new DeclaredResults(semantics);
    packages.set(semantics, results);
  }
  return results;
}
