import type { SyntaxNode } from "../../../syntax/index.js";
import { resultNames } from "../../calls/results.js";
import type { Block, Edge, StepPlace } from "../../cfg/index.js";
import type { Assigned, FunctionFlow } from "../function-flow.js";
import { commonAnswers, includesAnswers, noAnswers, withoutAnswers } from "./answers.js";
import type { Answers } from "./answers.js";
import { afterAssignment, withZero } from "./given-values.js";

/** What a step changes about what is known. */
interface Change {
  /** The questions whose answers do not hold any more. */
  readonly reopened: bigint;
  /** Assignments to what is asked about. */
  readonly given: readonly Assigned[];
}

/** How many groups of ways to a point are told apart by what is known on them. */
const mostWays = 4;

/** What is known of the answers to repeated questions wherever one is in a function, and which of them still matter. */
export class KnownAnswers {
  readonly #flow: FunctionFlow;
  /** What is known at the start of a block: on each of the ways to it, one of these; none where no path leads. */
  #known: readonly (readonly Answers[])[] | undefined;
  #asked: readonly bigint[] | undefined;
  readonly #changes = new Map<SyntaxNode, Change>();

  constructor(flow: FunctionFlow) {
    this.#flow = flow;
  }

  /** What is known at a point: on each of the ways to it, one of these. */
  at({ block, position }: StepPlace): readonly Answers[] {
    if (this.#flow.conditions.isEmpty) return [noAnswers];
    this.#known ??= this.#findKnown();
    const known = this.#known[block.index] as readonly Answers[];
    return (known.length > 0 ? known : [noAnswers]).map((way) => this.#afterSteps(way, block, position));
  }

  /** The state after a step. */
  afterStep<State extends Answers>(before: State, step: SyntaxNode): State {
    const { conditions, semantics } = this.#flow;
    if (conditions.isEmpty) return before;
    const { reopened, given } = this.#changeOf(step);
    return given.reduce(
      (state, assigned) => afterAssignment(state, assigned, conditions, semantics),
      withoutAnswers(before, reopened),
    );
  }

  #changeOf(step: SyntaxNode): Change {
    let change = this.#changes.get(step);
    if (!change) {
      const { conditions } = this.#flow;
      const given = this.#flow.assignedIn(step).filter(({ target }) => conditions.about(target) !== 0n);
      const places = [...this.#flow.addressedIn(step), ...given.map(({ target }) => target)];
      const reopened = places.reduce((all, place) => all | conditions.about(place), 0n);
      change = { reopened, given };
      this.#changes.set(step, change);
    }
    return change;
  }

  /** Forgets the answers to what is not asked from the start of a block on, as they have no influence any more. */
  withoutIdle<State extends Answers>(state: State, { index }: Block): State {
    if (state.answered === 0n) return state;
    this.#asked ??= this.#findAsked();
    return withoutAnswers(state, ~(this.#asked[index] as bigint));
  }

  #afterSteps(before: Answers, block: Block, end: number): Answers {
    return block.steps.slice(0, end).reduce((state, step) => this.afterStep(state, step), before);
  }

  /** The blocks are in reverse postorder, so that few rounds are needed. */
  #findKnown(): readonly (readonly Answers[])[] {
    const { blocks } = this.#flow.graph;
    const known: (readonly Answers[])[] = blocks.map(() => []);
    known[0] = [this.#onEntry()];
    const changed = new Set([0]);
    for (let isChanged = true; isChanged;) {
      isChanged = false;
      for (const block of blocks) {
        if (!changed.delete(block.index)) continue;
        const ways = (known[block.index] as readonly Answers[]).map((way) =>
          this.#afterSteps(way, block, block.steps.length),
        );
        for (const edge of block.edges) {
          const { index } = edge.to;
          const before = known[index] as readonly Answers[];
          const met = ways.reduce((all, way) => this.#meet(all, way, edge), before);
          if (met === before) continue;
          known[index] = met;
          changed.add(index);
          isChanged = true;
        }
      }
    }
    return known;
  }

  /** What is known behind an edge on the ways so far and on one more; the same list if that one is nothing new. */
  #meet(known: readonly Answers[], from: Answers, { assumption, to }: Edge): readonly Answers[] {
    const taken = assumption ? this.#flow.conditions.afterBranch(from, assumption) : from;
    const after = taken && this.withoutIdle(taken, to);
    if (!after || known.some((way) => includesAnswers(after, way))) return known;
    const ways = [...known.filter((way) => !includesAnswers(way, after)), after];
    return ways.length > mostWays ? [ways.reduce(commonAnswers)] : ways;
  }

  /** Named results are zero to begin with. */
  #onEntry(): Answers {
    const { owner, conditions } = this.#flow;
    return resultNames(owner).reduce(
      (state: Answers, name) => (name?.kind === "identifier" ? withZero(state, name, conditions) : state),
      noAnswers,
    );
  }

  /** The questions that are asked on some path from the start of each block, before what they are about changes. */
  #findAsked(): readonly bigint[] {
    const { graph, conditions } = this.#flow;
    const asked = graph.blocks.map(({ edges }) =>
      edges.reduce((all, { assumption }) => (assumption ? all | conditions.askedBy(assumption) : all), 0n),
    );
    const changed = graph.blocks.map(({ steps }) =>
      steps.reduce((all, step) => all | this.#changeOf(step).reopened, 0n),
    );
    const live = graph.blocks.map(() => 0n);
    for (let isChanged = true; isChanged;) {
      isChanged = false;
      for (const { index, edges } of graph.blocks.toReversed()) {
        const after = edges.reduce((all, { to }) => all | (live[to.index] as bigint), asked[index] as bigint);
        const before = after & ~(changed[index] as bigint);
        if (before === live[index]) continue;
        live[index] = before;
        isChanged = true;
      }
    }
    return live;
  }
}
