import type { Position } from "../../knowledge/index.js";
import type { FileSemantics, NamedFunction, PackageSemantics } from "../../semantics/index.js";
import type { CallExpressionNode, SyntaxTree } from "../../syntax/index.js";
import { calledName } from "../calls/called-name.js";
import { PackageCalls } from "../calls/package-calls.js";
import type { Acquisition } from "./acquisition.js";
import type { Fate } from "./fate.js";
import { resourceKinds } from "./resource-kind.js";
import type { ResourceKind } from "./resource-kind.js";
import { resourcePaths } from "./resource-paths.js";
import type { ResourcePaths } from "./resource-paths.js";
import { CallsElsewhere } from "./summaries/calls-elsewhere.js";
import { closerKind, closerTypes, mayConstruct } from "./summaries/closer-types.js";
import { factoriesOf } from "./summaries/factories.js";
import type { Factories } from "./summaries/factories.js";
import { acquisitionsBy, noteOwned } from "./summaries/owned-result.js";
import type { OwnedResult, OwnedResults } from "./summaries/owned-result.js";

/** What becomes of the resources of a package: those that it acquires, and those that functions of its module hand out to it. */
export class PackageFates {
  readonly #semantics: PackageSemantics;
  /** Those that matter for what is reported on. */
  readonly #calls: PackageCalls;
  #constructing: PackageCalls | undefined;
  readonly #fates = new Map<ResourceKind, readonly Fate[]>();
  readonly #byTree = new Map<ResourceKind, ReadonlyMap<SyntaxTree, readonly Fate[]>>();
  #closerKinds: readonly ResourceKind[] | undefined;
  readonly #paths: ResourcePaths;
  readonly #factories: Factories;
  readonly #elsewhere = new Map<PackageCalls, CallsElsewhere>();

  constructor(semantics: PackageSemantics) {
    this.#semantics = semantics;
    this.#calls = PackageCalls.reaching(semantics);
    this.#paths = resourcePaths(semantics.program);
    this.#factories = factoriesOf(semantics.program);
  }

  /** What becomes of the resources of a kind that are acquired in a file. */
  in(tree: SyntaxTree, kind: ResourceKind): readonly Fate[] {
    let byTree = this.#byTree.get(kind);
    if (!byTree) this.#byTree.set(kind, (byTree = groupedByTree(this.of(kind))));
    return byTree.get(tree) ?? none;
  }

  /** What becomes of the resources of a kind that files which are reported on may hold. */
  of(kind: ResourceKind): readonly Fate[] {
    let fates = this.#fates.get(kind);
    if (!fates) {
      fates = this.#findFates(kind, new Map(), this.#calls);
      this.#fates.set(kind, fates);
    }
    return fates;
  }

  /** What calls in a file acquire that has no fate: outside of functions, or where no path leads. */
  notFollowed(tree: SyntaxTree, kind: ResourceKind): readonly Acquisition[] {
    const followed = new Set(this.in(tree, kind).map(({ acquisition }) => acquisition.call));
    return this.#calls
      .named(kind.words)
      .filter((call) => call.tree === tree && !followed.has(call))
      .flatMap((call) => this.#acquisitions(call, kind, new Map()));
  }

  /** The kinds that the module itself makes: types of this package, and of those that it calls, that own a resource and can be closed. */
  get closerKinds(): readonly ResourceKind[] {
    return (this.#closerKinds ??= this.#findCloserKinds());
  }

  /** Types that own a resource first, then those that own a value of such a type. */
  #findCloserKinds(): readonly ResourceKind[] {
    const elsewhere = this.#findKindsElsewhere();
    const kinds = new Map<string, ResourceKind>();
    let fates = [...resourceKinds, ...elsewhere].flatMap((kind) => this.#fatesForClosers(kind));
    while (fates.length > 0) {
      const found = closerTypes(fates, this.#semantics).filter(({ name }) => !kinds.has(name));
      fates = found.flatMap((type) => {
        const { name, constructors } = type;
        const kind = closerKind(name, type);
        kinds.set(name, kind);
        this.#fates.set(kind, this.#findFates(kind, madeBy(constructors), this.#calls));
        return this.#isWhole
          ? this.of(kind)
          : this.#findFates(kind, madeBy(constructors), this.#constructingCalls);
      });
    }
    return [...kinds.values(), ...elsewhere];
  }

  /** Those of other packages. */
  #findKindsElsewhere(): readonly ResourceKind[] {
    const kinds = this.#elsewhereIn(this.#calls).closers.map((type) => this.#factories.closerKind(type));
    return [...new Set(kinds)].flatMap((kind) => kind ?? []);
  }

  /** What becomes of all resources of a kind that may be stored in new values, in files that nobody asks about, too. */
  #fatesForClosers(kind: ResourceKind): readonly Fate[] {
    if (this.#isWhole) return this.of(kind);
    return kind.isReleasedByCall ? none : this.#findFates(kind, new Map(), this.#constructingCalls);
  }

  /** Whether no file of the package is mere context. */
  get #isWhole(): boolean {
    return !this.#semantics.trees.some((tree) => this.#semantics.isContext(tree));
  }

  get #constructingCalls(): PackageCalls {
    return (this.#constructing ??= PackageCalls.within(this.#semantics, (owner) =>
      mayConstruct(owner, this.#semantics),
    ));
  }

