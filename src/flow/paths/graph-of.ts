import {
  endingEvents,
  endingGoroutine,
  endingProcess,
  panicking,
  sendingEvent,
} from "../../knowledge/index.js";
import type { FileSemantics, FunctionNode, NamedFunction } from "../../semantics/index.js";
import { KindId } from "../../syntax/index.js";
import type { CallExpressionNode } from "../../syntax/index.js";
import { calledName } from "../calls/called-name.js";
import { StepIndex, controlFlowGraph } from "../cfg/index.js";
import type { ControlFlowGraph, Departure } from "../cfg/index.js";
import { ownNodes } from "../nodes/own-nodes.js";
import { RecursiveAnswers } from "../recursive-answers.js";

/** A function's graph, and where in it each node is. */
export interface IndexedGraph {
  readonly graph: ControlFlowGraph;
  readonly steps: StepIndex;
}

/** To know whether a call comes back takes the graph of what it calls. */
const graphs = new RecursiveAnswers<IndexedGraph | undefined>((a, b) => mayReturn(a) === mayReturn(b));

/**
 * The control-flow graph of a function, made once; undefined for a function without a body. A call that leads back to the
 * function itself may come back, unless the function turns out never to.
 */
export function graphOf(owner: FunctionNode, semantics: FileSemantics): IndexedGraph | undefined {
  return graphs.of({
    about: owner,
    key: "",
    assumed: undefined,
    answer: () => withIndex(controlFlowGraph(owner, (call) => departureOf(call, semantics))),
    // Functions of the project are taken to come back then.
    tooDeep: () => withIndex(controlFlowGraph(owner, (call) => knownDeparture(call, semantics))),
  });
}

function withIndex(graph: ControlFlowGraph | undefined): IndexedGraph | undefined {
  return graph && { graph, steps: new StepIndex(graph) };
}

/** Whether a function may come back to its caller, as one without a graph may. */
function mayReturn(indexed: IndexedGraph | undefined): boolean {
  const blocks = indexed?.graph.blocks;
  return !blocks || blocks.some(({ exit }) => exit?.kind === "return" || exit?.kind === "end");
}

/** How a call that never comes back leaves the function; undefined for a call that comes back. */
export function departureOf(call: CallExpressionNode, semantics: FileSemantics): Departure | undefined {
  const callee = semantics.callee(call);
  switch (callee?.kind) {
    case "builtin":
      return callee.name === "panic" ? "panic" : undefined;
    case "declared": {
      const neverReturns = callee.declarations.every((declaration) => neverComesBack(declaration, semantics));
      return neverReturns ? "process-end" : undefined;
    }
    default:
      return knownDeparture(call, semantics) ?? departureElsewhere(call, semantics);
  }
}

/** Of a function in another package of the module. */
function departureElsewhere(call: CallExpressionNode, semantics: FileSemantics): Departure | undefined {
  const implementation = semantics.implementation(call);
  const isDeparture = implementation && neverComesBack(implementation, semantics);
  return isDeparture === true ? "process-end" : undefined;
}

function knownDeparture(call: CallExpressionNode, semantics: FileSemantics): Departure | undefined {
  const name = calledName(call, semantics);
  if (endingProcess.has(name)) return "process-end";
  if (panicking.has(name)) return "panic";
  if (endingGoroutine.has(name)) return "goexit";
  return sendingEvent.has(name) && isEndingEvent(call, semantics) ? "process-end" : undefined;
}

/** Whether what a chain of calls sends ends the process: `log.Fatal().Err(err).Msg("…")`. */
function isEndingEvent(sending: CallExpressionNode, semantics: FileSemantics): boolean {
  for (let call = receiverCall(sending); call; call = receiverCall(call)) {
    if (endingEvents.has(calledName(call, semantics))) return true;
  }
  return false;
}

function receiverCall({ function: called }: CallExpressionNode): CallExpressionNode | undefined {
  const operand = called.kind === "selector_expression" ? called.operand : undefined;
  return operand?.kind === "call_expression" ? operand : undefined;
}

function neverComesBack(declared: NamedFunction, semantics: FileSemantics): boolean {
  const declaration = semantics.package.withBody(declared) as NamedFunction;
  // Most functions are told at a glance.
  if (!declaration.body || ownNodes(declaration, KindId.return_statement).length > 0) return false;
  return (
    mayEndInDeparture(declaration) &&
    !mayReturn(graphOf(declaration, semantics.package.program.file(declaration.tree) ?? semantics))
  );
}

/** Whether the last statement is of a kind after which control may not go on. */
function mayEndInDeparture({ body }: NamedFunction): boolean {
  const last = body?.child?.children.at(-1);
  switch (last?.kind) {
    case "expression_statement":
    case "for_statement":
    case "select_statement":
    case "if_statement":
    case "expression_switch_statement":
    case "type_switch_statement":
    case "labeled_statement":
    case "block":
      return true;
    default:
      return false;
  }
}
