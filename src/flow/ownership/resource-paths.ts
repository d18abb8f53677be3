import { enclosingFunction } from "../../semantics/index.js";
import type { FileSemantics, FunctionNode, Program } from "../../semantics/index.js";
import type { SyntaxNode, SyntaxTree } from "../../syntax/index.js";
import { parameterAt } from "../calls/results.js";
import type { ParameterPlace } from "../calls/results.js";
import { failsAt } from "../errors/failing-return.js";
import { RecursiveAnswers } from "../recursive-answers.js";
import type { Acquisition } from "./acquisition.js";
import { beginningOf, endingHolder } from "./beginning.js";
import type { Beginning } from "./beginning.js";
import type { Passage } from "./effect.js";
import type { Fate } from "./fate.js";
import { functionFlow } from "./function-flow.js";
import type { FunctionFlow } from "./function-flow.js";
import type { Holder } from "./holder.js";
import { earlierEffects, effectsBefore } from "./mentions/earlier-mentions.js";
import { MentionEffects } from "./mentions/mention.js";
import { branchesOf } from "./path-end.js";
import type { PathEnd } from "./path-end.js";
import { fresh } from "./path-state.js";
import type { ResourceKind } from "./resource-kind.js";
import { PathSearch } from "./search.js";
import type { SearchResult } from "./search.js";
import type { GoroutineOutcome, ParameterEffect, Summaries } from "./summaries/summaries.js";

/** Follows resources along the paths of functions, of whatever package of a program. */
export class ResourcePaths implements Summaries {
  readonly program: Program;
  /** What functions do with parameters, and what becomes of resources in goroutines: one may hang on the other. */
  readonly #outcomes = new RecursiveAnswers<Outcome>(isSameOutcome);
  readonly #effects = new WeakMap<ResourceKind, MentionEffects>();

  constructor(program: Program) {
    this.program = program;
  }

  /** What becomes of an acquired resource; undefined where no path leads to it, or outside of functions. */
  follow(acquisition: Acquisition): Fate | undefined {
    const { call, kind } = acquisition;
    const semantics = this.fileOf(call.tree);
    const owner = enclosingFunction(call);
    const flow = owner && functionFlow(owner, semantics);
    const start = flow?.after(call);
    // Code that no path reaches, or a variable of the package.
    if (!flow || !start) return undefined;
    const effects = this.#effectsOf(kind);
    const beginning = beginningOf(acquisition, effects, semantics);
    if (beginning.kind !== "held") {
      const undecided = beginning.kind === "dropped" ? beginning.witnesses : [];
      if (undecided.length === 0 && !isUsedUp(beginning, kind)) return { acquisition, beginning, ...nothing };
      const point = { ...start, state: { ...fresh, undecided }, known: flow.answers.at(start), origin: call };
      return { acquisition, beginning, ...this.search(flow, kind, point) };
    }
    const { holder, witnesses } = beginning;
    const isNewValue = typeof acquisition.position === "number";
    const earlier = (isNewValue ? earlierEffects : effectsBefore)(holder, call, flow, effects);
    const settling = earlier.find((effect) => effect.kind === "leaves" || effect.kind === "releases");
    if (settling) return { acquisition, beginning, earlier: settling, ...nothing };
    const sharing = earlier.flatMap((effect) => (effect.kind === "shares" ? [effect.with] : []));
    const ending = endingHolder(acquisition, semantics);
    const holders = [holder, ...sharing, ...(ending ? [ending] : [])];
    const state = { ...fresh, holders, undecided: witnesses };
    const point = { ...start, state, known: flow.answers.at(start), origin: call, isNew: isNewValue };
    return { acquisition, beginning, ...this.search(flow, kind, point) };
  }

