import { withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics, FunctionNode, GoObject } from "../../semantics/index.js";
import { KindId } from "../../syntax/index.js";
import type { CallExpressionNode, Expression, SyntaxNode } from "../../syntax/index.js";
import { lastWord } from "../calls/call-table.js";
import type { ControlFlowGraph, StepPlace } from "../cfg/index.js";
import { communicationOf } from "../cfg/index.js";
import { alwaysFails } from "../errors/failing-return.js";
import { neverFails } from "../errors/never-failing.js";
import { ownNodes } from "../nodes/own-nodes.js";
import { graphOf } from "../paths/graph-of.js";
import type { IndexedGraph } from "../paths/graph-of.js";
import { KnownAnswers } from "./conditions/known-answers.js";
import { RepeatedConditions } from "./conditions/repeated-conditions.js";

/** A function's body, prepared for being followed along its paths. */
export class FunctionFlow {
  readonly owner: FunctionNode;
  readonly semantics: FileSemantics;
  readonly graph: ControlFlowGraph;
  #conditions: RepeatedConditions | undefined;
  #answers: KnownAnswers | undefined;
  /** How many points of paths have been looked at, over all searches. */
  visits = 0;
  readonly #steps: IndexedGraph["steps"];
  readonly #mentions = new Map<GoObject, Map<SyntaxNode, SyntaxNode[]>>();
  readonly #assigned = new Map<SyntaxNode, readonly Assigned[]>();
  readonly #addressed = new Map<SyntaxNode, readonly Expression[]>();
  readonly #errors = new Map<CallExpressionNode, KnownError>();

  constructor(owner: FunctionNode, { graph, steps }: IndexedGraph, semantics: FileSemantics) {
    this.owner = owner;
    this.graph = graph;
    this.#steps = steps;
    this.semantics = semantics;
  }

