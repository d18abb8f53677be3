import type {
  BreakStatementNode,
  ContinueStatementNode,
  ForStatementNode,
  SyntaxNode,
} from "../../syntax/index.js";

/** Whether a break or continue ends `loop`, rather than something inside it. */
export function leaves(jump: BreakStatementNode | ContinueStatementNode, loop: ForStatementNode): boolean {
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