  search(flow: FunctionFlow, kind: ResourceKind, start: Parameters<PathSearch["run"]>[0]): SearchResult {
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

  parameterEffect(
    declaration: FunctionNode,
    index: ParameterPlace,
    kind: ResourceKind,
    part: string,
    semantics: FileSemantics,
  ): ParameterEffect {
    return this.#outcomes.of({
      about: declaration,
      key: `${kind.id} ${index} ${part}`,
      // What a recursive call does is not known while it is being found out.
      assumed: "leaves",
      tooDeep: () => "too deep",
      answer: () => {
        const passage = { function: declaration, parameter: index, part };
        return effectOf(this.followParameter(passage, kind, semantics), semantics);
      },
    }) as ParameterEffect;
  }

  goroutineOutcome(
    started: FunctionNode,
    holder: Holder,
    kind: ResourceKind,
    semantics: FileSemantics,
  ): GoroutineOutcome {
    return this.#outcomes.of({
      about: started,
      key: `go ${kind.id} ${holder.variable.identifier?.start ?? ""} ${holder.part}${holder.role ?? ""}`,
      // One that starts itself again may look after everything.
      assumed: { kind: "settled" },
      answer: () => this.#followGoroutine(started, holder, kind, semantics),
    }) as GoroutineOutcome;
  }

  #followGoroutine(
    started: FunctionNode,
    holder: Holder,
    kind: ResourceKind,
    semantics: FileSemantics,
  ): GoroutineOutcome {
    const flow = functionFlow(started, semantics);
    if (!flow) return { kind: "settled" };
    const state = { ...fresh, holders: [holder] };
    const { ends, isComplete } = this.search(flow, kind, { block: flow.graph.entry, position: 0, state });
    if (isComplete && ends.every(({ kind: end }) => kind.facts.lasting === true && end === "leaked"))
      return { kind: "kept" };
    if (isComplete && ends.length > 0 && ends.every((end) => end.kind === "released"))
      return { kind: "released" };
    const released = ends.find((end) => end.kind === "released");
    if (!isComplete || !ends.some(isLoss)) return { kind: "settled" };
    if (!released && !ends.some((end) => end.kind === "left")) return { kind: "left over" };
    if (kind.facts.abandonable === true) return { kind: "settled" };
    const leaked = ends.find((end) => end.kind === "leaked");
    if (leaked?.exit.kind !== "return" && leaked?.exit.kind !== "end") return { kind: "settled" };
    const loss = { exit: leaked.exit, branches: branchesOf(leaked), releasedAt: released?.at };
    return { kind: "partly left over", loss };
  }

  /** What becomes of a parameter along the paths of its function; undefined where they cannot be followed. */
  followParameter(
    { function: declaration, parameter, part }: Passage,
    kind: ResourceKind,
    semantics: FileSemantics,
  ): SearchResult | undefined {
    const name = parameterAt(declaration, parameter);
    const flow = name && functionFlow(declaration, semantics);
    if (!flow) return undefined;
    const variable = semantics.objectOf(name);
    if (!variable) return name.text === "_" ? nothing : undefined;
    return this.search(flow, kind, {
      block: flow.graph.entry,
      position: 0,
      state: { ...fresh, holders: [{ variable, part }] },
    });
  }

  /** The view of a file of the program. Throws for a tree that is none of it. */
  fileOf(tree: SyntaxTree): FileSemantics {
    const file = this.program.file(tree);
    if (!file) throw new Error("the tree is of no package of this program");
    return file;
  }
}

/** Whether all that is done with a resource is to receive from its channel, which may go on for as long as it likes. */
export function isUsedUp(beginning: Beginning, { facts }: ResourceKind): boolean {
  if (beginning.kind !== "used" || !facts.channels) return false;
  const { effect } = beginning;
  return effect.kind === "keeps" || (effect.kind === "releases" && isCaseOfSelect(effect.at));
}

/** Whether a `select` receives there, if it chooses to. */
function isCaseOfSelect(receive: SyntaxNode): boolean {
  const statement = receive.parent?.kind === "receive_statement" ? receive.parent : receive;
  return statement.parent?.kind === "communication_case";
}

/** Whether a path has received what shows that a resource is over. */
export function isReceived(end: PathEnd): boolean {
  return end.kind === "over" && end.how === "received";
}

export function isLoss({ kind }: PathEnd): boolean {
  return kind === "overwritten" || kind === "repeated" || kind === "leaked";
}

type Outcome = ParameterEffect | GoroutineOutcome;

function isSameOutcome(a: Outcome, b: Outcome): boolean {
  return typeof a === "object" && typeof b === "object" ? a.kind === b.kind : a === b;
}

/** What a function does with a parameter, over all of its paths. */
function effectOf(found: SearchResult | undefined, semantics: FileSemantics): ParameterEffect {
  if (!found?.isComplete || found.ends.some((end) => end.kind === "left")) return "leaves";
  const { ends } = found;
  if (ends.some((end) => end.kind === "released" || isReceived(end))) return "releases";
  if (!ends.some(({ kind }) => kind === "over")) return "keeps";
  const losses = ends.filter(isLoss);
  if (losses.length === 0) return "drains";
  return losses.every((end) => isFailure(end, semantics)) ? "drains or fails" : "keeps";
}

/** Whether a path ends with a return of an error, which the caller gets: none gets that of a goroutine. */
function isFailure(end: PathEnd, semantics: FileSemantics): boolean {
  if (end.kind !== "leaked" || end.exit.kind !== "return" || end.goroutine) return false;
  return failsAt(end.exit.statement, semantics);
}

const nothing: SearchResult = { ends: [], emptyEnds: [], isComplete: true, isPartlyReleased: false };

const programs = new WeakMap<Program, ResourcePaths>();

/** The paths of resources in a program; what they have shown of its functions is kept for as long as it. */
export function resourcePaths(program: Program): ResourcePaths {
  let paths = programs.get(program);
  if (!paths) {
    paths = new ResourcePaths(program);
    programs.set(program, paths);
  }
  return paths;
}
