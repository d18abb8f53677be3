import { contextCarriers } from "../../knowledge/index.js";
import { enclosingFunction } from "../../semantics/index.js";
import type { FileSemantics, FunctionNode, NamedFunction, PackageSemantics } from "../../semantics/index.js";
import type {
  CallExpressionNode,
  DeferStatementNode,
  Expression,
  SyntaxNode,
  SyntaxTree,
} from "../../syntax/index.js";
import { enclosingLoop } from "../enclosing-loop.js";
import { PackageCalls } from "../package-calls.js";
import { calledName } from "../called-name.js";
import { failsAt } from "../failing-return.js";
import { beginningOf, endingHolder, operandAt } from "./acquisition.js";
import type { Acquisition, Beginning } from "./acquisition.js";
import { closerTypes } from "./closer-types.js";
import { parentOf } from "./derived-context.js";
import type { CloserType } from "./closer-types.js";
import { earlierMentions } from "./earlier-mentions.js";
import type { Fate } from "./fate.js";
import { functionFlow } from "./function-flow.js";
import type { FunctionFlow } from "./function-flow.js";
import type { Holder } from "./holder.js";
import type { Passage } from "./effect.js";
import type { Leak } from "./leak.js";
import { MentionEffects } from "./mention.js";
import { repeatedDefects } from "./one-defect.js";
import { handOverAt } from "./outcome.js";
import type { Account, Binding, HandOver, Outcome } from "./outcome.js";
import { fresh } from "./path-state.js";
import { ResourceKind, resourceKinds } from "./resource-kind.js";
import { mayFail, parameterNames } from "./results.js";
import { PathSearch, branchesTo } from "./search.js";
import type { GoroutineOutcome, ParameterEffect, Summaries } from "./summaries.js";
import type { PathEnd, SearchResult } from "./search.js";

/** What a function returns that its caller has to release. */
interface OwnedResult {
  readonly index: number;
  readonly part: string;
}

/** A resource that a deferred call releases, and what else becomes of it between the two. */
export interface DeferredRelease extends SearchResult {
  readonly acquisition: Acquisition;
}

/** Where the resources of a package come from and where they go, over the functions that hand them on. */
export class PackageOwnership implements Summaries {
  readonly #semantics: PackageSemantics;
  /** Those that matter for what is reported on. */
  readonly #calls: PackageCalls;
  #allCalls: PackageCalls | undefined;
  readonly #fates = new Map<ResourceKind, readonly Fate[]>();
  #ownKinds: readonly ResourceKind[] | undefined;
  readonly #parameters = new WeakMap<FunctionNode, Map<string, ParameterEffect>>();
  readonly #goroutines = new WeakMap<FunctionNode, Map<string, GoroutineOutcome>>();
  readonly #effects = new Map<ResourceKind, MentionEffects>();

  constructor(semantics: PackageSemantics) {
    this.#semantics = semantics;
    this.#calls = PackageCalls.reaching(semantics);
  }

  /** The resources of a kind that are acquired in a file and leak, one for each defect. */
  leaks(tree: SyntaxTree, kind: ResourceKind): readonly Leak[] {
    return this.#accountsIn(tree, kind).flatMap(({ outcome }) =>
      outcome.kind === "leaks" ? [outcome.leak] : [],
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
    const file = this.#semantics.program.file(tree) ?? this.#semantics.file(tree);
    const ends = this.#followParameter(through, resource, file)?.ends ?? [];
    return ends.flatMap(handOverAt).find((inside) => inside.kind === kind && inside.at !== at);
  }

  /** Whether what a function returns is looked at in its callers in the package, as if they had acquired it. */
  isFollowedInCallers(fate: Fate): boolean {
    const owner = enclosingFunction(fate.acquisition.call);
    return owner !== undefined && owner.kind !== "func_literal" && ownedResult(fate) !== undefined;
  }

