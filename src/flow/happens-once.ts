import { enclosingFunction, isFunction, withoutParentheses } from "../semantics/index.js";
import type { FileSemantics } from "../semantics/index.js";
import { KindId } from "../syntax/index.js";
import type {
  AssignmentStatementNode,
  DecStatementNode,
  Expression,
  ExpressionCaseNode,
  FuncLiteralNode,
  IncStatementNode,
  SyntaxNode,
} from "../syntax/index.js";
import { ownNodes } from "./own-nodes.js";
import type { Turn } from "./turn.js";
import { rootOf } from "./turn-values.js";

/**
 * Whether only one of the turns reaches a statement, to all appearances: what has to be so for that is changed along with
 * it (`if f == nil { f = … }`), or is so for one number only (`if i == 0`).
 */
export function happensOnce(statement: SyntaxNode, turn: Turn, semantics: FileSemantics): boolean {
  const guard = new OnceGuard(turn, semantics);
  if (guard.endsLoop()) return true;
  for (let around = statement.parent; around && turn.contains(around); around = around.parent) {
    if (isFunction(around)) return false;
    if (around.kind === "if_statement" && around.consequence.contains(statement)) {
      if (guard.closes(around.condition, around.consequence)) return true;
    }
    if (around.kind === "expression_case" && guard.isOneTurn(around)) return true;
  }
  return false;
}

class OnceGuard {
  readonly #turn: Turn;
  readonly #semantics: FileSemantics;

  constructor(turn: Turn, semantics: FileSemantics) {
    this.#turn = turn;
    this.#semantics = semantics;
  }

  /** Whether the loop goes on only for as long as something is missing that its turns set: `for p.name == ""`. */
  endsLoop(): boolean {
    const condition = this.#turn.loop?.child;
    if (!condition || condition.kind === "for_clause" || condition.kind === "range_clause") return false;
    const missing = missingIn(condition);
    return missing !== undefined && assignedIn(this.#turn.head).some(({ text }) => text === missing.text);
  }

  /** Whether an `if` is not taken again once its body has run. */
  closes(condition: Expression, body: SyntaxNode): boolean {
    const changed = assignedIn(body).filter((target) => this.#isFromBefore(target));
    if (changed.some((target) => mentions(condition, target.text))) return true;
    const inner = withoutParentheses(condition);
    if (inner.kind === "binary_expression" && inner.operator === "==" && inner.right.kind === "int_literal")
      return inner.left.kind === "identifier";
    const missing = missingIn(condition);
    return missing !== undefined && this.#isSetByLiteral(missing);
  }

  /** Whether a case is for one number: `switch i { case 0:`. */
  isOneTurn({ value, parent }: ExpressionCaseNode): boolean {
    const isNumber = value.children.length === 1 && value.children[0]?.kind === "int_literal";
    return isNumber && parent?.kind === "expression_switch_statement" && parent.value?.kind === "identifier";
  }

  #isFromBefore(target: Expression): boolean {
    const root = rootOf(target);
    const variable = root.kind === "identifier" ? this.#semantics.objectOf(root) : undefined;
    return variable?.identifier !== undefined && !this.#turn.contains(variable.identifier);
  }

  /** Whether a function literal from before the loop sets a variable: what the body calls may well be that. */
  #isSetByLiteral(target: Expression): boolean {
    const owner = enclosingFunction(this.#turn.head);
    if (!owner || !this.#isFromBefore(target)) return false;
    const literals = ownLiterals(owner).filter((literal) => literal.end <= this.#turn.head.start);
    return literals.some((literal) => assignedIn(literal).some(({ text }) => text === target.text));
  }
}

/** What a condition says is not there: `x` of `x == nil`, `x == ""`, `!x`. */
function missingIn(condition: Expression): Expression | undefined {
  const inner = withoutParentheses(condition);
  if (inner.kind === "unary_expression" && inner.operator === "!") return inner.operand;
  if (inner.kind !== "binary_expression" || inner.operator !== "==") return undefined;
  return /^(?:nil|""|0)$/.test(inner.right.text) ? inner.left : undefined;
}

/** What code gives another value. */
function assignedIn(code: SyntaxNode): readonly Expression[] {
  const assignments = ownNodes(code, KindId.assignment_statement) as AssignmentStatementNode[];
  const steps = [...ownNodes(code, KindId.inc_statement), ...ownNodes(code, KindId.dec_statement)] as (
    IncStatementNode | DecStatementNode
  )[];
  return [...assignments.flatMap(({ left }) => left.children), ...steps.map(({ child }) => child)];
}

function mentions(condition: Expression, text: string): boolean {
  const at = condition.text.indexOf(text);
  return (
    at !== -1 &&
    !/\w/.test(condition.text[at + text.length] ?? "") &&
    !/[\w.]/.test(condition.text[at - 1] ?? "")
  );
}

function ownLiterals(owner: SyntaxNode): readonly FuncLiteralNode[] {
  const { kinds, subtreeEnds } = owner.tree.arena;
  const literals: FuncLiteralNode[] = [];
  for (let id = owner.id + 1; id < (subtreeEnds[owner.id] as number); id++) {
    if (kinds[id] === KindId.func_literal) literals.push(owner.tree.node(id) as FuncLiteralNode);
  }
  return literals;
}
