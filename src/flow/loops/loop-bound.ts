import { isFunction } from "../../semantics/index.js";
import type { FileSemantics } from "../../semantics/index.js";
import { KindId } from "../../syntax/index.js";
import type {
  AssignmentStatementNode,
  DecStatementNode,
  Expression,
  ForStatementNode,
  IncStatementNode,
  ReceiveStatementNode,
  SyntaxNode,
} from "../../syntax/index.js";
import { ownNodes } from "../nodes/own-nodes.js";

/** The loops of the same function around a node, the innermost first. */
export function loopsAround(node: SyntaxNode): readonly ForStatementNode[] {
  const loops: ForStatementNode[] = [];
  for (let around = node.parent; around && !isFunction(around); around = around.parent) {
    if (around.kind === "for_statement") loops.push(around);
  }
  return loops;
}

/** Whether a loop counts its turns, or ranges over something that does not grow meanwhile. */
export function isBounded(loop: ForStatementNode, semantics: FileSemantics): boolean {
  const { child: control } = loop;
  if (control?.kind === "range_clause") {
    const { members } = semantics.package.program.types;
    return members.underlying(semantics.typeOf(control.right)).kind !== "channel";
  }
  const condition = conditionOf(loop);
  return (
    condition?.kind === "binary_expression" && namesIn(condition).some((name) => counted(loop).has(name))
  );
}

/** Whether code in a loop gives another value to something that the loop's condition asks for. */
export function changesCondition(code: SyntaxNode, loop: ForStatementNode): boolean {
  const condition = conditionOf(loop);
  if (!condition) return false;
  const assignments = ownNodes(code, KindId.assignment_statement) as AssignmentStatementNode[];
  const receives = ownNodes(code, KindId.receive_statement) as ReceiveStatementNode[];
  const targets = [...assignments, ...receives].flatMap(({ left }) => left?.children ?? []);
  const asked = namesIn(condition);
  return targets.some(({ text }) => asked.includes(text));
}

/** What a loop asks before each turn, if it asks anything. */
export function conditionOf({ child: control }: ForStatementNode): Expression | undefined {
  if (control?.kind === "for_clause") return control.condition;
  return control?.kind === "range_clause" ? undefined : control;
}

/** What a loop counts up or down. */
function counted(loop: ForStatementNode): ReadonlySet<string> {
  const steps = [
    ...(ownNodes(loop, KindId.inc_statement) as IncStatementNode[]),
    ...(ownNodes(loop, KindId.dec_statement) as DecStatementNode[]),
  ];
  const additions = (ownNodes(loop, KindId.assignment_statement) as AssignmentStatementNode[]).filter(
    ({ operator }) => operator === "+=" || operator === "-=",
  );
  return new Set([
    ...steps.map(({ child }) => child.text),
    ...additions.flatMap(({ left }) => left.children.map(({ text }) => text)),
  ]);
}

/** The names and selections in an expression, as they are written. */
function namesIn(expression: Expression): readonly string[] {
  const names = [
    ...ownNodes(expression, KindId.identifier),
    ...ownNodes(expression, KindId.selector_expression),
  ].map(({ text }) => text);
  return expression.kind === "identifier" ? [expression.text, ...names] : names;
}