  /** Follows what is acquired by known functions, then what comes from functions that hand it out. */
  #findFates(kind: ResourceKind, owned: OwnedResults, calls: PackageCalls): readonly Fate[] {
    const names = [...owned.keys()].map(({ name }) => name.text);
    const elsewhere = this.#acquiredElsewhere(kind, calls);
    let found = [...elsewhere.keys(), ...calls.named(new Set([...kind.words, ...names]))];
    if (found.length === 0) return none;
    const fates = new Map<CallExpressionNode, readonly Fate[]>();
    while (found.length > 0) {
      const followed = found.map((call) => {
        const acquired = elsewhere.get(call) ?? this.#acquisitions(call, kind, owned);
        return [call, acquired.flatMap((acquisition) => this.#paths.follow(acquisition) ?? [])] as const;
      });
      // Calls that acquire nothing may do so once more functions are known to hand out.
      for (const [call, results] of followed) if (results.length > 0) fates.set(call, results);
      const words = noteOwned([...fates.values()].flat(), owned, this.#paths);
      found = calls.named(words).filter((call) => !fates.has(call));
    }
    return [...fates.values()].flat();
  }

  #elsewhereIn(calls: PackageCalls): CallsElsewhere {
    let elsewhere = this.#elsewhere.get(calls);
    if (!elsewhere) this.#elsewhere.set(calls, (elsewhere = new CallsElsewhere(this.#semantics, calls)));
    return elsewhere;
  }

  /** What functions of other packages of the module hand out. */
  #acquiredElsewhere(
    kind: ResourceKind,
    calls: PackageCalls,
  ): ReadonlyMap<CallExpressionNode, readonly Acquisition[]> {
    const likely = this.#elsewhereIn(calls).of(kind);
    if (likely.length === 0) return nothing;
    const acquired = new Map<CallExpressionNode, readonly Acquisition[]>();
    for (const { call, callee } of likely) {
      const results = this.#factories.ownedBy(callee, kind);
      if (results.length > 0) acquired.set(call, acquisitionsBy(call, kind, results));
    }
    return acquired;
  }

  #acquisitions(call: CallExpressionNode, kind: ResourceKind, owned: OwnedResults): readonly Acquisition[] {
    const semantics = this.#semantics.file(call.tree);
    const name = calledName(call, semantics);
    const positions = kind.positions(name).filter((position) => hasPlace(call, position, semantics));
    const feed = kind.givesFeed(name) ? `${kind.facts.channels?.[0] ?? ""}.` : "";
    if (positions.length > 0) return positions.map((position) => ({ call, kind, position, part: feed }));
    const callee = owned.size > 0 ? semantics.callee(call) : undefined;
    const declaration = callee?.kind === "declared" ? callee.declarations[0] : undefined;
    return acquisitionsBy(call, kind, (declaration && owned.get(declaration)) ?? []);
  }
}

/** Whether a call has the result that it is said to acquire: other versions of a function may have fewer. */
function hasPlace(call: CallExpressionNode, position: Position, semantics: FileSemantics): boolean {
  if (typeof position !== "number") return true;
  const type = semantics.typeOf(call);
  return type.kind === "unknown" || position < (type.kind === "tuple" ? type.types.length : 1);
}

const none: readonly never[] = [];
const nothing: ReadonlyMap<CallExpressionNode, readonly Acquisition[]> = new Map();

function groupedByTree(fates: readonly Fate[]): ReadonlyMap<SyntaxTree, readonly Fate[]> {
  const byTree = new Map<SyntaxTree, Fate[]>();
  for (const fate of fates) {
    const { tree } = fate.acquisition.call;
    const others = byTree.get(tree);
    if (others) others.push(fate);
    else byTree.set(tree, [fate]);
  }
  return byTree;
}

/** What the constructors of a type return. */
function madeBy(constructors: ReadonlyMap<NamedFunction, OwnedResult>): OwnedResults {
  return new Map(Array.from(constructors, ([constructor, made]) => [constructor, [made]] as const));
}