  #fatesIn(tree: SyntaxTree, kind: ResourceKind): readonly Fate[] {
    return this.#fatesOf(kind).filter(({ acquisition }) => acquisition.call.tree === tree);
  }

  /** The resources of a kind whose paths in a file have been followed. */
  #accountsIn(tree: SyntaxTree, kind: ResourceKind): readonly Account[] {
    const accounts = this.#fatesIn(tree, kind).map((fate) => ({
      acquisition: fate.acquisition,
      outcome: this.#outcomeOf(fate),
    }));
    const repeated = repeatedDefects(
      accounts.flatMap(({ outcome }) => (outcome.kind === "leaks" ? [outcome.leak] : [])),
    );
    return accounts.map(({ acquisition, outcome }) => {
      const leak = outcome.kind === "leaks" ? repeated.get(outcome.leak) : undefined;
      return { acquisition, outcome: leak ? { kind: "repeats", leak } : outcome };
    });
  }

  #outcomeOf(fate: Fate): Outcome {
    if (!fate.isComplete) return { kind: "unfinished" };
    const leak = this.#leakOf(fate);
    if (!leak) return { kind: "settled", fate };
    const to = this.#bindingOf(fate.acquisition);
    if (to) return { kind: "bound", to };
    return { kind: "leaks", leak: this.#endsWithContext(fate.acquisition) ? asMinor(leak) : leak };
  }

  /** The calls in a file that acquire something which has more paths than were followed. */
  unfinished(tree: SyntaxTree, kind: ResourceKind): readonly CallExpressionNode[] {
    return this.#fatesOf(kind).flatMap(({ acquisition: { call }, isComplete }) =>
      call.tree === tree && !isComplete ? [call] : [],
    );
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
        return [{ acquisition, ...this.#search(flow, kind, { ...place, state, origin: call }) }];
      }),
    );
  }

  /** The kinds that this package itself makes: its types that own a resource and can be closed. */
  get ownKinds(): readonly ResourceKind[] {
    return (this.#ownKinds ??= this.#findOwnKinds());
  }

  /** Types that own a resource first, then those that own a value of such a type. */
  #findOwnKinds(): readonly ResourceKind[] {
    const kinds = new Map<string, ResourceKind>();
    let fates = resourceKinds.flatMap((kind) => this.#fatesEverywhere(kind));
    while (fates.length > 0) {
      const found = closerTypes(fates, this.#semantics).filter(({ name }) => !kinds.has(name));
      fates = found.flatMap((type) => {
        const kind = ownKind(type);
        kinds.set(type.name, kind);
        this.#fates.set(kind, this.#findFates(kind, ownedBy(type), this.#calls));
        return this.#isWhole ? this.#fatesOf(kind) : this.#findFates(kind, ownedBy(type), this.#everyCall);
      });
    }
    return [...kinds.values()];
  }

  /** What an acquired resource ends together with, as a statement with its transaction. */
  #bindingOf({ call, kind }: Acquisition): Binding | undefined {
    const semantics = this.#semantics.file(call.tree);
    const position = kind.facts.boundTo?.[calledName(call, semantics)];
    const operand = position === undefined ? undefined : operandAt(call, position);
    if (!operand) return undefined;
    const origin = contextOrigin(operand, call, semantics);
    // The context of a request is done when the request is.
    if (origin && calledName(origin, semantics) === "net/http.(*Request).Context")
      return { at: origin, kind: "request" };
    // Whoever passed it, or keeps it, will end it: only in a loop does what hangs on it add up until then.
    if (!origin || (position === "receiver" && !this.#isAcquired(origin)))
      return position === "receiver" && !enclosingLoop(call) ? { at: operand, kind: "given" } : undefined;
    return this.#isReleased(origin) ? { at: origin, kind: "released" } : undefined;
  }

  /** Whether a request is made with a context that is cancelled in the same function, which closes the connection. */
  #endsWithContext({ call }: Acquisition): boolean {
    const semantics = this.#semantics.file(call.tree);
    const request = call.arguments.children[0] as Expression | undefined;
    const making = request && originOf(request, call, semantics);
    const position = making && contextCarriers[calledName(making, semantics)];
    const context = making && position !== undefined ? operandAt(making, position) : undefined;
    const origin = making && context && contextOrigin(context, making, semantics);
    return origin !== undefined && this.#isReleased(origin);
  }

  /** Whether a call is known to acquire something: of what other calls give, nobody can tell whose it is. */
  #isAcquired(call: CallExpressionNode): boolean {
    const name = calledName(call, this.#semantics.file(call.tree));
    return resourceKinds.some((kind) => kind.positions(name).length > 0);
  }

  /** Whether what a call acquires is released on all paths. */
  #isReleased(call: CallExpressionNode): boolean {
    const name = calledName(call, this.#semantics.file(call.tree));
    return resourceKinds.some(
      (kind) =>
        kind.positions(name).length > 0 &&
        this.#fatesOf(kind).some((fate) => fate.acquisition.call === call && !this.#leakOf(fate)),
    );
  }

  parameterEffect(
    declaration: FunctionNode,
    index: number,
    kind: ResourceKind,
    part: string,
    semantics: FileSemantics,
  ): ParameterEffect {
    const known = this.#parameters.get(declaration) ?? new Map<string, ParameterEffect>();
    this.#parameters.set(declaration, known);
    const key = `${kind.id} ${index} ${part}`;
    const before = known.get(key);
    if (before) return before;
    // What a recursive call does is not known while it is being found out.
    known.set(key, "leaves");
    const effect = effectOf(
      this.#followParameter({ function: declaration, parameter: index, part }, kind, semantics),
    );
    known.set(key, effect);
    return effect;
  }

  goroutineOutcome(
    started: FunctionNode,
    holder: Holder,
    kind: ResourceKind,
    semantics: FileSemantics,
  ): GoroutineOutcome {
    const known = this.#goroutines.get(started) ?? new Map<string, GoroutineOutcome>();
    this.#goroutines.set(started, known);
    const key = `${kind.id} ${holder.variable.identifier?.start ?? ""} ${holder.part}${holder.role ?? ""}`;
    const before = known.get(key);
    if (before) return before;
    // One that starts itself again may look after everything.
    known.set(key, "settled");
    const outcome = this.#followGoroutine(started, holder, kind, semantics);
    known.set(key, outcome);
    return outcome;
  }

  #followGoroutine(
    started: FunctionNode,
    holder: Holder,
    kind: ResourceKind,
    semantics: FileSemantics,
  ): GoroutineOutcome {
    const flow = functionFlow(started, semantics);
    if (!flow) return "settled";
    const state = { ...fresh, holders: [holder] };
    const { ends, isComplete } = this.#search(flow, kind, { block: flow.graph.entry, position: 0, state });
    if (isComplete && ends.every(({ kind: end }) => kind.facts.lasting === true && end === "leaked"))
      return "kept";
    if (kind.facts.abandonable === true && ends.some((end) => end.kind === "released")) return "settled";
    return isComplete && ends.some(isLoss) ? "left over" : "settled";
  }

  /** What becomes of a parameter along the paths of its function; undefined where they cannot be followed. */
  #followParameter(
    { function: declaration, parameter, part }: Passage,
    kind: ResourceKind,
    semantics: FileSemantics,
  ): SearchResult | undefined {
    const name = parameterNames(declaration)[parameter];
    const flow = name && functionFlow(declaration, semantics);
    if (!flow) return undefined;
    const variable = semantics.objectOf(name);
    if (!variable) return name.text === "_" ? nothing : undefined;
    return this.#search(flow, kind, {
      block: flow.graph.entry,
      position: 0,
      state: { ...fresh, holders: [{ variable, part }] },
    });
  }

  /** What becomes of all resources of a kind in the package, in files that nobody asks about, too. */
  #fatesEverywhere(kind: ResourceKind): readonly Fate[] {
    return this.#isWhole ? this.#fatesOf(kind) : this.#findFates(kind, new Map(), this.#everyCall);
  }

  /** Whether no file of the package is mere context. */
  get #isWhole(): boolean {
    return !this.#semantics.trees.some((tree) => this.#semantics.isContext(tree));
  }

  get #everyCall(): PackageCalls {
    return (this.#allCalls ??= PackageCalls.all(this.#semantics));
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
  #findFates(
    kind: ResourceKind,
    owned: Map<NamedFunction, readonly OwnedResult[]>,
    calls: PackageCalls,
  ): readonly Fate[] {
    const fates = new Map<CallExpressionNode, readonly Fate[]>();
    const names = [...owned.keys()].map(({ name }) => name.text);
    for (let words: ReadonlySet<string> = new Set([...kind.words, ...names]); words.size > 0;) {
      const found = calls.named(words).filter((call) => !fates.has(call));
      const followed = found.map((call) => {
        const acquired = this.#acquisitions(call, kind, owned);
        return [call, acquired.flatMap((acquisition) => this.#follow(acquisition) ?? [])] as const;
      });
      // Calls that acquire nothing may do so once more functions are known to hand out.
      for (const [call, results] of followed) if (results.length > 0) fates.set(call, results);
      words = noteOwned(
        followed.flatMap(([, results]) => results),
        owned,
        this.#semantics,
      );
    }
    return [...fates.values()].flat();
  }

  #acquisitions(
    call: CallExpressionNode,
    kind: ResourceKind,
    owned: ReadonlyMap<NamedFunction, readonly OwnedResult[]>,
  ): readonly Acquisition[] {
    const semantics = this.#semantics.file(call.tree);
    const name = calledName(call, semantics);
    const positions = kind.positions(name);
    const feed = kind.givesFeed(name) ? `${kind.facts.channels?.[0] ?? ""}.` : "";
    if (positions.length > 0) return positions.map((position) => ({ call, kind, position, part: feed }));
    const callee = owned.size > 0 ? semantics.callee(call) : undefined;
    const declaration = callee?.kind === "declared" ? callee.declarations[0] : undefined;
    const results = declaration && owned.get(declaration);
    return (results ?? []).map(({ index, part }) => ({ call, kind, position: index, part }));
  }

  #follow(acquisition: Acquisition): Fate | undefined {
    const { call, kind } = acquisition;
    const semantics = this.#semantics.file(call.tree);
    const owner = enclosingFunction(call);
    const flow = owner && functionFlow(owner, semantics);
    const start = flow?.after(call);
    // Code that no path reaches, or a variable of the package.
    if (!flow || !start) return undefined;
    const effects = this.#effectsOf(kind);
    const beginning = beginningOf(acquisition, effects, semantics);
    const known = { ...fresh, ...flow.answers.at(start) };
    if (beginning.kind !== "held") {
      const result = isUsedUp(beginning, kind)
        ? this.#search(flow, kind, { ...start, state: known, origin: call })
        : nothing;
      return { acquisition, beginning, ...result };
    }
    const { holder, witnesses } = beginning;
    const earlier = earlierMentions(holder, acquisition, flow, effects);
    if (earlier.kind === "settled") return { acquisition, beginning, earlier: earlier.by, ...nothing };
    const ending = endingHolder(acquisition, semantics);
    const holders = [holder, ...earlier.holders, ...(ending ? [ending] : [])];
    const state = { ...known, holders, undecided: witnesses };
    return { acquisition, beginning, ...this.#search(flow, kind, { ...start, state, origin: call }) };
  }

  #search(flow: FunctionFlow, kind: ResourceKind, start: Parameters<PathSearch["run"]>[0]): SearchResult {
    return new PathSearch(flow, this.#effectsOf(kind)).run(start);
  }

  #effectsOf(kind: ResourceKind): MentionEffects {
    let effects = this.#effects.get(kind);
    if (!effects) {
      effects = new MentionEffects(kind, this);
      this.#effects.set(kind, effects);
    }
    return effects;
  }

  #leakOf({ acquisition, beginning, ends, isComplete, isPartlyReleased }: Fate): Leak | undefined {
    if (!isComplete) return undefined;
    if (beginning.kind === "dropped") return { acquisition, how: "discarded" };
    if (beginning.kind === "used") {
      // A function that never ends may need what it receives from for ever.
      const isLost = isUsedUp(beginning, acquisition.kind)
        ? ends.some(isLoss)
        : beginning.effect.kind === "keeps";
      return isLost ? { acquisition, how: "discarded" } : undefined;
    }
    const isSettledElsewhere = ends.some(
      (end) => end.kind === "released" || end.kind === "left" || isReceived(end),
    );
    // What is given up where something fails, and finished where nothing does, has lost nothing that matters.
    const isGivenUp = isSettledElsewhere && acquisition.kind.facts.abandonable === true;
    const losses = ends.filter((end) => isLoss(end) && !(isGivenUp && end.kind === "leaked"));
    // What every reader believes: a return because of an error, as there are in all functions.
    const lost = (isSettledElsewhere ? losses.find(isAtFailure) : undefined) ?? losses[0];
    if (lost?.kind === "overwritten") {
      const { at, variable, before } = lost;
      return { acquisition, how: "overwritten", at, variable, branches: branchesTo(before) };
    }
    if (!lost && !isPartlyReleased) return this.#leftOver(acquisition, beginning.holder, ends);
    if (lost?.kind !== "leaked" || (lost.exit.kind !== "return" && lost.exit.kind !== "end"))
      return undefined;
    const released = ends.find((end) => end.kind === "released");
    return {
      acquisition,
      how: isSettledElsewhere || isPartlyReleased ? "skipped" : "never",
      variable: beginning.holder.variable,
      exit: lost.exit,
      branches: branchesTo(lost.before),
      lastUse: this.#lastUse(beginning.holder, acquisition.call),
      mayLeave: isPartlyReleased || ends.some((end) => end.kind === "left"),
      onlyFails: ends.every((end) => !isLoss(end) || this.#failsAt(end)),
      releasedAt: released?.at,
    };
  }

  #failsAt(end: PathEnd): boolean {
    if (end.kind !== "leaked" || end.exit.kind !== "return") return false;
    return failsAt(end.exit.statement, this.#semantics.file(end.exit.statement.tree));
  }

  /** What nobody ever releases, as it comes to its end by itself. */
  #leftOver(acquisition: Acquisition, { variable }: Holder, ends: readonly PathEnd[]): Leak | undefined {
    const over = ends.find((end) => end.kind === "over");
    const isReleased = ends.some(({ kind }) => kind === "released" || kind === "left" || kind === "tidied");
    if (!over || isReleased) return undefined;
    return {
      acquisition,
      how: "over",
      isMinor: true,
      variable,
      at: over.at,
      branches: branchesTo(over.before),
    };
  }

  #lastUse({ variable }: Holder, { tree, end }: CallExpressionNode): SyntaxNode | undefined {
    const mentions = this.#semantics.file(tree).bindings.identifiersOf(variable);
    return mentions.findLast((mention) => mention.start >= end);
  }
}

