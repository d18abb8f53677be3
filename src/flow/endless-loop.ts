import { neverReturning } from "../knowledge/index.js";
import type { FileSemantics, FunctionNode } from "../semantics/index.js";
import { KindId } from "../syntax/index.js";
import type {
  BreakStatementNode,
  CallExpressionNode,
  ContinueStatementNode,
  ForStatementNode,
  SyntaxNode,
} from "../syntax/index.js";
import { idsOutsideLiterals, ownNodes } from "./own-nodes.js";

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
  for (const loop of ownNodes(body, KindId.for_statement) as ForStatementNode[]) {
    const reason = endlessReason(loop, semantics);
    if (reason && !hasExit(loop, semantics)) return { loop, reason };
  }
  return undefined;
}

function endlessReason(loop: ForStatementNode, semantics: FileSemantics): EndlessLoop["reason"] | undefined {
  const control = loop.child;
  if (control?.kind === "range_clause")
    return isTickerChannel(control.right, semantics) ? "ticker-channel" : undefined;
  const condition = control?.kind === "for_clause" ? control.condition : control;
  return condition === undefined || condition.kind === "true" ? "no-condition" : undefined;
}

/** `time.Tick(d)`, `time.NewTicker(d).C`, or `ticker.C` of a local variable that holds a new ticker. */
function isTickerChannel(expression: SyntaxNode, semantics: FileSemantics): boolean {
  if (expression.kind === "call_expression") return isCallOf(expression, "time.Tick", semantics);
  if (expression.kind !== "selector_expression" || expression.field.text !== "C") return false;
  if (expression.operand.kind === "call_expression")
    return isCallOf(expression.operand, "time.NewTicker", semantics);
  if (expression.operand.kind !== "identifier") return false;
  const declaration = semantics.objectOf(expression.operand)?.declaration;
  if (declaration?.kind !== "short_var_declaration" || declaration.tree !== expression.tree) return false;
  const value = declaration.right.children[0];
  return value?.kind === "call_expression" && isCallOf(value, "time.NewTicker", semantics);
}

function isCallOf(call: CallExpressionNode, name: string, semantics: FileSemantics): boolean {
  const callee = semantics.callee(call);
  return callee?.kind === "imported" && callee.name === name;
}

function hasExit(loop: ForStatementNode, semantics: FileSemantics): boolean {
  const { kinds } = loop.tree.arena;
  return idsOutsideLiterals(loop).some((id) => {
    switch (kinds[id]) {
      case KindId.return_statement:
      case KindId.goto_statement:
        return true;
      case KindId.break_statement:
      case KindId.continue_statement:
        return leaves(loop.tree.node(id) as BreakStatementNode | ContinueStatementNode, loop);
      case KindId.call_expression:
        return mayEndGoroutine(loop.tree.node(id) as CallExpressionNode, semantics, new Set());
      default:
        return false;
    }
  });
}

/** Whether a break or continue ends `loop`, rather than something inside it. */
function leaves(jump: BreakStatementNode | ContinueStatementNode, loop: ForStatementNode): boolean {
  const label = jump.child?.text;
  if (label === undefined) return jump.kind === "break_statement" && breakTarget(jump) === loop;
  const target = labelled(jump, label);
  if (!target?.contains(loop)) return false;
  return jump.kind === "break_statement" || loop.parent !== target;
}

/** The statement around a jump that carries a label. */
function labelled(jump: SyntaxNode, label: string): SyntaxNode | undefined {
  let around = jump.parent;
  while (around && !(around.kind === "labeled_statement" && around.label.text === label))
    around = around.parent;
  return around;
}

const breakable = new Set([
  "for_statement",
  "expression_switch_statement",
  "type_switch_statement",
  "select_statement",
]);

function breakTarget(jump: SyntaxNode): SyntaxNode | undefined {
  let around = jump.parent;
  while (around && !breakable.has(around.kind)) around = around.parent;
  return around;
}

/** Methods that end the goroutine wherever they are known: of `testing.TB` and of loggers. */
const endingMethods =
  /^(?:Fatal|Fatalf|Fatalln|FailNow|Skip|Skipf|SkipNow|Panic|Panicf|Panicln|Exit|Goexit)$/;

/**
 * Whether a call may end its goroutine: a panic or exit, or a function of the package in which one is found. A
 * method that names alone cannot resolve counts when it is called like those that do.
 */
function mayEndGoroutine(call: CallExpressionNode, semantics: FileSemantics, seen: Set<SyntaxNode>): boolean {
  const callee = semantics.callee(call);
  switch (callee?.kind) {
    case "builtin":
      return callee.name === "panic";
    case "imported":
      return (
        neverReturning.has(callee.name) ||
        endingMethods.test(callee.name.slice(callee.name.lastIndexOf(".") + 1))
      );
    case "declared":
      return callee.declarations.some((declaration) => endsSomewhere(declaration, semantics, seen));
    case "literal":
      return endsSomewhere(callee.literal, semantics, seen);
    case "value":
      return false;
    default:
      return call.function.kind === "selector_expression" && endingMethods.test(call.function.field.text);
  }
}

function endsSomewhere(body: FunctionNode, semantics: FileSemantics, seen: Set<SyntaxNode>): boolean {
  if (seen.has(body)) return false;
  seen.add(body);
  const file = semantics.package.file(body.tree);
  return (ownNodes(body, KindId.call_expression) as CallExpressionNode[]).some((call) =>
    mayEndGoroutine(call, file, seen),
  );
}
