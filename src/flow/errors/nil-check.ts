import { isFunction, withoutParentheses } from "../../semantics/index.js";
import type {
  Expression,
  ExpressionCaseNode,
  IdentifierNode,
  IfStatementNode,
  SyntaxNode,
} from "../../syntax/index.js";
import { givenAt } from "../values/given-value.js";
import type { GivenValue } from "../values/given-value.js";

/** A check that has found a variable not to be nil. */
export interface NilCheck {
  /** The variable, where it is compared. */
  readonly name: IdentifierNode;
  /** The `if` or the case that compares it. */
  readonly at: SyntaxNode;
}

/** The checks that a statement stands behind: it is reached only where these variables are not nil. */
export function nilChecksAround(statement: SyntaxNode): readonly NilCheck[] {
  const checks: NilCheck[] = [];
  for (let inner = statement; inner.parent && !isFunction(inner.parent); inner = inner.parent) {
    const around = inner.parent;
    if (around.kind === "if_statement")
      checks.push(...checked(around, inner).map((name) => ({ name, at: around })));
    if (around.kind === "expression_case")
      checks.push(...checkedByCase(around).map((name) => ({ name, at: around })));
  }
  return checks;
}

/** The variables that are not nil in one of the branches of an `if`. */
function checked(
  { condition, consequence, alternative }: IfStatementNode,
  branch: SyntaxNode,
): readonly IdentifierNode[] {
  if (branch === consequence) return compared(condition, "!=");
  return branch === alternative ? compared(condition, "==") : [];
}

/** The variables that are not nil in a case: `switch { case err != nil: … }`. The case above may fall through into it. */
function checkedByCase(around: ExpressionCaseNode): readonly IdentifierNode[] {
  const { parent, value } = around;
  const [condition, ...others] = value.children;
  if (parent?.kind !== "expression_switch_statement" || parent.value || !condition || others.length > 0)
    return [];
  const above = parent.children[parent.children.indexOf(around) - 1];
  const isFallenInto = above?.child?.children.at(-1)?.kind === "fallthrough_statement";
  return isFallenInto ? [] : compared(condition, "!=");
}

/** The names that a condition compares with nil in a certain way. For `!=` it may ask more, all of which holds. */
function compared(condition: Expression, operator: "!=" | "=="): readonly IdentifierNode[] {
  const inner = withoutParentheses(condition);
  if (inner.kind !== "binary_expression") return [];
  if (inner.operator === "&&" && operator === "!=")
    return [...compared(inner.left, operator), ...compared(inner.right, operator)];
  const isCheck =
    inner.operator === operator && inner.right.kind === "nil" && inner.left.kind === "identifier";
  return isCheck ? [inner.left as IdentifierNode] : [];
}

/**
 * What the variable that a check looks at has got right before, in the `if` itself or the statement above. Undefined where it
 * is older.
 */
export function checkedValue({ name, at }: NilCheck): GivenValue | undefined {
  if (at.kind !== "if_statement") return undefined;
  const before = at.initializer ?? statementBefore(at);
  const target = before && targetNamed(before, name.text);
  return target && givenAt(target);
}

/** Found once for each statement: long functions are asked for the same ones by every path that comes by. */
const statementsBefore = new WeakMap<SyntaxNode, SyntaxNode | undefined>();

/** The statement above another one in the same list. */
function statementBefore(statement: SyntaxNode): SyntaxNode | undefined {
  if (!statementsBefore.has(statement)) statementsBefore.set(statement, findBefore(statement));
  return statementsBefore.get(statement);
}

function findBefore(statement: SyntaxNode): SyntaxNode | undefined {
  const list = statement.parent;
  if (list?.kind !== "statement_list") return undefined;
  const statements: readonly SyntaxNode[] = list.children;
  return statements[statements.indexOf(statement) - 1];
}

/** The identifier of a variable in the statement that assigns it. */
function targetNamed(statement: SyntaxNode, name: string): SyntaxNode | undefined {
  if (statement.kind !== "short_var_declaration" && statement.kind !== "assignment_statement")
    return undefined;
  if (statement.kind === "assignment_statement" && statement.operator !== "=") return undefined;
  return statement.left.children.find((target) => target.kind === "identifier" && target.text === name);
}
