import { withoutParentheses } from "../../../semantics/index.js";
import type { FileSemantics, GoObject } from "../../../semantics/index.js";
import type { Expression, SyntaxNode } from "../../../syntax/index.js";
import type { Assumption, ControlFlowGraph } from "../../cfg/index.js";
import { isSteady } from "../../values/steady-call.js";
import { withAnswer, withOneYes } from "./answers.js";
import type { Answers, Question } from "./answers.js";
import { conditionOf, equality, placeOf } from "./condition.js";
import type { Condition } from "./condition.js";
import { isAssignedInside, isGivenConstant } from "./given-values.js";

/** Questions of one function that are kept apart; more would make sets of them slow. */
const mostQuestions = 256;

/** A condition, and the expression by which a statement asks it: one for all values that a switch compares. */
interface Asking {
  readonly condition: Condition;
  readonly by: Expression;
}

/** The questions that conditions of a function ask more than once, or that assignments answer. */
export class RepeatedConditions {
  readonly #semantics: FileSemantics;
  readonly #bits = new Map<string, bigint>();
  readonly #bySubject = new Map<string, bigint>();
  readonly #byVariable = new Map<GoObject, bigint>();
  readonly #byExpression = new Map<Expression, Question | undefined>();

  constructor(graph: ControlFlowGraph, semantics: FileSemantics) {
    this.#semantics = semantics;
    const askings = askingsIn(graph, semantics);
    const isRepeated = repeatedKeys(askings);
    for (const asking of askings) {
      const { key, variables, calls } = asking.condition;
      if (this.#bits.has(key)) continue;
      if (this.#bits.size === mostQuestions) break;
      const isKept =
        [key, ...subjectsOf(asking.condition)].some(isRepeated) || isAnsweredByAssignment(asking, semantics);
      if (!isKept || !calls.every((call) => isSteady(call, semantics))) continue;
      if (variables.some((variable) => isAssignedInside(variable, graph.owner, semantics))) continue;
      this.#add(asking.condition);
    }
  }

  get isEmpty(): boolean {
    return this.#bits.size === 0;
  }

  /** What a condition asks, if the answer can tell something. */
  of(expression: Expression): Question | undefined {
    if (this.isEmpty) return undefined;
    if (!this.#byExpression.has(expression))
      this.#byExpression.set(expression, this.#questionOf(conditionOf(expression, this.#semantics)));
    return this.#byExpression.get(expression);
  }

  /** What `left == right` asks, if the answer can tell something. */
  ofEquality(left: Expression, right: Expression): Question | undefined {
    return this.isEmpty ? undefined : this.#questionOf(equality(left, right, this.#semantics));
  }

  /** What the comparison of a place to a literal asks, if the answer can tell something. */
  ofLiteral(place: Expression, literal: string): Question | undefined {
    const key = this.isEmpty ? undefined : placeOf(place, this.#semantics)?.key;
    if (key === undefined) return undefined;
    return this.#questionOf({
      key: `${key} == ${literal}`,
      sense: true,
      variables: [],
      calls: [],
      subject: `${key} literal`,
    });
  }

  /** Whether a place is more than 0, if the answer can tell something. */
  ofPositive(place: Expression): Question | undefined {
    const key = this.isEmpty ? undefined : placeOf(place, this.#semantics)?.key;
    if (key === undefined) return undefined;
    return this.#questionOf({
      key: `${key} > 0`,
      sense: true,
      variables: [],
      calls: [],
      order: `${key} ~ 0`,
    });
  }

  /** What comparisons of a place to constants that are written like one of them ask. */
  ofConstants(place: Expression, constant: Expression): bigint {
    const { subject } = equality(place, constant, this.#semantics) ?? {};
    return (subject !== undefined && this.#bySubject.get(subject)) || 0n;
  }

  /** The questions whose answers may change when a place gets another value. */
  about(place: Expression): bigint {
    if (this.isEmpty) return 0n;
    const name = withoutParentheses(place);
    const variable = name.kind === "identifier" ? this.#semantics.objectOf(name) : undefined;
    if (variable) return this.#byVariable.get(variable) ?? 0n;
    const key = placeOf(place, this.#semantics)?.key;
    if (key === undefined) return 0n;
    let bits = 0n;
    for (const [asked, bit] of this.#bits) if (asked.includes(key)) bits |= bit;
    return bits;
  }

  /** The questions that an assumption answers. */
  askedBy(assumption: Assumption): bigint {
    if (assumption.kind === "condition") return this.of(assumption.expression)?.bit ?? 0n;
    if (assumption.kind !== "case") return 0n;
    const questions = assumption.values.map((value) => this.ofEquality(assumption.subject, value));
    return questions.reduce((all, question) => all | (question?.bit ?? 0n), 0n);
  }

  /** The state after a branch; undefined where that contradicts what is known. */
  afterBranch<State extends Answers>(state: State, assumption: Assumption): State | undefined {
    if (this.isEmpty) return state;
    switch (assumption.kind) {
      case "condition":
        return afterAnswer(state, this.of(assumption.expression), assumption.holds);
      case "case":
        return this.#afterCase(state, assumption);
      default:
        return state;
    }
  }

  #afterCase<State extends Answers>(
    state: State,
    { subject, values, holds }: Extract<Assumption, { kind: "case" }>,
  ): State | undefined {
    const questions = values.map((value) => this.ofEquality(subject, value));
    if (holds && questions.length > 1) {
      const known = questions.filter((question) => question !== undefined);
      return known.length === questions.length ? withOneYes(state, known) : state;
    }
    return questions.reduce(
      (after: State | undefined, question) => after && afterAnswer(after, question, holds),
      state,
    );
  }

  #questionOf(condition: Condition | undefined): Question | undefined {
    const bit = condition && this.#bits.get(condition.key);
    if (!condition || bit === undefined) return undefined;
    const alike = subjectsOf(condition).reduce(
      (all, subject) => all | (this.#bySubject.get(subject) ?? 0n),
      0n,
    );
    return { bit, excluded: alike & ~bit, sense: condition.sense };
  }

  #add(condition: Condition): void {
    const { key, variables } = condition;
    const bit = 1n << BigInt(this.#bits.size);
    this.#bits.set(key, bit);
    for (const subject of subjectsOf(condition))
      this.#bySubject.set(subject, (this.#bySubject.get(subject) ?? 0n) | bit);
    for (const variable of variables)
      this.#byVariable.set(variable, (this.#byVariable.get(variable) ?? 0n) | bit);
  }
}

/** What a condition is about: of those that share one at most one is answered with yes. */
function subjectsOf({ subject, order }: Condition): readonly string[] {
  return [subject, order].filter((name) => name !== undefined);
}

function askingsIn({ blocks }: ControlFlowGraph, semantics: FileSemantics): readonly Asking[] {
  const assumptions = blocks.flatMap(({ edges }) => edges.flatMap(({ assumption }) => assumption ?? []));
  return assumptions.flatMap((assumption): readonly Asking[] => {
    if (assumption.kind === "condition" && assumption.holds) {
      const condition = conditionOf(assumption.expression, semantics);
      return condition ? [{ condition, by: assumption.expression }] : [];
    }
    if (assumption.kind !== "case" || !assumption.holds) return [];
    return assumption.values.flatMap((value) => {
      const condition = equality(assumption.subject, value, semantics);
      return condition ? [{ condition, by: assumption.subject }] : [];
    });
  });
}

/** Tells of which keys and subjects several expressions ask. */
function repeatedKeys(askings: readonly Asking[]): (key: string) => boolean {
  const first = new Map<string, SyntaxNode>();
  const repeated = new Set<string>();
  for (const { condition, by } of askings) {
    for (const key of [condition.key, ...subjectsOf(condition)]) {
      const known = first.get(key);
      if (!known) first.set(key, by);
      else if (known !== by) repeated.add(key);
    }
  }
  return (key) => repeated.has(key);
}

/** Whether what is assigned on the way may give the answer: to a flag, or to what is compared to a constant. */
function isAnsweredByAssignment({ condition, by }: Asking, semantics: FileSemantics): boolean {
  const { kind } = withoutParentheses(by);
  const { subject, variable } = condition;
  if (variable) return isGivenConstant(variable, semantics);
  return subject === undefined && (kind === "identifier" || kind === "selector_expression");
}

function afterAnswer<State extends Answers>(
  state: State,
  question: Question | undefined,
  holds: boolean,
): State | undefined {
  return question ? withAnswer(state, question, holds === question.sense) : state;
}
