import { enclosingFunction, isFunction, withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics, FunctionNode, GoObject } from "../../semantics/index.js";
import { KindId } from "../../syntax/index.js";
import type {
  AssignmentStatementNode,
  CallExpressionNode,
  Expression,
  ForStatementNode,
  SyntaxNode,
} from "../../syntax/index.js";
import { requestScope } from "../lifetime/request-scope.js";
import { runFrequency } from "../lifetime/run-frequency.js";
import { loopsAround } from "../loops/loop-bound.js";
import { lastTurnOf } from "../loops/loop-flag.js";
import { hasSingleTurn } from "../loops/single-turn.js";
import { ownNodes } from "../nodes/own-nodes.js";
import { comesBack, isReachedFromEntry } from "../paths/clear-way.js";
import type { Stop } from "../paths/clear-way.js";
import { graphOf } from "../paths/graph-of.js";
import { contextWrapping } from "./context-wrapping.js";

/** A context that is wrapped again and again: the chain of contexts around the first one gets longer and longer. */
export interface GrowingContext {
  readonly call: CallExpressionNode;
  /** The variable or field that holds the chain. */
  readonly target: Expression;
  /** What repeats it: the loop, or the function literal that may be called any number of times. */
  readonly repeated: ForStatementNode | FunctionNode;
  /** Whether the loop is left in its first turn, so that the chain does not grow as long as that stays so. */
  readonly isOnce: boolean;
}

/** The contexts that an assignment wraps once more each time it runs, in place of the one that it wraps. */
export function findGrowingContexts(
  assignment: AssignmentStatementNode,
  semantics: FileSemantics,
): readonly GrowingContext[] {
  if (assignment.operator !== "=") return [];
  return assignment.left.children.flatMap((left): readonly GrowingContext[] => {
    const target = withoutParentheses(left);
    const wrapping = wrappingOf(assignment, target, semantics);
    const root = wrapping && rootOf(target, semantics);
    if (!root) return [];
    const search = new GrowthSearch(wrapping, target, root, semantics);
    const found = search.repeated(assignment);
    if (found) return [{ call: wrapping, target, repeated: found, isOnce: false }];
    const loop = search.singleTurn(assignment);
    return loop ? [{ call: wrapping, target, repeated: loop, isOnce: true }] : [];
  });
}

/** Whether an assignment wraps a context and puts it in its own place. */
export function wrapsContext(assignment: AssignmentStatementNode, semantics: FileSemantics): boolean {
  return assignment.left.children.some(
    (left) => wrappingOf(assignment, withoutParentheses(left), semantics) !== undefined,
  );
}

/** The call by which an assignment to a context wraps that context. */
function wrappingOf(
  { left, right }: AssignmentStatementNode,
  target: Expression,
  semantics: FileSemantics,
): CallExpressionNode | undefined {
  const at = left.children.findIndex((expression) => withoutParentheses(expression) === target);
  const value = right.children.length === 1 ? right.children[0] : right.children[at];
  // Most assignments are told by their text.
  if (value === undefined || withoutParentheses(value).kind !== "call_expression") return undefined;
  if (!value.text.includes(target.text)) return undefined;
  if (semantics.typeText(semantics.typeOf(target)) !== "context.Context") return undefined;
  return contextWrapping(value, target, semantics);
}

/** The variable that an expression begins with: `s` of `s.contexts[0].ctx`. */
function rootOf(target: Expression, semantics: FileSemantics): GoObject | undefined {
  let inner = withoutParentheses(target);
  for (;;) {
    if (inner.kind === "selector_expression" || inner.kind === "index_expression")
      inner = withoutParentheses(inner.operand);
    else if (inner.kind === "unary_expression" && inner.operator === "*")
      inner = withoutParentheses(inner.operand);
    else break;
  }
  const object = inner.kind === "identifier" ? semantics.objectOf(inner) : undefined;
  return object?.kind === "variable" ? object : undefined;
}

class GrowthSearch {
  readonly #wrapping: CallExpressionNode;
  readonly #target: Expression;
  readonly #root: GoObject;
  readonly #semantics: FileSemantics;

  constructor(wrapping: CallExpressionNode, target: Expression, root: GoObject, semantics: FileSemantics) {
    this.#wrapping = wrapping;
    this.#target = target;
    this.#root = root;
    this.#semantics = semantics;
  }

