import { withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics } from "../../semantics/index.js";
import { KindId } from "../../syntax/index.js";
import type {
  AssignmentStatementNode,
  CallExpressionNode,
  DeferStatementNode,
  Expression,
  ForStatementNode,
  SyntaxNode,
} from "../../syntax/index.js";
import { ownNodes } from "../nodes/own-nodes.js";
import { comesBack } from "../paths/clear-way.js";
import type { IndexedGraph } from "../paths/graph-of.js";

/** Methods that give a lock back, with those that take it and wait for whoever has it. */
const locks: Readonly<Record<string, string>> = {
  "sync.(*Mutex).Unlock": "sync.(*Mutex).Lock",
  "sync.(*RWMutex).Unlock": "sync.(*RWMutex).Lock",
};

/**
 * The call by which each turn of a loop takes a lock that only a deferred call gives back, so that the next turn waits for
 * ever. Both have to stand directly in the loop's body, and the lock has to be the same in all turns: a variable from
 * before the loop, or a field of one, to which the loop assigns nothing.
 */
export function lockHeldByTurn(
  statement: DeferStatementNode,
  loop: ForStatementNode,
  graph: IndexedGraph,
  semantics: FileSemantics,
): CallExpressionNode | undefined {
  const call = statement.child;
  const lock = call.kind === "call_expression" ? lockOf(call) : undefined;
  const taking = call.kind === "call_expression" ? locks[semantics.calleeName(call) ?? ""] : undefined;
  if (!lock || taking === undefined || !isSameInAllTurns(lock, loop, semantics)) return undefined;
  const statements = loop.body.child?.children ?? [];
  if (!statements.includes(statement)) return undefined;
  const isOf = (other: CallExpressionNode, name: string) =>
    lockOf(other)?.text === lock.text && semantics.calleeName(other) === name;
  const taken = statements
    .filter(({ kind, end }) => kind === "expression_statement" && end <= statement.start)
    .flatMap((taker) => ownNodes(taker, KindId.call_expression) as CallExpressionNode[])
    .find((candidate) => isOf(candidate, taking));
  const givesBack = (step: SyntaxNode) =>
    !loop.contains(step) ||
    (step.kind !== "defer_statement" &&
      (ownNodes(step, KindId.call_expression) as CallExpressionNode[]).some(
        (other) => lockOf(other)?.text === lock.text && semantics.calleeName(other) !== taking,
      ));
  return taken && comesBack(statement, graph, givesBack) ? taken : undefined;
}

/** `s.mu` of `s.mu.Lock()` */
function lockOf({ function: called }: CallExpressionNode): Expression | undefined {
  return called.kind === "selector_expression" ? withoutParentheses(called.operand) : undefined;
}

function isSameInAllTurns(lock: Expression, loop: ForStatementNode, semantics: FileSemantics): boolean {
  const root = rootOf(lock);
  const variable = root && semantics.objectOf(root);
  if (variable?.kind !== "variable" || !variable.identifier || loop.contains(variable.identifier))
    return false;
  const assignments = ownNodes(loop, KindId.assignment_statement) as AssignmentStatementNode[];
  const targets = assignments.flatMap(({ left }) => left.children);
  return !targets.some((target) => lock.text === target.text || lock.text.startsWith(`${target.text}.`));
}

/** The variable of which a lock is a field, or which is the lock: `s` of `s.state.mu`. */
function rootOf(lock: Expression): Expression | undefined {
  let inner = lock;
  while (inner.kind === "selector_expression") inner = withoutParentheses(inner.operand);
  return inner.kind === "identifier" ? inner : undefined;
}
