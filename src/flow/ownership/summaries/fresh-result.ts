import { enclosingFunction, withoutParentheses } from "../../../semantics/index.js";
import type { FunctionNode, GoObject } from "../../../semantics/index.js";
import { KindId } from "../../../syntax/index.js";
import type {
  CallExpressionNode,
  Expression,
  ReturnStatementNode,
  SyntaxNode,
} from "../../../syntax/index.js";
import { lastWord } from "../../calls/call-table.js";
import { resultNames } from "../../calls/results.js";
import { ownNodes } from "../../nodes/own-nodes.js";
import type { FunctionFlow } from "../function-flow.js";

/**
 * Whether all that a function ever returns as one of its results comes from some calls, or is nil since it has failed. What it
 * returns else may have another owner: a cache, a field, the caller itself. And where it succeeds with nothing, its callers
 * may know that there is nothing.
 */
export function isFresh(index: number, calls: ReadonlySet<CallExpressionNode>, flow: FunctionFlow): boolean {
  const { owner } = flow;
  const sources = new Sources(calls, flow);
  return (ownNodes(owner, KindId.return_statement) as ReturnStatementNode[]).every((statement) => {
    const value = returnedAt(statement, index, owner);
    return value !== undefined && sources.allow(value) && !succeedsWithNothing(statement, index);
  });
}

/** `return nil, nil` */
function succeedsWithNothing({ child: values }: ReturnStatementNode, index: number): boolean {
  const last = values?.children.at(-1);
  const isAnother = values !== undefined && index < values.children.length - 1;
  return (
    isAnother && values.children[index]?.kind === "nil" && (last?.kind === "nil" || last?.kind === "true")
  );
}

/** The expression that gives a result; the result's name where it has one and `return` stands alone. */
function returnedAt(
  { child: values }: ReturnStatementNode,
  index: number,
  owner: FunctionNode,
): SyntaxNode | undefined {
  if (!values) return resultNames(owner)[index];
  return values.children.length === 1 ? values.children[0] : values.children[index];
}

/** Where the values of expressions come from. */
class Sources {
  readonly #calls: ReadonlySet<CallExpressionNode>;
  readonly #flow: FunctionFlow;
  readonly #known = new Map<GoObject, boolean>();

  constructor(calls: ReadonlySet<CallExpressionNode>, flow: FunctionFlow) {
    this.#calls = calls;
    this.#flow = flow;
  }

  allow(value: SyntaxNode): boolean {
    const inner = withoutParentheses(value as Expression);
    switch (inner.kind) {
      case "nil":
        return true;
      case "call_expression":
        // A function that tries again by calling itself returns the same as without that.
        return this.#calls.has(inner) || this.#isRepetition(inner);
      case "selector_expression":
        return inner.operand.kind === "identifier" && this.allow(inner.operand);
      case "identifier":
        return this.#allowName(inner);
      default:
        return false;
    }
  }

  #isRepetition(call: CallExpressionNode): boolean {
    const { owner, semantics } = this.#flow;
    if (owner.kind === "func_literal" || lastWord(call) !== owner.name.text) return false;
    const callee = semantics.callee(call);
    return (
      callee?.kind === "declared" &&
      callee.declarations.some((declared) => semantics.package.withBody(declared) === owner)
    );
  }

  #allowName(name: SyntaxNode): boolean {
    const variable = this.#flow.semantics.objectOf(name);
    if (variable?.kind !== "variable" || variable.level !== "local") return false;
    let isAllowed = this.#known.get(variable);
    if (isAllowed === undefined) {
      // Of variables that get each other's values, the others decide.
      this.#known.set(variable, true);
      isAllowed = this.#allowVariable(variable);
      this.#known.set(variable, isAllowed);
    }
    return isAllowed;
  }

  /** Whether a variable is one of this function, and is never given anything else. */
  #allowVariable(variable: GoObject): boolean {
    if (!this.#isPlain(variable) || this.#isChangedElsewhere(variable)) return false;
    return this.#flow.graph.blocks
      .flatMap(({ steps }) => steps)
      .every((step) =>
        this.#flow
          .assignedIn(step)
          .filter((assigned) => assigned.variable === variable)
          .every(({ value }) => this.#allowAssigned(value ?? sharedValue(step), step)),
      );
  }

  /** Whether a variable gets its values by assignments alone: it is no parameter, and not the subject of a type switch. */
  #isPlain({ declaration, identifier }: GoObject): boolean {
    switch (declaration?.kind) {
      case "short_var_declaration":
      case "var_spec":
        return true;
      default:
        return resultNames(this.#flow.owner).includes(identifier);
    }
  }

  /** Whether a function literal may give a variable another value. */
  #isChangedElsewhere(variable: GoObject): boolean {
    const { owner, semantics } = this.#flow;
    return semantics.bindings.identifiersOf(variable).some((mention) => {
      const statement = mention.parent?.parent;
      return (
        statement?.kind === "assignment_statement" &&
        statement.left === mention.parent &&
        enclosingFunction(mention) !== owner
      );
    });
  }

  #allowAssigned(value: SyntaxNode | undefined, step: SyntaxNode): boolean {
    // `var f *os.File` is nil.
    return value ? this.allow(value) : step.kind === "var_spec" || step.kind === "var_declaration";
  }
}

/** The call whose results a statement assigns to several variables. */
function sharedValue(step: SyntaxNode): SyntaxNode | undefined {
  switch (step.kind) {
    case "short_var_declaration":
    case "assignment_statement":
      return step.right.children[0];
    case "var_spec":
      return step.value?.children[0];
    default:
      return undefined;
  }
}