/** The kind that values of a type are, for those who get one. */
function ownKind({ name, closing }: CloserType): ResourceKind {
  const [advised] = closing.methods;
  const release = {
    methods: closing.methods.map((method) => method.name.text),
    wantsContext: advised.parameters.children.length > 0,
  };
  const handOut = closing.callers.map((method) => method.name.text);
  return new ResourceKind({ noun: name, acquire: {}, release, handOut });
}

/** What the constructors of a type return. */
function ownedBy({ constructors }: CloserType): Map<NamedFunction, readonly OwnedResult[]> {
  return new Map([...constructors].map(([constructor, index]) => [constructor, [{ index, part: "" }]]));
}

/** Whether all that is done with a resource is to receive from its channel, which may go on for as long as it likes. */
function isUsedUp(beginning: Beginning, { facts }: ResourceKind): boolean {
  if (beginning.kind !== "used" || !facts.channels) return false;
  const { effect } = beginning;
  return effect.kind === "keeps" || (effect.kind === "releases" && isCaseOfSelect(effect.at));
}

/** Whether a `select` receives there, if it chooses to. */
function isCaseOfSelect(receive: SyntaxNode): boolean {
  const statement = receive.parent?.kind === "receive_statement" ? receive.parent : receive;
  return statement.parent?.kind === "communication_case";
}