  /** What makes a node run again and again, the chain in hand. */
  repeated(node: SyntaxNode): ForStatementNode | FunctionNode | undefined {
    const owner = enclosingFunction(node);
    const graph = owner && graphOf(owner, this.#semantics);
    if (!graph || this.#isGuarded(node)) return undefined;
    const isStop: Stop = (step) => this.#startsAnew(step);
    for (const loop of loopsAround(node)) {
      const isLastTurn = lastTurnOf(loop, this.#semantics);
      const inLoop: Stop = (step) => !loop.contains(step) || isLastTurn(step) || isStop(step);
      if (comesBack(node, graph, inLoop)) return this.#isCollected(loop) ? undefined : loop;
    }
    const isOuter = owner.kind === "func_literal" && !this.#isDeclaredIn(owner);
    if (!isOuter || !isReachedFromEntry(node, graph, isStop)) return undefined;
    return this.#isCalledOften(owner) ? owner : this.repeated(owner);
  }

  /** The loop that would repeat a node, were it not left in its first turn. */
  singleTurn(node: SyntaxNode): ForStatementNode | undefined {
    const owner = enclosingFunction(node);
    const graph = owner && graphOf(owner, this.#semantics);
    const [loop] = loopsAround(node);
    if (!loop || !graph?.steps.placeOf(node) || this.#isGuarded(node)) return undefined;
    if (!hasSingleTurn(loop) || this.#isDeclaredIn(loop)) return undefined;
    const steps = graph.graph.blocks.flatMap((block) => block.steps);
    return steps.some((step) => loop.contains(step) && this.#startsAnew(step)) ? undefined : loop;
  }

  #isDeclaredIn(node: SyntaxNode): boolean {
    const { declaration } = this.#root;
    return declaration !== undefined && node.contains(declaration);
  }

  /** Whether a step makes the target stand for something other than the chain so far. */
  #startsAnew(step: SyntaxNode): boolean {
    return assignedBy(step).some((left) => {
      const assigned = withoutParentheses(left);
      const isTarget =
        assigned.text === this.#target.text && rootOf(assigned, this.#semantics) === this.#root;
      if (isTarget && step.kind === "assignment_statement")
        return wrappingOf(step, assigned, this.#semantics) === undefined;
      const object = assigned.kind === "identifier" ? this.#semantics.objectOf(assigned) : undefined;
      return object !== undefined && this.#isPartOfTarget(object) && !this.#isAlias(step);
    });
  }

  #isPartOfTarget(object: GoObject): boolean {
    const mentionsOfObject = this.#semantics.bindings.identifiersOf(object);
    return mentionsOfObject.some((mention) => this.#target.contains(mention));
  }

  /** `c := shared` gives the same thing another name, unless what it stands for is copied. */
  #isAlias(step: SyntaxNode): boolean {
    if (step.kind !== "short_var_declaration" || this.#target.kind === "identifier") return false;
    const [value, ...others] = step.right.children;
    if (value?.kind !== "identifier" || others.length > 0) return false;
    const type = this.#semantics.typeOf(value).kind;
    return type === "pointer" || type === "slice" || type === "map";
  }

  /**
   * Whether an `if` lets the wrapping happen once only: its condition looks at the context, or at something that is
   * changed along with it.
   */
  #isGuarded(node: SyntaxNode): boolean {
    for (let around = node.parent; around && !isFunction(around); around = around.parent) {
      if (around.kind !== "if_statement" || !around.consequence.contains(node)) continue;
      const changed = new Set(
        (ownNodes(around.consequence, KindId.assignment_statement) as AssignmentStatementNode[]).flatMap(
          ({ left }) => left.children.map(({ text }) => text),
        ),
      );
      if (mentions(around.condition).some((part) => changed.has(part.text))) return true;
    }
    return false;
  }

  /** Whether each turn of a loop adds something of its own to a context that is wanted after the loop. */
  #isCollected(loop: ForStatementNode): boolean {
    const isLocal = this.#root.level === "local" && this.#target.kind === "identifier";
    const isUsedLater =
      !isLocal ||
      this.#semantics.bindings.identifiersOf(this.#root).some((mention) => mention.start >= loop.end);
    return isUsedLater && this.#dependsOnTurn(loop);
  }

  #dependsOnTurn(loop: ForStatementNode): boolean {
    const { function: called, arguments: list } = this.#wrapping;
    const isValue = this.#semantics.calleeName(this.#wrapping) === "context.WithValue";
    const parts = isValue ? list.children.slice(1, 2) : [called, ...list.children];
    return parts.flatMap(mentions).some((mention) => {
      const declaration = this.#semantics.objectOf(mention)?.declaration;
      return declaration !== undefined && loop.contains(declaration);
    });
  }

  /** Whether a function literal is kept to be called, nobody knows how many times. */
  #isCalledOften(literal: FunctionNode): boolean {
    if (requestScope(literal, this.#semantics)) return true;
    // What a program does once, or each of its commands.
    if (runFrequency(literal.body ?? literal, this.#semantics, { countedLoops: false }) === "bounded")
      return false;
    const statement = literal.parent?.kind === "expression_list" ? literal.parent.parent : undefined;
    if (statement?.kind === "return_statement") return true;
    if (statement?.kind !== "assignment_statement") return false;
    return statement.left.children.every(({ text }) => text === "_");
  }
}

/** What a step assigns to or declares. */
function assignedBy(step: SyntaxNode): readonly Expression[] {
  switch (step.kind) {
    case "short_var_declaration":
    case "assignment_statement":
      return step.left.children;
    case "range_clause":
    case "receive_statement":
      return step.left?.children ?? [];
    case "var_spec":
      return step.names;
    case "inc_statement":
    case "dec_statement":
      return [step.child];
    default:
      return [];
  }
}

/** The names and selections in an expression. */
function mentions(expression: SyntaxNode): readonly SyntaxNode[] {
  const self = expression.kind === "identifier" || expression.kind === "selector_expression";
  return [
    ...(self ? [expression] : []),
    ...ownNodes(expression, KindId.identifier),
    ...ownNodes(expression, KindId.selector_expression),
  ];
}
