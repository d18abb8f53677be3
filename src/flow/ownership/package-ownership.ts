import { enclosingFunction } from "../../semantics/index.js";
import type { NamedFunction, PackageSemantics } from "../../semantics/index.js";
import type { CallExpressionNode, DeferStatementNode, SyntaxTree } from "../../syntax/index.js";
import { calledName } from "../calls/called-name.js";
import { operandAt } from "../calls/operand.js";
import { PackageCalls } from "../calls/package-calls.js";
import { parameterNames } from "../calls/results.js";
import { enclosingLoop } from "../loops/enclosing-loop.js";
import type { Acquisition } from "./acquisition.js";
import { boundOperand, carrierOf } from "./bound/bound-operand.js";
import { deferredEnd } from "./bound/deferred-end.js";
import { endsWithRequest, isAnswered, isRequestContext } from "./bound/request-context.js";
import { contextOrigin } from "./bound/value-call.js";
import type { Fate } from "./fate.js";
import { functionFlow } from "./function-flow.js";
import { LeakFinder } from "./leak-finder.js";
import type { Leak, LeakWeakness } from "./leak.js";
import { repeatedDefects } from "./one-defect.js";
import { handOverAt } from "./outcome.js";
import type { Account, Binding, HandOver, Outcome } from "./outcome.js";
import { resourceKinds } from "./resource-kind.js";
import type { ResourceKind } from "./resource-kind.js";
import { resourcePaths } from "./resource-paths.js";
import type { ResourcePaths } from "./resource-paths.js";
import type { SearchResult } from "./search.js";
import { CallsElsewhere } from "./summaries/calls-elsewhere.js";
import { closerKind, closerTypes, mayConstruct } from "./summaries/closer-types.js";
import { factoriesOf } from "./summaries/factories.js";
import type { Factories } from "./summaries/factories.js";
import { acquisitionsBy, noteOwned, ownedResults } from "./summaries/owned-result.js";
import type { OwnedResult, OwnedResults } from "./summaries/owned-result.js";

/** A resource that a deferred call releases, and what else becomes of it between the two. */
export interface DeferredRelease extends SearchResult {
  readonly acquisition: Acquisition;
}

/** Where the resources of a package come from and where they go, over the functions that hand them on. */
export class PackageOwnership {
  readonly #semantics: PackageSemantics;
  /** Those that matter for what is reported on. */
  readonly #calls: PackageCalls;
  #constructing: PackageCalls | undefined;
  readonly #fates = new Map<ResourceKind, readonly Fate[]>();
  readonly #fatesByTree = new Map<ResourceKind, ReadonlyMap<SyntaxTree, readonly Fate[]>>();
  readonly #accounts = new Map<readonly Fate[], readonly Account[]>();
  readonly #leaks: LeakFinder;
  #closerKinds: readonly ResourceKind[] | undefined;
  readonly #paths: ResourcePaths;
  readonly #factories: Factories;
  readonly #elsewhere = new Map<PackageCalls, CallsElsewhere>();

  constructor(semantics: PackageSemantics) {
    this.#semantics = semantics;
    this.#leaks = new LeakFinder(semantics);
    this.#calls = PackageCalls.reaching(semantics);
    this.#paths = resourcePaths(semantics.program);
    this.#factories = factoriesOf(semantics.program);
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
    const accounts = this.#accountsIn(tree, kind);
    const followed = new Set(accounts.map(({ acquisition }) => acquisition.call));
    const others = this.#calls
      .named(kind.words)
      .filter((call) => call.tree === tree && !followed.has(call))
      .flatMap((call) => this.#acquisitions(call, kind, new Map()));
    return [
      ...accounts,
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
    const fates = this.#fatesOf(kind).filter((fate) => enclosingFunction(fate.acquisition.call) === owner);
    return ownedResults(owner, fates, this.#paths).some(({ from }) => from.call === call);
  }

  #fatesIn(tree: SyntaxTree, kind: ResourceKind): readonly Fate[] {
    let byTree = this.#fatesByTree.get(kind);
    if (!byTree) this.#fatesByTree.set(kind, (byTree = groupedByTree(this.#fatesOf(kind))));
    return byTree.get(tree) ?? none;
  }

  /** The resources of a kind whose paths in a file have been followed. */
  #accountsIn(tree: SyntaxTree, kind: ResourceKind): readonly Account[] {
    const fates = this.#fatesIn(tree, kind);
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
    const to = this.#bindingOf(leak);
    if (to) return { kind: "bound", to };
    const weakness = leak.weakness ?? this.#weaknessOf(leak);
    return { kind: "leaks", leak: weakness ? { ...leak, weakness } : leak };
  }

  #weaknessOf(leak: Leak): LeakWeakness | undefined {
    if (this.#endsWithContext(leak.acquisition)) return "ends with context";
    return this.#isMadeOfGiven(leak.acquisition) && !staysInLoop(leak) ? "ends with client" : undefined;
  }

  /** Whether a resource ends with a client that its function has been given, and that somebody else closes. */
  #isMadeOfGiven({ call, kind }: Acquisition): boolean {
    const semantics = this.#semantics.file(call.tree);
    const position = kind.facts.madeOf?.[calledName(call, semantics)];
    let client = position === undefined ? undefined : operandAt(call, position);
    while (client?.kind === "selector_expression") client = client.operand;
    const owner = enclosingFunction(call);
    const variable = client?.kind === "identifier" ? semantics.objectOf(client) : undefined;
    return owner !== undefined && variable?.identifier !== undefined
      ? parameterNames(owner).includes(variable.identifier)
      : false;
  }

