import type { PackageSemantics } from "../../../semantics/index.js";
import { resourceKinds } from "../resource-kind.js";
import type { ResourceKind } from "../resource-kind.js";
import { hasAny, isEnding, isLikely } from "./may-carry.js";

/** What shows of a type that its values may be resources. */
export interface Signs {
  /** Import paths of the packages outside of the module with such types. */
  readonly packages: ReadonlySet<string>;
  /** Whether a type that a package declares has them. */
  areIn(name: string, home: PackageSemantics): boolean;
}

/** Packages with interfaces under which resources of all kinds are handed out, and with the type of functions that end something. */
const general = ["context", "io", "io/fs"];

/** The signs of some kinds of resources. */
export class KindSigns implements Signs {
  readonly packages: ReadonlySet<string>;
  readonly #names: ReadonlySet<string>;
  /** What has been found out of types, which are returned again and again. */
  readonly #known = new WeakMap<PackageSemantics, Map<string, boolean>>();

  constructor(kinds: readonly ResourceKind[]) {
    this.packages = new Set([...general, ...kinds.flatMap((kind) => Array.from(kind.packages))]);
    this.#names = new Set(kinds.flatMap((kind) => Array.from(kind.releasingNames)));
  }

  areIn(name: string, home: PackageSemantics): boolean {
    let names = this.#known.get(home);
    if (!names) this.#known.set(home, (names = new Map()));
    let answer = names.get(name);
    if (answer === undefined) {
      answer = this.#look(name, home);
      names.set(name, answer);
    }
    return answer;
  }

  #look(name: string, home: PackageSemantics): boolean {
    // A struct of the module is another kind of thing, whatever it owns.
    if (home.isOfModule && isStruct(home.declarationText(name))) return false;
    const type = home.declaredType(name);
    if (!type) return false;
    const { program } = home;
    return (
      isEnding(type, program) ||
      (isLikely(type, this.packages, program) && hasAny(type, this.#names, program))
    );
  }

  /** Whether a kind has no signs but these. */
  cover({ releasingNames, packages }: ResourceKind): boolean {
    return (
      [...releasingNames].every((name) => this.#names.has(name)) &&
      [...packages].every((path) => this.packages.has(path))
    );
  }
}

/** The signs of all kinds that are known beforehand. */
export const commonSigns = new KindSigns(resourceKinds);

/** Methods by which other packages, as a rule, release values of a type. */
const releasingMethods = ["Close", "Stop", "Shutdown"];

/** The signs of types of the module that own resources. */
export const closerSigns: Signs = {
  packages: new Set(),
  areIn: (name, home) =>
    home.isOfModule &&
    releasingMethods.some((method) => home.declarationText(`${name}.${method}`) !== undefined),
};

function isStruct(declaration: string | undefined): boolean {
  return declaration !== undefined && /^type\s+[^\s[]+(?:\[[^\n]*\])?\s+struct\b/.test(declaration);
}
