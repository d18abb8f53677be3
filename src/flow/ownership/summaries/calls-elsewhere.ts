import { importedPaths } from "../../../semantics/index.js";
import type { NamedFunction, PackageSemantics, Type } from "../../../semantics/index.js";
import type { CallExpressionNode } from "../../../syntax/index.js";
import type { PackageCalls } from "../../calls/package-calls.js";
import type { ResourceKind } from "../resource-kind.js";
import { declaredResults } from "./declared-results.js";
import type { DeclaredResults } from "./declared-results.js";
import { mayCarry } from "./may-carry.js";
import { OwnModule } from "./own-module.js";
import { KindSigns, closerSigns, commonSigns } from "./signs.js";
import type { Signs } from "./signs.js";

/** A call of a function of another package of the module. */
export interface CallElsewhere {
  readonly call: CallExpressionNode;
  /** What is called, with its body. */
  readonly callee: NamedFunction;
}

interface Candidate {
  readonly call: CallExpressionNode;
  readonly results: readonly Type[];
}

/**
 * The calls of a package that may hand out a resource which another package of its module acquires. Told apart by the
 * headers of what is imported and by types, so that hardly a body has to be read.
 */
export class CallsElsewhere {
  readonly #semantics: PackageSemantics;
  readonly #calls: PackageCalls;
  readonly #module: OwnModule;
  readonly #candidates = new Map<Signs, readonly Candidate[]>();
  readonly #callees = new Map<CallExpressionNode, NamedFunction | undefined>();
  #results: readonly DeclaredResults[] | undefined;

  constructor(semantics: PackageSemantics, calls: PackageCalls) {
    this.#semantics = semantics;
    this.#calls = calls;
    this.#module = new OwnModule(semantics);
  }

  /** The calls with a result that may carry a resource of a kind. */
  of(kind: ResourceKind): readonly CallElsewhere[] {
    const { program } = this.#semantics;
    const found: CallElsewhere[] = [];
    for (const { call, results } of this.#fitting(signsOf(kind))) {
      const callee = results.some((type) => mayCarry(type, kind, program)) ? this.#calleeOf(call) : undefined;
      if (callee) found.push({ call, callee });
    }
    return found;
  }

  /** The types of the results of calls that may give a value of a type of the module that owns a resource. */
  get closers(): readonly Type[] {
    return this.#fitting(closerSigns).flatMap(({ results }) => results);
  }

  #fitting(signs: Signs): readonly Candidate[] {
    let candidates = this.#candidates.get(signs);
    if (!candidates) {
      candidates = this.#find(signs);
      this.#candidates.set(signs, candidates);
    }
    return candidates;
  }

  #find(signs: Signs): readonly Candidate[] {
    const candidates: Candidate[] = [];
    for (const word of this.#calledOfImported()) {
      if (!this.#imported.some((results) => results.mayHandOut(word, signs))) continue;
      for (const call of this.#calls.named([word])) {
        if (this.#module.isElsewhere(call)) continue;
        const type = this.#semantics.file(call.tree).typeOf(call);
        candidates.push({ call, results: type.kind === "tuple" ? type.types : [type] });
      }
    }
    return candidates;
  }

  /** The last words of what is imported from the module and called, in the order in which it is declared. */
  #calledOfImported(): ReadonlySet<string> {
    const found = new Set<string>();
    for (const { headers } of this.#imported)
      for (const word of headers.keys()) if (this.#calls.hasNamed(word)) found.add(word);
    return found;
  }

  /** What the packages return that are imported from the module. */
  get #imported(): readonly DeclaredResults[] {
    return (this.#results ??= this.#findImported());
  }

  #findImported(): readonly DeclaredResults[] {
    const paths = new Set([...this.#calls.trees].flatMap((tree) => importedPaths(tree)));
    return [...paths].flatMap((path) => {
      const imported = this.#module.has(path) ? this.#semantics.imported(path) : undefined;
      return imported ? [declaredResults(imported)] : [];
    });
  }

  #calleeOf(call: CallExpressionNode): NamedFunction | undefined {
    if (!this.#callees.has(call))
      this.#callees.set(call, this.#semantics.file(call.tree).implementation(call));
    return this.#callees.get(call);
  }
}

const signs = new WeakMap<ResourceKind, Signs>();

/** The signs by which calls are looked for; kinds that a configuration declares may have signs of their own. */
function signsOf(kind: ResourceKind): Signs {
  if (kind.type) return closerSigns;
  if (commonSigns.cover(kind)) return commonSigns;
  let own = signs.get(kind);
  if (!own) signs.set(kind, (own = new KindSigns([kind])));
  return own;
}
