import { withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics, FunctionNode, GoObject } from "../../semantics/index.js";
import type { Expression, SyntaxNode } from "../../syntax/index.js";
import type { Assumption, ControlFlowGraph, StepPlace } from "../cfg/index.js";
import { graphOf } from "../graph-of.js";
import type { IndexedGraph } from "../graph-of.js";
import { conditionOf } from "./condition.js";
import type { Condition } from "./condition.js";

/** A function's body, prepared for being followed along its paths. */
export class FunctionFlow {
  readonly owner: FunctionNode;
  readonly semantics: FileSemantics;
  readonly graph: ControlFlowGraph;
  #conditions: RepeatedConditions | undefined;
  readonly #steps: IndexedGraph["steps"];

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

  /**
   * The point at which a node has just been evaluated; undefined for code that no path reaches. What a `select` receives
   * from is evaluated before it chooses.
   */
  after(node: SyntaxNode): StepPlace | undefined {
    const place = this.#steps.placeOf(node);
    const clause = place?.block.steps[place.position]?.parent;
    if (place?.position === 0 && clause?.kind === "communication_case") {
      const block = this.graph.blocks.find(({ edges }) =>
        edges.some((edge) => chooses(edge.assumption, clause)),
      );
      if (block) return { block, position: block.steps.length };
    }
    return place && { block: place.block, position: place.position + 1 };
  }

  /** The mentions of a variable in a step, in the order of the text. */
  mentionsIn(step: SyntaxNode, variable: GoObject): readonly SyntaxNode[] {
    // What it ranges over is a step of its own, before the loop.
    if (step.kind === "range_clause") return [];
    const mentions = this.semantics.bindings.identifiersOf(variable);
    return mentions.filter((mention) => step.contains(mention) && mention !== variable.identifier);
  }
}

function chooses(assumption: Assumption | undefined, clause: SyntaxNode): boolean {
  return assumption?.kind === "communication" && assumption.clause === clause;
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

/** The conditions of a function that are asked more than once. */
export class RepeatedConditions {
  readonly #semantics: FileSemantics;
  readonly #keys = new Set<string>();
  readonly #byVariable = new Map<GoObject, Set<string>>();

  constructor(graph: ControlFlowGraph, semantics: FileSemantics) {
    this.#semantics = semantics;
    const asked = new Set<SyntaxNode>();
    const seen = new Set<string>();
    for (const { edges } of graph.blocks) {
      for (const { assumption } of edges) {
        if (assumption?.kind !== "condition" || asked.has(assumption.expression)) continue;
        asked.add(assumption.expression);
        const condition = conditionOf(assumption.expression, semantics);
        if (!condition) continue;
        if (seen.has(condition.key)) this.#add(condition);
        seen.add(condition.key);
      }
    }
  }

  /** What a condition asks, if it is asked more than once. */
  of(expression: Expression): Condition | undefined {
    if (this.#keys.size === 0) return undefined;
    const condition = conditionOf(expression, this.#semantics);
    return condition && this.#keys.has(condition.key) ? condition : undefined;
  }

  /** The conditions whose answer may change when a variable does. */
  about(variable: GoObject): Iterable<string> {
    return this.#byVariable.get(variable) ?? [];
  }

  #add({ key, variables }: Condition): void {
    this.#keys.add(key);
    for (const variable of variables) {
      const keys = this.#byVariable.get(variable) ?? new Set();
      this.#byVariable.set(variable, keys.add(key));
    }
  }
}

/** An assignment of a step: what is assigned to which local variable. The value is undefined where it is one of several results. */
export interface Assigned {
  readonly target: Expression;
  readonly variable: GoObject;
  readonly value: Expression | undefined;
}

/** The variables that a step gives another value. */
export function assignedIn(step: SyntaxNode, semantics: FileSemantics): readonly Assigned[] {
  switch (step.kind) {
    case "short_var_declaration":
    case "assignment_statement":
      return pair(step.left.children, step.right.children, semantics);
    case "var_spec":
      return pair(step.names, step.value?.children ?? [], semantics);
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
): readonly Assigned[] {
  return targets.flatMap((target, index): readonly Assigned[] => {
    const name = withoutParentheses(target);
    const variable = name.kind === "identifier" ? semantics.objectOf(name) : undefined;
    if (variable?.kind !== "variable") return [];
    return [{ target, variable, value: values.length === targets.length ? values[index] : undefined }];
  });
}
