import { enclosingFunction, withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics, GoObject } from "../../semantics/index.js";
import { KindId } from "../../syntax/index.js";
import type {
  CallExpressionNode,
  DefaultCaseNode,
  Expression,
  ExpressionSwitchStatementNode,
  IfStatementNode,
  IndexExpressionNode,
  SyntaxNode,
} from "../../syntax/index.js";
import { ownNodes } from "../nodes/own-nodes.js";

/**
 * Whether only those values of a key reach a write that the program knows: a map is asked first, this or another,
 * `if _, ok := allowed[key]; !ok { return }`, or a switch over the key turns away all others.
 */
export function isKnownKey(key: Expression, write: SyntaxNode, semantics: FileSemantics): boolean {
  const name = withoutParentheses(key);
  const variable = name.kind === "identifier" ? semantics.objectOf(name) : undefined;
  const owner = enclosingFunction(write);
  if (!variable || !owner) return false;
  const checks = ownNodes(owner, KindId.if_statement) as IfStatementNode[];
  const switches = ownNodes(owner, KindId.expression_switch_statement) as ExpressionSwitchStatementNode[];
  return (
    checks.some((check) => asks(check, variable, semantics) && isPassedBy(check, write)) ||
    switches.some((choice) => isChoice(choice, variable, semantics) && turnsOthersAway(choice, write))
  );
}

/** Whether a write is only reached if an `if` has found something. */
function isPassedBy({ condition, consequence, start }: IfStatementNode, write: SyntaxNode): boolean {
  if (consequence.contains(write)) return operands(condition, "&&").some(isFound);
  return start < write.start && operands(condition, "||").some(isMissing) && leaves(consequence);
}

/** `ok`, `x != nil`: true when something is there. */
export function isFound(condition: Expression): boolean {
  return (
    condition.kind === "identifier" || (condition.kind === "binary_expression" && condition.operator === "!=")
  );
}

/** `!ok`, `x == nil`: true when nothing is there. */
function isMissing(condition: Expression): boolean {
  return (
    (condition.kind === "unary_expression" && condition.operator === "!") ||
    (condition.kind === "binary_expression" && condition.operator === "==")
  );
}

/** The conditions that an operator joins, of which there may be one. */
function operands(condition: Expression, operator: "&&" | "||"): readonly Expression[] {
  const found: Expression[] = [];
  let rest = withoutParentheses(condition);
  while (rest.kind === "binary_expression" && rest.operator === operator) {
    found.push(withoutParentheses(rest.right));
    rest = withoutParentheses(rest.left);
  }
  return [rest, ...found];
}

/** Whether an `if` asks a map for a key: in its condition, its initializer or the statement before. */
function asks(check: IfStatementNode, key: GoObject, semantics: FileSemantics): boolean {
  const parts = [check.condition, check.initializer, precedingStatement(check)];
  return parts.some((part) => part !== undefined && looksUp(part, key, semantics));
}

/** `_, ok := m[k]` on the line before. */
export function precedingStatement(check: IfStatementNode): SyntaxNode | undefined {
  const siblings = check.parent?.allChildren ?? [];
  const before = siblings[siblings.indexOf(check) - 1];
  return before?.kind === "short_var_declaration" ? before : undefined;
}

function looksUp(code: SyntaxNode, key: GoObject, semantics: FileSemantics): boolean {
  const { members } = semantics.package.program.types;
  const isKey = (node: SyntaxNode | undefined) => node !== undefined && semantics.objectOf(node) === key;
  const indexed = [code, ...ownNodes(code, KindId.index_expression)].some(
    (node) =>
      node.kind === "index_expression" &&
      isKey(node.index) &&
      members.underlying(semantics.typeOf((node as IndexExpressionNode).operand)).kind === "map",
  );
  return (
    indexed ||
    (ownNodes(code, KindId.call_expression) as CallExpressionNode[]).some(
      (call) => semantics.calleeName(call) === "sync.(*Map).Load" && isKey(call.arguments.children[0]),
    )
  );
}

function isChoice(
  { value }: ExpressionSwitchStatementNode,
  key: GoObject,
  semantics: FileSemantics,
): boolean {
  return value?.kind === "identifier" && semantics.objectOf(value) === key;
}

/** Whether a switch before a write leaves by its default case, or the write is in another of its cases. */
function turnsOthersAway(choice: ExpressionSwitchStatementNode, write: SyntaxNode): boolean {
  const other = choice.children.find((clause): clause is DefaultCaseNode => clause.kind === "default_case");
  if (choice.contains(write)) return other?.contains(write) !== true;
  return choice.start < write.start && other !== undefined && leaves(other);
}

/** Whether code ends in a statement after which what follows it does not run. */
function leaves(code: SyntaxNode): boolean {
  const list = code.allChildren.find(({ kind }) => kind === "statement_list");
  const last = list?.allChildren.at(-1);
  return last !== undefined && leaving.has(last.kind);
}

const leaving = new Set(["break_statement", "continue_statement", "goto_statement", "return_statement"]);
