import type { FileSemantics, FunctionNode } from "../../semantics/index.js";
import { KindId } from "../../syntax/index.js";
import type {
  BreakStatementNode,
  CallExpressionNode,
  ContinueStatementNode,
  DeferStatementNode,
  ForStatementNode,
  SyntaxNode,
} from "../../syntax/index.js";
import { isTickerChannel } from "../channels/ticker-channel.js";
import { idsOutsideLiterals, ownNodes } from "../nodes/own-nodes.js";
import { departureOf } from "../paths/graph-of.js";
import { leaves } from "./jump.js";

/** A loop that nothing can leave. */
export interface EndlessLoop {
  readonly loop: ForStatementNode;
  /** What keeps it going: no condition at all, or a ticker's channel, which nobody ever closes. */
  readonly reason: "no-condition" | "ticker-channel";
}

/**
 * The first loop in a function from which no statement leads out: no condition, no return, no break that leaves
 * it, no goto, no panic, and no call that may end the goroutine. Loops in nested function literals belong to
 * those.
 */
export function findEndlessLoop(body: FunctionNode, semantics: FileSemantics): EndlessLoop | undefined {
  return loopsWithoutJumpOut(body, semantics).find(
    ({ loop }) => !mayEndGoroutine(loop, semantics, new Set()) && !endsByClosing(loop, body, semantics),
  );
}

/** How a loop that has no condition is left after all. */
export interface WayOut {
  readonly loop: ForStatementNode;
  readonly exit: SyntaxNode;
}

/** The ways out of the loops in a function that have no condition, as far as a single statement shows them. */
export function waysOut(body: FunctionNode, semantics: FileSemantics): readonly WayOut[] {
  return (ownNodes(body, KindId.for_statement) as ForStatementNode[]).flatMap((loop) => {
    if (!endlessReason(loop, semantics)) return [];
    const exit = jumpOutOf(loop) ?? endingCallIn(loop, semantics, new Set());
    return exit ? [{ loop, exit }] : [];
  });
}

/** Whether closing a channel ends a loop: a send panics then, and the function that recovers returns. */
function endsByClosing(loop: ForStatementNode, body: FunctionNode, semantics: FileSemantics): boolean {
  if (ownNodes(loop, KindId.send_statement).length === 0) return false;
  return (ownNodes(body, KindId.defer_statement) as DeferStatementNode[]).some((statement) => {
    const call = statement.child;
    const deferred = call.kind === "call_expression" ? semantics.callee(call) : undefined;
    return deferred?.kind === "literal" && recovers(deferred.literal, semantics);
  });
}

function recovers(body: FunctionNode, semantics: FileSemantics): boolean {
  return (ownNodes(body, KindId.call_expression) as CallExpressionNode[]).some((call) => {
    const callee = semantics.callee(call);
    return callee?.kind === "builtin" && callee.name === "recover";
  });
}

/** Whether a function has a loop after which nothing of it can run; a call in the loop may end the process. */
export function hasLastLoop(body: FunctionNode, semantics: FileSemantics): boolean {
  return loopsWithoutJumpOut(body, semantics).length > 0;
}

function loopsWithoutJumpOut(body: FunctionNode, semantics: FileSemantics): readonly EndlessLoop[] {
  return (ownNodes(body, KindId.for_statement) as ForStatementNode[]).flatMap((loop) => {
    const reason = endlessReason(loop, semantics);
    return reason && !jumpOutOf(loop) ? [{ loop, reason }] : [];
  });
}

function endlessReason(loop: ForStatementNode, semantics: FileSemantics): EndlessLoop["reason"] | undefined {
  const control = loop.child;
  if (control?.kind === "range_clause")
    return isTickerChannel(control.right, semantics) ? "ticker-channel" : undefined;
  const condition = control?.kind === "for_clause" ? control.condition : control;
  return condition === undefined || condition.kind === "true" ? "no-condition" : undefined;
}

/** The first statement that leads out of a loop. */
function jumpOutOf(loop: ForStatementNode): SyntaxNode | undefined {
  const { kinds } = loop.tree.arena;
  const jump = idsOutsideLiterals(loop).find((id) => {
    switch (kinds[id]) {
      case KindId.return_statement:
      case KindId.goto_statement:
        return true;
      case KindId.break_statement:
      case KindId.continue_statement:
        return leaves(loop.tree.node(id) as BreakStatementNode | ContinueStatementNode, loop);
      default:
        return false;
    }
  });
  return jump === undefined ? undefined : loop.tree.node(jump);
}

/** Whether a call somewhere in a piece of code may end its goroutine. */
function mayEndGoroutine(code: SyntaxNode, semantics: FileSemantics, seen: Set<SyntaxNode>): boolean {
  return endingCallIn(code, semantics, seen) !== undefined;
}

/** The first call in a piece of code that may end its goroutine. */
function endingCallIn(
  code: SyntaxNode,
  semantics: FileSemantics,
  seen: Set<SyntaxNode>,
): CallExpressionNode | undefined {
  if (seen.has(code)) return undefined;
  seen.add(code);
  const file = semantics.package.file(code.tree);
  const calls = ownNodes(code, KindId.call_expression) as CallExpressionNode[];
  return calls.find((call) => endsGoroutine(call, file, seen));
}

/** Whether a call may end its goroutine: it never comes back, or calls a function of the package that has such a call. */
function endsGoroutine(call: CallExpressionNode, semantics: FileSemantics, seen: Set<SyntaxNode>): boolean {
  const callee = semantics.callee(call);
  switch (callee?.kind) {
    case "declared":
      return callee.declarations.some((declaration) => mayEndGoroutine(declaration, semantics, seen));
    case "literal":
      return mayEndGoroutine(callee.literal, semantics, seen);
    default:
      return departureOf(call, semantics) !== undefined;
  }
}
