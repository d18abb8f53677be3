import type { SyntaxNode } from "../../../syntax/index.js";
import { resultNames } from "../../calls/results.js";
import type { Block, Edge, StepPlace } from "../../cfg/index.js";
import type { Assigned, FunctionFlow } from "../function-flow.js";
import { commonAnswers, noAnswers, sameAnswers, withoutAnswers } from "./answers.js";
import type { Answers } from "./answers.js";
import { afterAssignment, withZero } from "./given-values.js";

/** What a step changes about what is known. */
interface Change {
  /** The questions whose answers do not hold any more. */
  readonly reopened: bigint;
  /** Assignments to what is asked about. */
  readonly given: readonly Assigned[];
}

/** What is known of the answers to repeated questions wherever one is in a function, and which of them still matter. */
export class KnownAnswers {
  readonly #flow: FunctionFlow;
  /** What is known at the start of a block whatever path leads to it; undefined where none does. */
  #known: readonly (Answers | undefined)[] | undefined;
  #asked: readonly bigint[] | undefined;
  readonly #changes = new Map<SyntaxNode, Change>();

  constructor(flow: FunctionFlow) {
    this.#flow = flow;
  }

  /** What is known at a point whatever path leads to it. */
  at({ block, position }: StepPlace): Answers {
    if (this.#flow.conditions.isEmpty) return noAnswers;
    this.#known ??= this.#findKnown();
    return this.#afterSteps(this.#known[block.index] ?? noAnswers, block, position);
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
  #findKnown(): readonly (Answers | undefined)[] {
    const { blocks } = this.#flow.graph;
    const known: (Answers | undefined)[] = blocks.map(() => undefined);
    known[0] = this.#onEntry();
    const changed = new Set([0]);
    for (let isChanged = true; isChanged;) {
      isChanged = false;
      for (const block of blocks) {
        if (!changed.delete(block.index)) continue;
        const after = this.#afterSteps(known[block.index] as Answers, block, block.steps.length);
        for (const edge of block.edges) {
          const { index } = edge.to;
          const met = this.#meet(known[index], after, edge);
          if (!met) continue;
          known[index] = met;
          changed.add(index);
          isChanged = true;
        }
      }
    }
    return known;
  }

  /** What is known behind an edge besides what was; undefined if that is nothing new. */
  #meet(known: Answers | undefined, from: Answers, { assumption }: Edge): Answers | undefined {
    const after = assumption ? this.#flow.conditions.afterBranch(from, assumption) : from;
    if (!after) return undefined;
    const met = known ? commonAnswers(known, after) : { answered: after.answered, yes: after.yes };
    return known && sameAnswers(met, known) ? undefined : met;
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