function asMinor(leak: Leak): Leak {
  return { ...leak, isMinor: true };
}

/** Whether a path has received what shows that a resource is over. */
function isReceived(end: PathEnd): boolean {
  return end.kind === "over" && end.how === "received";
}

function isLoss({ kind }: PathEnd): boolean {
  return kind === "overwritten" || kind === "repeated" || kind === "leaked";
}

/** Whether a path leaves the function with an error right after having seen that there is one. */
function isAtFailure(end: PathEnd): boolean {
  if (end.kind !== "leaked" || end.exit.kind !== "return" || !mayFail(end.exit.statement)) return false;
  const branch = end.before.assumption;
  return (
    branch?.kind === "condition" &&
    branch.holds &&
    branch.expression.kind === "binary_expression" &&
    branch.expression.operator === "!=" &&
    branch.expression.right.kind === "nil"
  );
}

/** The call that has given an operand its value, if that is a variable: the last one before another call. */
function originOf(
  operand: Expression,
  before: CallExpressionNode,
  semantics: FileSemantics,
): CallExpressionNode | undefined {
  const variable = operand.kind === "identifier" ? semantics.objectOf(operand) : undefined;
  if (!variable) return undefined;
  const targets = semantics.bindings.identifiersOf(variable).filter(({ end }) => end <= before.start);
  for (const target of targets.toReversed()) {
    const statement = target.parent?.parent;
    if (statement?.kind !== "short_var_declaration" && statement?.kind !== "assignment_statement") continue;
    if (statement.left !== target.parent || statement.right.children.length !== 1) continue;
    const value = statement.right.children[0];
    return value?.kind === "call_expression" ? value : undefined;
  }
  return undefined;
}

