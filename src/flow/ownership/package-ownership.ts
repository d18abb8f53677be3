import { enclosingFunction } from "../../semantics/index.js";
import type { PackageSemantics } from "../../semantics/index.js";
import type { CallExpressionNode, DeferStatementNode, SyntaxTree } from "../../syntax/index.js";
import type { Acquisition } from "./acquisition.js";
import { Bindings } from "./bound/bindings.js";
import type { Fate } from "./fate.js";
import { functionFlow } from "./function-flow.js";
import { LeakFinder } from "./leak-finder.js";
import type { Leak } from "./leak.js";
import { repeatedDefects } from "./one-defect.js";
import { handOverAt } from "./outcome.js";
import type { Account, HandOver, Outcome } from "./outcome.js";
import { PackageFates } from "./package-fates.js";
import { resourceKinds } from "./resource-kind.js";
import type { ResourceKind } from "./resource-kind.js";
import { resourcePaths } from "./resource-paths.js";
import type { ResourcePaths } from "./resource-paths.js";
import type { SearchResult } from "./search.js";
import { ownedResults } from "./summaries/owned-result.js";

/** A resource that a deferred call releases, and what else becomes of it between the two. */
export interface DeferredRelease extends SearchResult {
  readonly acquisition: Acquisition;
}

/** Where the resources of a package come from and where they go, over the functions that hand them on. */
export class PackageOwnership {
  readonly #semantics: PackageSemantics;
  readonly #fates: PackageFates;
  readonly #leaks: LeakFinder;
  readonly #bindings: Bindings;
  readonly #paths: ResourcePaths;
  readonly #accounts = new Map<readonly Fate[], readonly Account[]>();

  constructor(semantics: PackageSemantics) {
    this.#semantics = semantics;
    this.#fates = new PackageFates(semantics);
    this.#leaks = new LeakFinder(semantics);
    this.#bindings = new Bindings(semantics, this.#fates, this.#leaks);
    this.#paths = resourcePaths(semantics.program);
  }

  /** The kinds that the module itself makes: types of this package, and of those that it calls, that own a resource and can be closed. */
  get closerKinds(): readonly ResourceKind[] {
    return this.#fates.closerKinds;
  }

  /** The resources of a kind that are acquired in a file and leak, one for each defect. */
  leaks(tree: SyntaxTree, kind: ResourceKind): readonly Leak[] {
    return this.#accountsIn(tree, kind).flatMap(({ outcome }) =>
      outcome.kind === "leaks" ? [outcome.leak] : [],
    );
  }

  /** The other leaks that are the same defect as one of `leaks`. */
  repetitionsOf(leak: Leak): readonly Leak[] {
    const { call, kind } = leak.acquisition;
    return this.#accountsIn(call.tree, kind).flatMap(({ outcome }) =>
      outcome.kind === "repeats" && outcome.leak.acquisition === leak.acquisition ? [outcome.own] : [],
    );
  }

  /** All resources of a kind that are acquired in a file, each with what becomes of it and why. */
  accounts(tree: SyntaxTree, kind: ResourceKind): readonly Account[] {
    const others = this.#fates.notFollowed(tree, kind);
    return [
      ...this.#accountsIn(tree, kind),
      ...others.map((acquisition) => ({ acquisition, outcome: { kind: "not followed" as const } })),
    ];
  }

  /** How a function does with a parameter what a call of it was found to do; undefined where that cannot be followed. */
  insideOf({ at, kind, through }: HandOver, resource: ResourceKind): HandOver | undefined {
    if (!through) return undefined;
    const { tree } = through.function;
    const ends = this.#paths.followParameter(through, resource, this.#paths.fileOf(tree))?.ends ?? [];
    return ends.flatMap(handOverAt).find((inside) => inside.kind === kind && inside.at !== at);
  }

  /** Whether what a function returns is looked at in its callers, as if they had acquired it. */
  isFollowedInCallers({ acquisition: { call, kind } }: Fate): boolean {
    const owner = enclosingFunction(call);
    if (!owner || owner.kind === "func_literal") return false;
    const fates = this.#fates.of(kind).filter((fate) => enclosingFunction(fate.acquisition.call) === owner);
    return ownedResults(owner, fates, this.#paths).some(({ from }) => from.call === call);
  }

  /** The resources of a kind whose paths in a file have been followed. */
  #accountsIn(tree: SyntaxTree, kind: ResourceKind): readonly Account[] {
    const fates = this.#fates.in(tree, kind);
    if (fates.length === 0) return [];
    let accounts = this.#accounts.get(fates);
    if (!accounts) this.#accounts.set(fates, (accounts = this.#accountsOf(fates)));
    return accounts;
  }

  #accountsOf(fates: readonly Fate[]): readonly Account[] {
    const accounts = fates.map((fate) => ({
      acquisition: fate.acquisition,
      outcome: this.#outcomeOf(fate),
    }));
    const repeated = repeatedDefects(
      accounts.flatMap(({ outcome }) => (outcome.kind === "leaks" ? [outcome.leak] : [])),
    );
    return accounts.map(({ acquisition, outcome }) => {
      const leak = outcome.kind === "leaks" ? repeated.get(outcome.leak) : undefined;
      return {
        acquisition,
        outcome: leak && outcome.kind === "leaks" ? { kind: "repeats", leak, own: outcome.leak } : outcome,
      };
    });
  }

  #outcomeOf(fate: Fate): Outcome {
    if (!fate.isComplete) return { kind: "unfinished" };
    const leak = this.#leaks.leakOf(fate);
    if (!leak) return { kind: "settled", fate };
    const to = this.#bindings.of(leak);
    if (to) return { kind: "bound", to };
    const weakness = leak.weakness ?? this.#bindings.weaknessOf(leak);
    return { kind: "leaks", leak: weakness ? { ...leak, weakness } : leak };
  }

  /** The calls in a file that acquire something which has more paths than were followed. */
  unfinished(tree: SyntaxTree, kind: ResourceKind): readonly CallExpressionNode[] {
    const fates = this.#fates.in(tree, kind);
    const open = fates.filter(({ isComplete }) => !isComplete);
    return open.map(({ acquisition }) => acquisition.call);
  }

  /** Whether an answer is over when a call gives it: the context of the request is made, and ended, by the function that is called. */
  isEnded(acquisition: Acquisition): boolean {
    return this.#bindings.isEnded(acquisition);
  }

  /** The resources that a deferred call releases in the end, each with what else becomes of it until then. */
  deferredReleases(statement: DeferStatementNode): readonly DeferredRelease[] {
    const owner = enclosingFunction(statement);
    const flow = owner && functionFlow(owner, this.#semantics.file(statement.tree));
    const place = flow?.after(statement);
    if (!flow || !place) return [];
    const fates = resourceKinds.flatMap((kind) => this.#fates.in(statement.tree, kind));
    return fates.flatMap(({ acquisition, ends }) =>
      ends.flatMap((end) => {
        if (end.kind !== "released" || !statement.contains(end.at)) return [];
        const { state } = end;
        const { call, kind } = acquisition;
        // What is acquired after it is released through a variable that it watches.
        if (call.start > statement.start) return [];
        return [{ acquisition, ...this.#paths.search(flow, kind, { ...place, state, origin: call }) }];
      }),
    );
  }
}

const packages = new WeakMap<PackageSemantics, PackageOwnership>();

/** The ownership of resources in a package, worked out once. */
export function packageOwnership(semantics: PackageSemantics): PackageOwnership {
  let ownership = packages.get(semantics);
  if (!ownership) {
    ownership = new PackageOwnership(semantics);
    packages.set(semantics, ownership);
  }
  return ownership;
}