  /** The conditions that are asked more than once, so that one answer tells the other. */
  get conditions(): RepeatedConditions {
    return (this.#conditions ??= new RepeatedConditions(this.graph, this.semantics));
  }

  /** What is known of their answers at a point, whatever path leads to it. */
  get answers(): KnownAnswers {
    return (this.#answers ??= new KnownAnswers(this));
  }

  /** The point at which a node has just been evaluated; undefined for code that no path reaches. */
  after(node: SyntaxNode): StepPlace | undefined {
    const place = this.#steps.placeOf(node);
    return place && { block: place.block, position: place.position + 1 };
  }

  /** Whether a step is where a node is evaluated, and not just around it. */
  evaluates(step: SyntaxNode, node: SyntaxNode): boolean {
    const place = step.contains(node) ? this.#steps.placeOf(node) : undefined;
    return place?.block.steps[place.position] === step;
  }

  /**
   * The mentions of a variable in a step, in the order of the text. Those in an operand of a `select` stand in two steps: the
   * operand, and the communication for which it is evaluated.
   */
  mentionsIn(step: SyntaxNode, variable: GoObject): readonly SyntaxNode[] {
    let bySteps = this.#mentions.get(variable);
    if (!bySteps) {
      bySteps = this.#findMentions(variable);
      this.#mentions.set(variable, bySteps);
    }
    return bySteps.get(step) ?? [];
  }

  /** The variables that a step gives another value. */
  assignedIn(step: SyntaxNode): readonly Assigned[] {
    let assigned = this.#assigned.get(step);
    if (!assigned) {
      assigned = assignedIn(step, this.semantics);
      this.#assigned.set(step, assigned);
    }
    return assigned;
  }

  /** What the error that a call returns last is, whatever happens; undefined where it depends. */
  knownError(call: CallExpressionNode): KnownError {
    if (!this.#errors.has(call)) this.#errors.set(call, knownError(call, this.semantics));
    return this.#errors.get(call);
  }

  /** The places whose address a step takes, so that others may give them another value. */
  addressedIn(step: SyntaxNode): readonly Expression[] {
    let addressed = this.#addressed.get(step);
    if (!addressed) {
      addressed = ownNodes(step, KindId.unary_expression).flatMap((node) =>
        node.kind === "unary_expression" && node.operator === "&" ? [node.operand] : [],
      );
      this.#addressed.set(step, addressed);
    }
    return addressed;
  }

  /** Whether a step receives from what a method returns: `<-ctx.Done()`. */
  waitsFor(step: SyntaxNode, method: string): boolean {
    return ownNodes(step, KindId.unary_expression).some(
      (node) =>
        node.kind === "unary_expression" &&
        node.operator === "<-" &&
        node.operand.kind === "call_expression" &&
        lastWord(node.operand) === method,
    );
  }

  #findMentions(variable: GoObject): Map<SyntaxNode, SyntaxNode[]> {
    const bySteps = new Map<SyntaxNode, SyntaxNode[]>();
    for (const mention of this.semantics.bindings.identifiersOf(variable)) {
      const place = mention === variable.identifier ? undefined : this.#steps.placeOf(mention);
      const step = place?.block.steps[place.position];
      // What it ranges over is a step of its own, before the loop.
      if (!step || step.kind === "range_clause") continue;
      note(bySteps, step, mention);
      const communication = communicationOf(step);
      if (communication) note(bySteps, communication, mention);
    }
    return bySteps;
  }
}

function note(bySteps: Map<SyntaxNode, SyntaxNode[]>, step: SyntaxNode, mention: SyntaxNode): void {
  const mentions = bySteps.get(step);
  if (mentions) mentions.push(mention);
  else bySteps.set(step, [mention]);
}

const flows = new WeakMap<FunctionNode, FunctionFlow | undefined>();

/** The flow of a function, made once; undefined for a function without a body. */
export function functionFlow(owner: FunctionNode, semantics: FileSemantics): FunctionFlow | undefined {
  if (!flows.has(owner)) {
    const graph = graphOf(owner, semantics);
    flows.set(owner, graph && new FunctionFlow(owner, graph, semantics));
  }
  return flows.get(owner);
}

type KnownError = "nil" | "not nil" | undefined;

/** Calls that only ever fail count only where they return nothing beside the error. */
function knownError(call: CallExpressionNode, semantics: FileSemantics): KnownError {
  const type = semantics.typeOf(call);
  if (type.kind !== "tuple" && alwaysFails(call, semantics)) return "not nil";
  return neverFails(call, semantics) ? "nil" : undefined;
}

/** An assignment of a step: what is assigned to what. */
export interface Assigned {
  readonly target: Expression;
  /** Undefined where the target is a field or an element. */
  readonly variable: GoObject | undefined;
  /** Undefined where it is one of several results of a call. */
  readonly value: Expression | undefined;
  /** The call that it is a result of. */
  readonly call: CallExpressionNode | undefined;
  /** Place among the targets. */
  readonly place: number;
  /** Whether it is declared without a value. */
  readonly isZero: boolean;
}

function assignedIn(step: SyntaxNode, semantics: FileSemantics): readonly Assigned[] {
  switch (step.kind) {
    case "short_var_declaration":
    case "assignment_statement":
      return pair(step.left.children, step.right.children, semantics);
    case "var_spec":
      return pair(step.names, step.value?.children ?? [], semantics, !step.value);
    case "var_declaration":
      return specsOf(step).flatMap((spec) => assignedIn(spec, semantics));
    case "range_clause":
    case "receive_statement":
      return pair(step.left?.children ?? [], [], semantics);
    case "communication_case":
      return assignedIn(step.communication, semantics);
    case "inc_statement":
    case "dec_statement":
      return pair([step.child], [], semantics);
    default:
      return [];
  }
}

function specsOf(declaration: SyntaxNode): readonly SyntaxNode[] {
  return declaration.allChildren.flatMap((child) =>
    child.kind === "var_spec_list" ? specsOf(child) : child.kind === "var_spec" ? [child] : [],
  );
}

function pair(
  targets: readonly Expression[],
  values: readonly Expression[],
  semantics: FileSemantics,
  isZero = false,
): readonly Assigned[] {
  return targets.flatMap((target, index): readonly Assigned[] => {
    const name = withoutParentheses(target);
    const variable = name.kind === "identifier" ? semantics.objectOf(name) : undefined;
    if (variable && variable.kind !== "variable") return [];
    const single =
      values.length === 1 && values[0]?.kind === "type_assertion_expression" ? values[0] : undefined;
    const value = values.length === targets.length ? values[index] : single;
    const source = value ?? values[0];
    const call = source?.kind === "call_expression" ? source : undefined;
    return [{ target, variable, value, call, place: index, isZero }];
  });
}