/** As `originOf`; of a context, the call that makes what it is derived from, past the functions that only wrap it. */
function contextOrigin(
  operand: Expression,
  before: CallExpressionNode,
  semantics: FileSemantics,
): CallExpressionNode | undefined {
  let origin = operand.kind === "call_expression" ? operand : originOf(operand, before, semantics);
  for (let wrapped = origin && parentOf(origin, semantics); origin && wrapped;) {
    const inner: CallExpressionNode | undefined =
      wrapped.kind === "call_expression" ? wrapped : originOf(wrapped, origin, semantics);
    origin = inner;
    wrapped = inner && parentOf(inner, semantics);
  }
  return origin;
}

/** What a function does with a parameter, over all of its paths. */
function effectOf(found: SearchResult | undefined): ParameterEffect {
  if (!found?.isComplete || found.ends.some((end) => end.kind === "left")) return "leaves";
  return found.ends.some((end) => end.kind === "released" || isReceived(end)) ? "releases" : "keeps";
}

const nothing: SearchResult = { ends: [], emptyEnds: [], isComplete: true, isPartlyReleased: false };

/** Notes which functions return what they have acquired; the names under which they are called. */
function noteOwned(
  fates: readonly Fate[],
  owned: Map<NamedFunction, readonly OwnedResult[]>,
  semantics: PackageSemantics,
): ReadonlySet<string> {
  const words = new Set<string>();
  for (const fate of fates) {
    const owner = enclosingFunction(fate.acquisition.call);
    if (!owner || owner.kind === "func_literal") continue;
    const result = ownedResult(fate);
    if (result && !fate.acquisition.kind.isReleasedByCall && returnsCloser(owner, semantics)) continue;
    const known = owned.get(owner) ?? [];
    if (!result || known.some(({ index }) => index === result.index)) continue;
    owned.set(owner, [...known, result]);
    words.add(owner.name.text);
  }
  return words;
}

/** The result as which a function hands out what it has acquired, when that is all that it ever does with it. */
function ownedResult({ beginning, ends }: Fate): OwnedResult | undefined {
  const effects = ends.flatMap((end) => (end.kind === "left" ? [end.effect] : []));
  if (beginning.kind === "used")
    effects.push(...(beginning.effect.kind === "leaves" ? [beginning.effect] : []));
  const [first] = effects;
  if (first?.result === undefined) return undefined;
  const isSame = effects.every(
    ({ result }) => result?.index === first.result?.index && result?.part === first.result?.part,
  );
  return isSame ? first.result : undefined;
}

/** Whether a function returns a function as well, which may be there to release what else it returns. */
function returnsCloser(owner: FunctionNode, { program }: PackageSemantics): boolean {
  const { types } = program;
  return types.signature(owner).results.some((type) => types.members.core(type).kind === "signature");
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
