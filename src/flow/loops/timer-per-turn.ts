import { enclosingFunction } from "../../semantics/index.js";
import type { FileSemantics } from "../../semantics/index.js";
import type {
  CallExpressionNode,
  CommunicationCaseNode,
  DefaultCaseNode,
  Expression,
  ForStatementNode,
  SyntaxNode,
} from "../../syntax/index.js";
import { isOnlyClosed, isSentOn } from "../channels/channel-uses.js";
import { isTickerChannel } from "../channels/ticker-channel.js";
import { outermostParentheses } from "../nodes/parentheses.js";
import { comesBack, leadsTo } from "../paths/clear-way.js";
import { graphOf } from "../paths/graph-of.js";
import type { IndexedGraph } from "../paths/graph-of.js";
import { destinationOf } from "../values/assigned-variable.js";
import { constantInteger } from "../values/constant-integer.js";
import { changesCondition, isBounded, loopsAround } from "./loop-bound.js";

/** A timer of `time.After` that each turn of a loop makes anew. */
export type TimerPerTurn =
  /** Nothing else is waited for, so it has fired when the next turn begins. */
  | { readonly kind: "fired"; readonly loop: ForStatementNode }
  | {
      readonly kind: "abandoned";
      readonly loop: ForStatementNode;
      /** The case by which the loop goes on without waiting for the timer. */
      readonly clause: CommunicationCaseNode | DefaultCaseNode;
      /** Whether any number of timers may come to wait at a time, as far as can be told. */
      readonly pilesUp: boolean;
    };

type Clause = CommunicationCaseNode | DefaultCaseNode;

/** What a loop does with the timer of a call of `time.After`; undefined where the next turn makes no other, or the loop is at its end. */
export function findTimerPerTurn(
  call: CallExpressionNode,
  semantics: FileSemantics,
): TimerPerTurn | undefined {
  const owner = enclosingFunction(call);
  const graph = owner && graphOf(owner, semantics);
  const loops = loopsAround(call);
  if (!graph || loops.length === 0) return undefined;
  const own = clauseThatWaits(call, semantics);
  if (own && hasOthers(own)) return abandoned(call, own, loops, graph, semantics);
  const loop = loops.find((around) => comesBack(call, graph, (step) => !around.contains(step)));
  return loop && (own || isReceivedAlone(call)) ? { kind: "fired", loop } : undefined;
}

function hasOthers({ parent: select }: CommunicationCaseNode): boolean {
  return select?.kind === "select_statement" && select.children.length > 1;
}

function isReceivedAlone(call: CallExpressionNode): boolean {
  const receive = outermostParentheses(call).parent;
  return receive?.kind === "unary_expression" && receive.operator === "<-";
}

/** Whether a way leads from another case of the `select` back to the call. */
function abandoned(
  call: CallExpressionNode,
  own: CommunicationCaseNode,
  loops: readonly ForStatementNode[],
  { graph, steps }: IndexedGraph,
  semantics: FileSemantics,
): TimerPerTurn | undefined {
  const waiting = graph.blocks.find(({ edges }) =>
    edges.some(({ assumption }) => assumption?.kind === "communication" && assumption.clause === own),
  );
  const made = steps.placeOf(call)?.block;
  if (!waiting || !made) return undefined;
  const unbounded = loops.find((around) => !isBounded(around, semantics));
  const loop = unbounded ?? (loops[0] as ForStatementNode);
  const others = waiting.edges.flatMap(({ to, assumption }): readonly Clause[] => {
    if (assumption?.kind !== "communication" || assumption.clause === own) return [];
    const { clause } = assumption;
    const goesOn = leadsTo(to, made, (step) => !loop.contains(step));
    return goesOn && !isEndOf(loop, clause, semantics) ? [clause] : [];
  });
  const often = others.find((clause) => mayComeOften(loop, clause, semantics));
  const clause = often ?? others[0];
  if (!clause) return undefined;
  const pilesUp = often !== undefined && unbounded !== undefined && !isShort(call, semantics);
  return { kind: "abandoned", loop, clause, pilesUp };
}

/** A second, in nanoseconds. */
const second = 1_000_000_000n;

/** Whether a timer is known to fire so soon that not many of them can be pending at a time. */
function isShort(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const [duration] = call.arguments.children;
  const length = duration && constantInteger(duration, semantics);
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

/**
 * Whether the loop is over with a case although a way leads on: the case changes what the loop's condition asks for, or its
 * channel is closed, so that every later turn would find it so and not wait any more.
 */
function isEndOf(loop: ForStatementNode, clause: Clause, semantics: FileSemantics): boolean {
  if (changesCondition(clause, loop)) return true;
  const channel = channelOf(clause);
  return channel !== undefined && !isMadeIn(loop, channel, semantics) && isOnlyClosed(channel, semantics);
}

/** Whether each turn has a channel of its own. */
function isMadeIn(loop: ForStatementNode, channel: Expression, semantics: FileSemantics): boolean {
  const variable = channel.kind === "identifier" ? semantics.objectOf(channel)?.identifier : undefined;
  return variable !== undefined && loop.contains(variable);
}

/**
 * Whether a case may be chosen turn after turn: it does not wait, it sends, it takes what it receives, or what it waits for
 * comes from a ticker, on a channel of the very turn, or from code of the package that sends it. What a bare receive from
 * elsewhere waits for may come once.
 */
function mayComeOften(loop: ForStatementNode, clause: Clause, semantics: FileSemantics): boolean {
  const channel = channelOf(clause);
  if (!channel || isMadeIn(loop, channel, semantics)) return true;
  const { communication } = clause as CommunicationCaseNode;
  const taken = communication.kind === "receive_statement" ? communication.left?.children[0] : undefined;
  // A yes or no is no stream of values: most often the loop ends with one of them.
  if (taken && taken.text !== "_") return semantics.typeText(semantics.typeOf(taken)) !== "bool";
  return isTickerChannel(channel, semantics) || isSentOn(channel, semantics);
}

/** What a case receives from. */
function channelOf(clause: Clause) {
  const { communication } = clause as Partial<CommunicationCaseNode>;
  if (communication?.kind !== "receive_statement") return undefined;
  const { right } = communication;
  return right.kind === "unary_expression" ? right.operand : right;
}