  /** The calls in a file that acquire something which has more paths than were followed. */
  unfinished(tree: SyntaxTree, kind: ResourceKind): readonly CallExpressionNode[] {
    const fates = this.#fatesIn(tree, kind);
    if (fates.length === 0) return none;
    const open = fates.filter(({ isComplete }) => !isComplete);
    return open.map(({ acquisition }) => acquisition.call);
  }

  /** The resources that a deferred call releases in the end, each with what else becomes of it until then. */
  deferredReleases(statement: DeferStatementNode): readonly DeferredRelease[] {
    const owner = enclosingFunction(statement);
    const flow = owner && functionFlow(owner, this.#semantics.file(statement.tree));
    const place = flow?.after(statement);
    if (!flow || !place) return [];
    const fates = resourceKinds.flatMap((kind) => this.#fatesIn(statement.tree, kind));
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
          ? this.#fatesOf(kind)
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

  /** What a resource that is left behind ends together with, as a statement with its transaction. */
  #bindingOf(leak: Leak): Binding | undefined {
    const { acquisition } = leak;
    const { call } = acquisition;
    const bound = boundOperand(acquisition, this.#paths);
    if (!bound) return undefined;
    const { operand, position } = bound;
    if (!operand) return { at: call, kind: "given" };
    const semantics = this.#semantics.file(call.tree);
    const origin = contextOrigin(operand, call, semantics);
    // A stream may go on for long, and what each turn of a loop adds with it.
    const isStream = origin && calledName(origin, semantics) !== "net/http.(*Request).Context";
    if (origin && isRequestContext(origin, semantics) && !(isStream && staysInLoop(leak)))
      return { at: origin, kind: "request" };
    if (position !== "receiver" && !staysInLoop(leak) && endsWithRequest(operand, semantics))
      return { at: operand, kind: "request" };
    if (origin && (position !== "receiver" || this.#isAcquired(origin))) {
      if (this.#isReleased(origin)) return { at: origin, kind: "released" };
      // Whoever mends the other leak mends this one.
      return position === "receiver" && !staysInLoop(leak) ? { at: origin, kind: "lost" } : undefined;
    }
    if (position !== "receiver") return undefined;
    // Whoever passed it, or keeps it, will end it: only in a loop does what hangs on it add up until then.
    if (!staysInLoop(leak)) return { at: operand, kind: "given" };
    const end = deferredEnd(acquisition, semantics);
    return end && { at: end, kind: "released" };
  }

  /** Whether an answer is over when a call gives it: the context of the request is made, and ended, by the function that is called. */
  isEnded(acquisition: Acquisition): boolean {
    return carrierOf(acquisition, this.#paths)?.kind === "ended";
  }

  /**
   * Whether a request is made with a context that is cancelled in the same function, or with that of the request which the
   * function answers: both close the connection.
   */
  #endsWithContext(acquisition: Acquisition): boolean {
    const carrier = carrierOf(acquisition, this.#paths);
    if (!carrier || carrier.kind === "ended") return carrier !== undefined;
    const { call } = acquisition;
    const semantics = this.#semantics.file(call.tree);
    if (carrier.kind === "request") return isAnswered(carrier.at, semantics);
    const origin = contextOrigin(carrier.at, call, semantics);
    if (!origin) return false;
    const request = isRequestContext(origin, semantics) ? operandAt(origin, "receiver") : undefined;
    return (request !== undefined && isAnswered(request, semantics)) || this.#isReleased(origin);
  }

  /** Whether a call is known to acquire something: of what other calls give, nobody can tell whose it is. */
  #isAcquired(call: CallExpressionNode): boolean {
    return resourceKinds.some((kind) =>
      this.#fatesOf(kind).some(({ acquisition }) => acquisition.call === call),
    );
  }

  /** Whether what a call acquires is released on all paths. */
  #isReleased(call: CallExpressionNode): boolean {
    return resourceKinds.some((kind) =>
      this.#fatesOf(kind).some((fate) => fate.acquisition.call === call && !this.#leaks.leakOf(fate)),
    );
  }

  /** What becomes of all resources of a kind that may be stored in new values, in files that nobody asks about, too. */
  #fatesForClosers(kind: ResourceKind): readonly Fate[] {
    if (this.#isWhole) return this.#fatesOf(kind);
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

  /** What becomes of the resources of a kind that files which are reported on may hold. */
  #fatesOf(kind: ResourceKind): readonly Fate[] {
    let fates = this.#fates.get(kind);
    if (!fates) {
      fates = this.#findFates(kind, new Map(), this.#calls);
      this.#fates.set(kind, fates);
    }
    return fates;
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
    const positions = kind.positions(name);
    const feed = kind.givesFeed(name) ? `${kind.facts.channels?.[0] ?? ""}.` : "";
    if (positions.length > 0) return positions.map((position) => ({ call, kind, position, part: feed }));
    const callee = owned.size > 0 ? semantics.callee(call) : undefined;
    const declaration = callee?.kind === "declared" ? callee.declarations[0] : undefined;
    return acquisitionsBy(call, kind, (declaration && owned.get(declaration)) ?? []);
  }
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

/** Whether one is left behind for each turn of a loop that goes on. */
function staysInLoop(leak: Leak): boolean {
  return enclosingLoop(leak.acquisition.call) !== undefined && !("onlyFails" in leak && leak.onlyFails);
}

/** What the constructors of a type return. */
function madeBy(constructors: ReadonlyMap<NamedFunction, OwnedResult>): OwnedResults {
  return new Map(Array.from(constructors, ([constructor, made]) => [constructor, [made]] as const));
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
