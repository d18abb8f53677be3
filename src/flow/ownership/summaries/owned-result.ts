import { enclosingFunction } from "../../../semantics/index.js";
import type { NamedFunction, Program } from "../../../semantics/index.js";
import type { CallExpressionNode, Expression } from "../../../syntax/index.js";
import { resultNames } from "../../calls/results.js";
import { failsAt } from "../../errors/failing-return.js";
import type { Acquisition } from "../acquisition.js";
import { placeOf } from "../conditions/condition.js";
import type { Fate } from "../fate.js";
import { functionFlow } from "../function-flow.js";
import type { FunctionFlow } from "../function-flow.js";
import type { PathEnd } from "../path-end.js";
import type { ResourceKind } from "../resource-kind.js";
import type { ResourcePaths } from "../resource-paths.js";
import { isFresh } from "./fresh-result.js";

/** What a function returns that its caller has to release. */
export interface OwnedResult {
  readonly index: number;
  readonly part: string;
  /** Where the function itself acquires it. */
  readonly from: Acquisition;
}

/** The functions that are known to hand out what they acquire. */
export type OwnedResults = Map<NamedFunction, readonly OwnedResult[]>;

/** What a call acquires of a function that hands out. */
export function acquisitionsBy(
  call: CallExpressionNode,
  kind: ResourceKind,
  results: readonly OwnedResult[],
): readonly Acquisition[] {
  return results.map(({ index, part, from }) => ({ call, kind, position: index, part, from }));
}

/** Notes which functions return what they have acquired, given all that is known of them; the names of those that are new. */
export function noteOwned(
  fates: readonly Fate[],
  owned: OwnedResults,
  paths: ResourcePaths,
): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [owner, own] of byOwner(fates)) {
    const known = owned.get(owner) ?? [];
    const found = ownedResults(owner, own, paths).filter(
      ({ index }) => !known.some((k) => k.index === index),
    );
    if (found.length === 0) continue;
    owned.set(owner, [...known, ...found]);
    words.add(owner.name.text);
  }
  return words;
}

function byOwner(fates: readonly Fate[]): ReadonlyMap<NamedFunction, readonly Fate[]> {
  const owners = new Map<NamedFunction, Fate[]>();
  for (const fate of fates) {
    const owner = enclosingFunction(fate.acquisition.call);
    if (!owner || owner.kind === "func_literal") continue;
    const others = owners.get(owner);
    if (others) others.push(fate);
    else owners.set(owner, [fate]);
  }
  return owners;
}

/** The results of a function that are what it has acquired, on every path that returns anything there. */
export function ownedResults(
  owner: NamedFunction,
  fates: readonly Fate[],
  paths: ResourcePaths,
): readonly OwnedResult[] {
  const returned = fates.flatMap((fate) => ownedResult(fate) ?? []);
  const [first] = returned;
  if (first && !first.from.kind.isReleasedByCall && returnsCloser(owner, paths.program)) return [];
  const flow = returned.length > 0 ? functionFlow(owner, paths.fileOf(owner.tree)) : undefined;
  return returned.filter(({ index, from: { position } }, at) => {
    const same = returned.filter((other) => other.index === index);
    if (same[0] !== returned[at] || !flow) return false;
    if (fates.some((fate) => mayReturnReleased(fate, index, flow, paths))) return false;
    return typeof position !== "number" || isFresh(index, new Set(same.map(({ from }) => from.call)), flow);
  });
}

/** Whether a function that succeeds may return, as one of its results, a resource that it has released: its callers know when. */
function mayReturnReleased(
  { acquisition: { call, kind }, ends }: Fate,
  index: number,
  flow: FunctionFlow,
  paths: ResourcePaths,
): boolean {
  return ends.some((end) => {
    const place = end.kind === "released" ? flow.after(end.at) : undefined;
    if (end.kind !== "released" || !place) return false;
    const afterwards = paths.search(flow, kind, { ...place, state: end.state, origin: call });
    return afterwards.ends.some(
      (later) => later.kind === "left" && later.effect.result?.index === index && !isFailure(later, flow),
    );
  });
}

/** Whether a path ends with the return of an error. */
function isFailure(
  { effect: { at }, state }: Extract<PathEnd, { kind: "left" }>,
  flow: FunctionFlow,
): boolean {
  if (at.kind !== "return_statement") return false;
  if (failsAt(at, flow.semantics)) return true;
  const error = at.child ? at.child.children.at(-1) : resultNames(flow.owner).at(-1);
  const place = error && placeOf(error as Expression, flow.semantics);
  return state.undecided.some(({ place: { key }, success }) => key === place?.key && success === "not nil");
}

/** The result as which a function hands out what it has acquired, when that is all that it ever does with it. */
function ownedResult({ acquisition, beginning, ends, isComplete }: Fate): OwnedResult | undefined {
  if (!isComplete) return undefined;
  const effects = ends.flatMap((end) => (end.kind === "left" ? [end.effect] : []));
  if (beginning.kind === "used")
    effects.push(...(beginning.effect.kind === "leaves" ? [beginning.effect] : []));
  const [first] = effects;
  if (first?.result === undefined) return undefined;
  const isSame = effects.every(
    ({ result }) => result?.index === first.result?.index && result?.part === first.result?.part,
  );
  return isSame ? { ...first.result, from: acquisition } : undefined;
}

/** Whether a function returns a function as well, which may be there to release what else it returns. */
function returnsCloser(owner: NamedFunction, { types }: Program): boolean {
  return types.signature(owner).results.some((type) => types.members.core(type).kind === "signature");
}
