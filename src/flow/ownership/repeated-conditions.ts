import { withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics, GoObject } from "../../semantics/index.js";
import type { Expression } from "../../syntax/index.js";
import type { ControlFlowGraph } from "../cfg/index.js";
import { conditionOf, equality } from "./condition.js";
import type { Condition } from "./condition.js";

/** What a condition says about a question that is asked more than once. */
export interface Question {
  /** The question's own bit in sets of questions. */
  readonly bit: bigint;
  /** Whether the answer is yes when the condition holds. */
  readonly sense: boolean;
}

/** A variable or field by itself: what is assigned to it on the way may give the answer. */
function isFlag(expression: Expression): boolean {
  const { kind } = withoutParentheses(expression);
  return kind === "identifier" || kind === "selector_expression";
}

/** The questions that conditions of a function ask more than once, or that flags answer. */
export class RepeatedConditions {
  readonly #semantics: FileSemantics;
  readonly #bits = new Map<string, bigint>();
  readonly #byVariable = new Map<GoObject, bigint>();
  readonly #byExpression = new Map<Expression, Question | undefined>();

  constructor(graph: ControlFlowGraph, semantics: FileSemantics) {
    this.#semantics = semantics;
    const asked = new Set<Expression>();
    const seen = new Set<string>();
    for (const { assumption } of graph.blocks.flatMap(({ edges }) => edges)) {
      if (assumption?.kind !== "condition" || asked.has(assumption.expression)) continue;
      asked.add(assumption.expression);
      const condition = conditionOf(assumption.expression, semantics);
      if (condition && (seen.has(condition.key) || isFlag(assumption.expression))) this.#add(condition);
      if (condition) seen.add(condition.key);
    }
  }

  /** What a condition asks, if that is asked more than once. */
  of(expression: Expression): Question | undefined {
    if (this.#bits.size === 0) return undefined;
    if (!this.#byExpression.has(expression))
      this.#byExpression.set(expression, this.#questionOf(conditionOf(expression, this.#semantics)));
    return this.#byExpression.get(expression);
  }

  /** What `left == right` asks, if that is asked more than once. */
  ofEquality(left: Expression, right: Expression): Question | undefined {
    return this.#bits.size === 0 ? undefined : this.#questionOf(equality(left, right, this.#semantics));
  }

  /** The questions whose answers may change when a variable does. */
  about(variable: GoObject): bigint {
    return this.#byVariable.get(variable) ?? 0n;
  }

  #questionOf(condition: Condition | undefined): Question | undefined {
    const bit = condition && this.#bits.get(condition.key);
    return condition && bit !== undefined ? { bit, sense: condition.sense } : undefined;
  }

  #add({ key, variables }: Condition): void {
    if (this.#bits.has(key)) return;
    const bit = 1n << BigInt(this.#bits.size);
    this.#bits.set(key, bit);
    for (const variable of variables) this.#byVariable.set(variable, this.about(variable) | bit);
  }
}
