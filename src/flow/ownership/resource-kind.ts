import { facts as knownFacts } from "../../knowledge/index.js";
import type { Position, ResourceFacts } from "../../knowledge/index.js";
import type { GoObject } from "../../semantics/index.js";
import { packageOf } from "../calls/package-of.js";

let lastId = 0;

/** What is known of a kind of resource, in the form in which the analysis asks for it. */
export class ResourceKind {
  /** Different for each kind of a run. */
  readonly id: number = ++lastId;
  readonly facts: ResourceFacts;
  /** The last words of the functions that acquire: most calls are told apart by them, before any name is resolved. */
  readonly words: ReadonlySet<string>;
  readonly #methods: readonly string[];
  /** The type of the module, in another package, that this is about. */
  readonly type: GoObject | undefined;
  #packages: ReadonlySet<string> | undefined;
  #names: ReadonlySet<string> | undefined;

  constructor(facts: ResourceFacts, type?: GoObject) {
    this.type = type;
    this.facts = facts;
    this.words = new Set(Object.keys(facts.acquire).map((name) => name.slice(name.lastIndexOf(".") + 1)));
    this.#methods = facts.release.methods ?? [];
  }

  /** Where a call of a function puts what it acquires. */
  positions(function_: string): readonly Position[] {
    return this.facts.acquire[function_] ?? [];
  }

  /** Whether a method releases. The path leads to it from the resource: `Close`, `Body.Close`. */
  isRelease(path: string): boolean {
    return this.#methods.includes(path);
  }

  /** The methods that release what a part of the resource is: `Close` of `Body.`. */
  releasesOf(part: string): readonly string[] {
    return this.#methods.filter((path) => path.startsWith(part)).map((path) => path.slice(part.length));
  }

  /** Import paths of the packages whose functions acquire. */
  get packages(): ReadonlySet<string> {
    return (this.#packages ??= new Set(Object.keys(this.facts.acquire).map(packageOf)));
  }

  /** The fields and methods on the way to a release: `Body` and `Close` of `Body.Close`. */
  get releasingNames(): ReadonlySet<string> {
    return (this.#names ??= new Set(this.#methods.flatMap((path) => path.split("."))));
  }

  /** Whether a field is on the way to a method that releases: `Body.` */
  leadsToRelease(part: string): boolean {
    return this.#methods.some((path) => path.startsWith(part));
  }

  /** Whether the facts name functions that release, take over or use the resource. Most do not, and need no names. */
  get namesFunctions(): boolean {
    const { release, takers, borrowers } = this.facts;
    return [release.functions, takers, borrowers].some((names) => names !== undefined && names.length > 0);
  }

  /** Whether a function releases its argument at a place, the first. */
  isReleasedBy(function_: string, index: number): boolean {
    return index === 0 && this.facts.release.functions?.includes(function_) === true;
  }

  /** Whether a function takes over what it is given. */
  isTakenBy(function_: string): boolean {
    return this.facts.takers?.includes(function_) === true;
  }

  /** Whether a function uses what it is given and leaves it to the caller. */
  isBorrowedBy(function_: string): boolean {
    return this.facts.borrowers?.includes(function_) === true;
  }

  /** Whether a method releases when it reports that nothing is left. */
  isDrain(path: string): boolean {
    return this.facts.drain?.includes(path) === true;
  }

  /** Whether there are methods that leave nothing to release where they fail. Most kinds have none, and need no names. */
  get endsByFailing(): boolean {
    return this.facts.endedByFailing !== undefined;
  }

  isEndedByFailing(method: string): boolean {
    return this.facts.endedByFailing?.includes(method) === true;
  }

  /** Whether a method begins anew what is over. */
  isRestart(path: string): boolean {
    return this.facts.restarts?.includes(path) === true;
  }

  /** Whether the resource is a function, and calling it releases. */
  get isReleasedByCall(): boolean {
    return this.facts.release.call === true;
  }

  /** Whether receiving from a part of the resource shows that it is over: a timer that has fired. */
  isReleasedByReceive(part: string): boolean {
    return this.facts.release.receive?.some((field) => part === `${field}.`) === true;
  }

  isDetail(path: string): boolean {
    return this.facts.details?.includes(path) === true;
  }

  isChannel(path: string): boolean {
    return this.facts.channels?.includes(path) === true;
  }

  /** Whether all that a function gives is such a channel: `time.Tick`. */
  givesFeed(function_: string): boolean {
    return this.facts.unreleasable?.includes(function_) === true;
  }

  /** Whether a method hands out something through which others may release the resource. */
  handsOut(path: string): boolean {
    return this.facts.handOut?.includes(path) === true;
  }

  /** Whether the method to advise takes a context, which somebody has to choose. */
  get wantsContext(): boolean {
    return this.facts.release.wantsContext === true;
  }

  /** The function to advise, where neither a method of the resource nor a call of it releases. */
  get releasingFunction(): string | undefined {
    const { methods = [], functions, call } = this.facts.release;
    return methods.length > 0 || call === true ? undefined : functions?.[0];
  }

  /** What has to be written to release a resource that a variable holds, or has a part of: `f.Close()`, `cancel()`. */
  releaseOf(variable: string, part = ""): string {
    const { written } = this.facts.release;
    if (written !== undefined) return written.replaceAll("{}", variable);
    const method = this.releasesOf(part)[0] ?? this.facts.release.methods?.[0];
    const argument = this.wantsContext ? "ctx" : "";
    if (method !== undefined) return `${variable}.${method}(${argument})`;
    const name = this.releasingFunction;
    if (name === undefined) return `${variable}()`;
    // Of a method, whose receiver is not known here, the last word says enough.
    const from = name.includes("(") ? name.lastIndexOf(".") : name.lastIndexOf("/");
    return `${name.slice(from + 1)}(${variable})`;
  }
}

const kinds = new WeakMap<ResourceFacts, ResourceKind>();

/** The kind that some facts describe, one for each record. */
export function resourceKind(facts: ResourceFacts): ResourceKind {
  let kind = kinds.get(facts);
  if (!kind) {
    kind = new ResourceKind(facts);
    kinds.set(facts, kind);
  }
  return kind;
}

/** All kinds that the knowledge base describes. */
export const resourceKinds: readonly ResourceKind[] = Object.values(knownFacts).flatMap((value) =>
  isResourceFacts(value) ? [resourceKind(value)] : [],
);

function isResourceFacts(value: object): value is ResourceFacts {
  return "acquire" in value && "release" in value;
}
