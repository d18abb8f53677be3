import { enclosingFunction } from "../semantics/index.js";
import type { FileSemantics } from "../semantics/index.js";
import type {
  CallExpressionNode,
  CommunicationCaseNode,
  DefaultCaseNode,
  ForStatementNode,
  SyntaxNode,
} from "../syntax/index.js";
import { destinationOf } from "./assigned-variable.js";
import { integer } from "./big-buffer.js";
import { leadsTo } from "./clear-way.js";
import { graphOf } from "./graph-of.js";
import { changesCondition, isBounded, loopsAround } from "./loop-bound.js";

/** A timer that a loop leaves behind before it has fired, to make another one in its next turn. */
export interface AbandonedTimer {
  readonly loop: ForStatementNode;
  /** The case by which the loop goes on without waiting for the timer. */
  readonly clause: CommunicationCaseNode | DefaultCaseNode;
}

/**
 * Whether the timer of a call of `time.After` may be left behind in turn after turn: a `select` waits for it, and from
 * another case of that `select` a way leads back to the call. Silent where the number of turns is bounded, where the
 * timer fires within a second, and where the other case is there to end the loop.
 */
export function findAbandonedTimer(
  call: CallExpressionNode,
  semantics: FileSemantics,
): AbandonedTimer | undefined {
  if (isShort(call, semantics)) return undefined;
  const loop = loopsAround(call).find((around) => !isBounded(around, semantics));
  const own = loop && clauseThatWaits(call, semantics);
  const owner = own && enclosingFunction(call);
  const graph = owner && graphOf(owner, semantics);
  const waiting = graph?.graph.blocks.find(({ edges }) =>
    edges.some(({ assumption }) => assumption?.kind === "communication" && assumption.clause === own),
  );
  // An operand of a case is evaluated where the select begins to wait.
  const made = own?.contains(call) ? waiting : graph?.steps.placeOf(call)?.block;
  if (!own || !waiting || !made) return undefined;
  for (const { to, assumption } of waiting.edges) {
    if (assumption?.kind !== "communication" || assumption.clause === own) continue;
    const { clause } = assumption;
    if (isEnding(clause, loop)) continue;
    if (leadsTo(to, made, (step) => !loop.contains(step))) return { loop, clause };
  }
  return undefined;
}

/** A second, in nanoseconds. */
const second = 1_000_000_000n;

/** Whether a timer is known to fire so soon that not many of them can be pending at a time. */
function isShort(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const [duration] = call.arguments.children;
  const length = duration && integer(duration, semantics);
  return length !== undefined && length <= second;
}

/** The case of a `select` that receives from the channel that a call gives, at once or through a variable. */
function clauseThatWaits(
  call: CallExpressionNode,
  semantics: FileSemantics,
): CommunicationCaseNode | undefined {
  const clause = receivingClause(call);
  if (clause) return clause;
  const destination = destinationOf(call, 0, semantics);
  if (destination.kind !== "variable" || destination.statement.kind === "assignment_statement")
    return undefined;
  const { variable } = destination;
  const mentions = semantics.package.identifiersOf(variable).filter((name) => name !== variable.identifier);
  return mentions.length === 1 ? receivingClause(mentions[0] as SyntaxNode) : undefined;
}

function receivingClause(channel: SyntaxNode): CommunicationCaseNode | undefined {
  let receive: SyntaxNode | undefined = channel.parent;
  while (receive?.kind === "parenthesized_expression" || receive?.kind === "unary_expression")
    receive = receive.parent;
  const clause = receive?.kind === "receive_statement" ? receive.parent : undefined;
  return clause?.kind === "communication_case" ? clause : undefined;
}

/** What channels are called that tell a loop to end; a closed one would keep it from ever waiting again. */
const endingSignal = /(?:done|stop|quit|exit|clos|cancel|shutdown)\w*(?:\(\))?$/i;

/** Whether a case is there to end the loop, by the signal it receives or by what it changes. */
function isEnding(clause: CommunicationCaseNode | DefaultCaseNode, loop: ForStatementNode): boolean {
  if (changesCondition(clause, loop)) return true;
  const { communication } = clause as CommunicationCaseNode;
  return clause.kind === "communication_case" && communication.kind === "receive_statement"
    ? endingSignal.test(communication.right.text)
    : false;
}
