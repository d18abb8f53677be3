import type {
  FileSemantics,
  FunctionNode,
  GoObject,
  NamedFunction,
  PackageSemantics,
  Program,
  Type,
} from "../../../semantics/index.js";
import { KindId } from "../../../syntax/index.js";
import type { CallExpressionNode } from "../../../syntax/index.js";
import { lastWord } from "../../calls/call-table.js";
import { calledName } from "../../calls/called-name.js";
import { ownNodes } from "../../nodes/own-nodes.js";
import type { Acquisition } from "../acquisition.js";
import type { Fate } from "../fate.js";
import { resourceKinds } from "../resource-kind.js";
import type { ResourceKind } from "../resource-kind.js";
import { resourcePaths } from "../resource-paths.js";
import type { ResourcePaths } from "../resource-paths.js";
import { closerKind, newHoldersOf, resultOfType } from "./closer-types.js";
import { closingMethods } from "./closing-methods.js";
import { declaredResults } from "./declared-results.js";
import { mayCarry } from "./may-carry.js";
import { acquisitionsBy, noteOwned } from "./owned-result.js";
import type { OwnedResult, OwnedResults } from "./owned-result.js";

/** A call in the body of a function of another package. */
class InnerCall {
  readonly call: CallExpressionNode;
  readonly #semantics: FileSemantics;
  #name: string | undefined;
  #results: readonly Type[] | undefined;
  #callee: NamedFunction | "none" | undefined;

  constructor(call: CallExpressionNode, semantics: FileSemantics) {
    this.call = call;
    this.#semantics = semantics;
  }

  /** What it calls, in full. */
  get name(): string {
    return (this.#name ??= calledName(this.call, this.#semantics));
  }

  get results(): readonly Type[] {
    return (this.#results ??= typesOf(this.#semantics.typeOf(this.call)));
  }

  /** The function that it calls, with its body, where that is one of the module. */
  get callee(): NamedFunction | undefined {
    this.#callee ??= this.#semantics.implementation(this.call) ?? "none";
    return this.#callee === "none" ? undefined : this.#callee;
  }
}

/** A type of another package of the module whose values own a resource. */
interface Closer {
  readonly kind: ResourceKind;
  readonly constructors: ReadonlyMap<NamedFunction, OwnedResult>;
}

/** A resource in a new value that a function returns. */
interface Stored {
  readonly kind: ResourceKind;
  readonly constructor: NamedFunction;
  readonly made: OwnedResult;
}

/**
 * What functions of other packages of the module hand out to their callers. Worked out when it is first asked for, from the
 * bodies of those functions and of what they call, as far as the types of results tell that a resource may come from there.
 */
export class Factories {
  readonly #program: Program;
  readonly #paths: ResourcePaths;
  readonly #owned = new WeakMap<ResourceKind, Map<NamedFunction, readonly OwnedResult[]>>();
  readonly #calls = new WeakMap<FunctionNode, readonly InnerCall[]>();
  readonly #closers = new WeakMap<GoObject, Closer | "none">();

  constructor(program: Program) {
    this.#program = program;
    this.#paths = resourcePaths(program);
  }

  /** What a function, given with its body, returns of a kind that its caller has to release. */
  ownedBy(callee: NamedFunction, kind: ResourceKind): readonly OwnedResult[] {
    const known = this.#ownedOf(kind);
    let results = known.get(callee);
    if (!results) {
      const reached = this.#reach(callee, kind);
      const owned = this.#solve(reached, kind);
      for (const each of reached) known.set(each, owned.get(each) ?? []);
      results = known.get(callee) ?? [];
    }
    return results;
  }

  /** The kind of a type of another package of the module that owns a resource, and has a method to release it. */
  closerKind(type: Type): ResourceKind | undefined {
    const named = type.kind === "pointer" ? type.element : type;
    if (named.kind !== "named") return undefined;
    let closer = this.#closers.get(named.object);
    if (!closer) {
      closer = this.#closerOf(named.object) ?? "none";
      this.#closers.set(named.object, closer);
    }
    return closer === "none" ? undefined : closer.kind;
  }

  #ownedOf(kind: ResourceKind): Map<NamedFunction, readonly OwnedResult[]> {
    let owned = this.#owned.get(kind);
    if (!owned) this.#owned.set(kind, (owned = new Map()));
    return owned;
  }

  /** A function and those, not yet known, from which it may get what it returns. */
  #reach(callee: NamedFunction, kind: ResourceKind): ReadonlySet<NamedFunction> {
    const known = this.#ownedOf(kind);
    const reached = new Set([callee]);
    // A set goes on to what is added to it on the way.
    for (const each of reached)
      for (const inner of this.#callsIn(each)) {
        const source = this.#sourceOf(inner, kind);
        if (source && !known.has(source)) reached.add(source);
      }
    return reached;
  }

