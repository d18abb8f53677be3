import { controlFlowGraph } from "../../../src/flow/cfg/index.js";
import type { Assumption, Block, ControlFlowGraph, Departure } from "../../../src/flow/cfg/index.js";
import { isFunction } from "../../../src/semantics/index.js";
import type { FunctionNode } from "../../../src/semantics/index.js";
import type { CallExpressionNode, SyntaxNode, SyntaxTree } from "../../../src/syntax/index.js";
import { parser } from "../../go-parser.js";

const departures: Readonly<Record<string, Departure>> = {
  panic: "panic",
  "os.Exit": "process-end",
  "runtime.Goexit": "goexit",
};

/** The graph of a function that has a body; `panic`, `os.Exit` and `runtime.Goexit` never come back. */
export function graphOf(owner: FunctionNode): ControlFlowGraph {
  const graph = controlFlowGraph(owner, (call: CallExpressionNode) => departures[call.function.text]);
  if (!graph) throw new Error(`no body: ${owner.text}`);
  return graph;
}

/** All functions of a tree, literals included, in document order. */
export function functionsIn(tree: SyntaxTree): readonly FunctionNode[] {
  return nodesOf(tree).filter(isFunction);
}

export function nodesOf(tree: SyntaxTree): readonly SyntaxNode[] {
  return Array.from({ length: tree.arena.size }, (_, id) => tree.node(id));
}

/** The function whose body is made of some statements, which may have errors in them. */
export function functionOf(statements: string): FunctionNode {
  const [found] = functionsIn(parser.parse(`package p\n\nfunc f() {\n${statements}\n}\n`));
  if (!found) throw new Error(`no function: ${statements}`);
  return found;
}

/** The graph of statements without errors in them. */
export function graphOfStatements(statements: string): ControlFlowGraph {
  const owner = functionOf(statements);
  const [error] = owner.tree.errors;
  if (error) throw new Error(`error at ${error.start}: ${statements}`);
  return graphOf(owner);
}

/**
 * The graph of statements, a line a block: its number, its steps, and its exit or the blocks it leads to.
 *
 *     0: x := f(); x → 1 if x | 2 if not x
 *     1: return → return
 *     2: → end
 */
export function blocksOf(statements: string): readonly string[] {
  return linesOf(graphOfStatements(statements));
}

export function linesOf({ blocks }: ControlFlowGraph): readonly string[] {
  return blocks.map((block) => `${block.index}: ${[...stepsOf(block), "→", waysOn(block)].join(" ")}`);
}

function stepsOf({ steps }: Block): readonly string[] {
  return steps.length > 0 ? [steps.map(oneLine).join("; ")] : [];
}

function waysOn({ edges, exit }: Block): string {
  const ways = edges.map(
    ({ to, assumption }) => `${to.index}${assumption ? ` ${describe(assumption)}` : ""}`,
  );
  if (exit) ways.push(exit.kind);
  return ways.length > 0 ? ways.join(" | ") : "nowhere";
}

function describe(assumption: Assumption): string {
  switch (assumption.kind) {
    case "condition":
      return `if ${unless(assumption.holds)}${oneLine(assumption.expression)}`;
    case "case":
      return `if ${oneLine(assumption.subject)} ${unless(assumption.holds)}in ${listed(assumption.values)}`;
    case "type-case":
      return `if ${oneLine(assumption.subject)} ${unless(assumption.holds)}of ${listed(assumption.types)}`;
    case "range":
      return assumption.more ? "if more" : "if done";
    case "communication":
      return `on ${oneLine(assumption.clause).replace(/:(?!=).*$/, "")}`;
  }
}

function unless(holds: boolean): string {
  return holds ? "" : "not ";
}

function listed(nodes: readonly SyntaxNode[]): string {
  return `[${nodes.map(oneLine).join(", ")}]`;
}

function oneLine(node: SyntaxNode): string {
  return node.text.replaceAll(/\s+/g, " ");
}