  /** What constructors return, of a type of the module. */
  #constructed(kind: ResourceKind): readonly (readonly [NamedFunction, readonly OwnedResult[]])[] {
    const closer = kind.type && this.#closers.get(kind.type);
    if (!closer || closer === "none") return [];
    return Array.from(closer.constructors, ([constructor, result]) => [constructor, [result]] as const);
  }

  /** What functions hand out that reach no others but those known, in rounds until none is new. */
  #solve(reached: ReadonlySet<NamedFunction>, kind: ResourceKind): OwnedResults {
    const owned: OwnedResults = new Map(this.#constructed(kind));
    const fates = new Map<CallExpressionNode, readonly Fate[]>();
    for (let isNew = true; isNew;) {
      isNew = false;
      for (const each of reached) {
        for (const inner of this.#callsIn(each)) {
          if (fates.has(inner.call)) continue;
          const followed = this.#acquisitions(inner, kind, owned).flatMap(
            (acquisition) => this.#paths.follow(acquisition) ?? [],
          );
          if (followed.length > 0) fates.set(inner.call, followed);
        }
        const found = this.#callsIn(each).flatMap(({ call }) => fates.get(call) ?? []);
        if (noteOwned(found, owned, this.#paths).size > 0) isNew = true;
      }
    }
    return owned;
  }

  #acquisitions(
    inner: InnerCall,
    kind: ResourceKind,
    owned: ReadonlyMap<NamedFunction, readonly OwnedResult[]>,
  ): readonly Acquisition[] {
    const { call } = inner;
    const positions = kind.words.has(lastWord(call)) ? kind.positions(inner.name) : [];
    if (positions.length > 0)
      return kind.givesFeed(inner.name)
        ? []
        : positions.map((position) => ({ call, kind, position, part: "" }));
    const source = this.#sourceOf(inner, kind);
    const results = source && (owned.get(source) ?? this.#ownedOf(kind).get(source));
    return acquisitionsBy(call, kind, results ?? []);
  }

  /** The function that a call calls, where a resource of a kind may come from it. */
  #sourceOf(inner: InnerCall, kind: ResourceKind): NamedFunction | undefined {
    return inner.results.some((type) => mayCarry(type, kind, this.#program)) ? inner.callee : undefined;
  }

  #callsIn(owner: NamedFunction): readonly InnerCall[] {
    let calls = this.#calls.get(owner);
    if (!calls) {
      const file = this.#paths.fileOf(owner.tree);
      calls = (ownNodes(owner, KindId.call_expression) as CallExpressionNode[]).map(
        (call) => new InnerCall(call, file),
      );
      this.#calls.set(owner, calls);
    }
    return calls;
  }

  #closerOf(type: GoObject): Closer | undefined {
    const tree = type.declaration?.tree;
    const home = tree && this.#program.file(tree)?.package;
    if (!home?.isOfModule) return undefined;
    const constructors = new Map<NamedFunction, OwnedResult>();
    const owns = new Set<ResourceKind>();
    for (const { kind, made, constructor } of this.#stored(type.name, home)) {
      owns.add(kind);
      constructors.set(constructor, made);
    }
    const closing = owns.size > 0 ? closingMethods(home.methodsWithBodies(type.name), owns, home) : undefined;
    if (!closing) return undefined;
    const noun = `${home.source.name ?? ""}.${type.name}`;
    return { kind: closerKind(noun, { closing, owns }, type), constructors };
  }

  /** What functions of a package store in new values of a type that they return. */
  #stored(name: string, home: PackageSemantics): readonly Stored[] {
    return declaredResults(home)
      .mentioning(name)
      .flatMap((header) => {
        const constructor = home.implementation(header.name);
        const index = constructor ? resultOfType(name, constructor) : -1;
        if (!constructor || index === -1) return [];
        const file = this.#paths.fileOf(constructor.tree);
        return this.#fatesIn(constructor).flatMap((fate) => {
          const { kind } = fate.acquisition;
          if (!newHoldersOf(fate, file).includes(name)) return [];
          return [{ kind, constructor, made: { index, part: "", from: fate.acquisition } }];
        });
      });
  }

  /** What becomes of all resources that a function acquires and may store. */
  #fatesIn(owner: NamedFunction): readonly Fate[] {
    return this.#callsIn(owner).flatMap((inner) =>
      resourceKinds.flatMap((kind) => {
        // A context ends with its parent as well.
        if (kind.isReleasedByCall) return [];
        const source = this.#sourceOf(inner, kind);
        if (source) this.ownedBy(source, kind);
        return this.#acquisitions(inner, kind, noneOwned).flatMap(
          (acquisition) => this.#paths.follow(acquisition) ?? [],
        );
      }),
    );
  }
}

const noneOwned: ReadonlyMap<NamedFunction, readonly OwnedResult[]> = new Map();

function typesOf(type: Type): readonly Type[] {
  return type.kind === "tuple" ? type.types : [type];
}

const programs = new WeakMap<Program, Factories>();

/** What the functions of a program hand out, worked out once. */
export function factoriesOf(program: Program): Factories {
  let factories = programs.get(program);
  if (!factories) {
    factories = new Factories(program);
    programs.set(program, factories);
  }
  return factories;
}
