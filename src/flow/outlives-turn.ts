import { borrowers, borrowingPackages, runners, views } from "../knowledge/index.js";
import { isFunction } from "../semantics/index.js";
import type { FileSemantics, FunctionNode, GoObject } from "../semantics/index.js";
import type { CallExpressionNode, Expression, SyntaxNode } from "../syntax/index.js";
import { targetOf } from "./assigned-variable.js";
import { mayHold } from "./holding-type.js";
import type { Turn } from "./turn.js";
import { rootOf } from "./turn-values.js";
import { endsAnything } from "./wanted-later.js";

/**
 * Whether what a turn gives to variables may be in use after the turn: put into something that was there before, sent,
 * given to a goroutine, or part of a value for which that is so. `except` is left out of account.
 */
export function outlivesTurn(
  variables: ReadonlySet<GoObject>,
  turn: Turn,
  except: SyntaxNode,
  semantics: FileSemantics,
): boolean {
  return new TurnUses(turn, except, semantics).mayOutlive(variables);
}

class TurnUses {
  readonly #turn: Turn;
  readonly #except: SyntaxNode;
  readonly #semantics: FileSemantics;
  /** The variables through which the values may be reached, also those still to be looked at. */
  readonly #holders = new Set<GoObject>();

  constructor(turn: Turn, except: SyntaxNode, semantics: FileSemantics) {
    this.#turn = turn;
    this.#except = except;
    this.#semantics = semantics;
  }

  mayOutlive(variables: ReadonlySet<GoObject>): boolean {
    for (const variable of variables) this.#holdWithSiblings(variable);
    // Grows while it is walked.
    for (const variable of this.#holders) if (this.#isUsedBeyond(variable)) return true;
    return false;
  }

  /** What one call gives belongs together: the context to the function that cancels it. */
  #holdWithSiblings(variable: GoObject): void {
    this.#holders.add(variable);
    const { declaration } = variable;
    if (declaration?.kind !== "short_var_declaration" || declaration.right.children.length > 1) return;
    for (const target of declaration.left.children) this.#hold(target);
  }

  #hold(target: Expression): void {
    const root = rootOf(target);
    const variable = root.kind === "identifier" ? this.#semantics.objectOf(root) : undefined;
    if (variable && mayHold(this.#semantics.typeOfObject(variable), this.#semantics))
      this.#holders.add(variable);
  }

  #isUsedBeyond(variable: GoObject): boolean {
    const isOuter = variable.identifier !== undefined && !this.#turn.contains(variable.identifier);
    return this.#semantics.bindings.identifiersOf(variable).some((mention) => {
      if (mention === variable.identifier || this.#except.contains(mention)) return false;
      if (!this.#turn.contains(mention)) return isOuter && mention.start > this.#turn.head.start;
      return this.#isLeftToOthers(mention) || this.#leavesBy(mention);
    });
  }

  /** Whether a mention stands in a function literal that runs beside the turn, or later. */
  #isLeftToOthers(mention: SyntaxNode): boolean {
    for (let around = mention.parent; around && around !== this.#turn.head; around = around.parent) {
      if (isFunction(around) && !this.#runsAtOnce(around)) return true;
    }
    return false;
  }

  #runsAtOnce(literal: FunctionNode): boolean {
    const { parent } = literal;
    if (parent?.kind === "call_expression" && parent.function === literal) {
      // What else is deferred runs later, but if it only ends things it needs them no longer than that.
      if (parent.parent?.kind === "defer_statement") return endsAnything(literal);
      return parent.parent?.kind !== "go_statement";
    }
    const call = parent?.kind === "argument_list" ? parent.parent : undefined;
    if (call?.kind !== "call_expression") return false;
    const name = this.#semantics.calleeName(call) ?? "";
    return name === "testing.(*T).Run" || (runners.has(name) && !name.endsWith("errgroup.(*Group).Go"));
  }

  /** Whether the value of an expression gets out of the turn; what else may hold it from here on is noted. */
  #leavesBy(value: SyntaxNode): boolean {
    const { parent } = value;
    switch (parent?.kind) {
      case "selector_expression":
      case "index_expression":
      case "slice_expression":
      case "type_assertion_expression":
        return parent.operand === value && this.#leavesAsPart(parent);
      case "parenthesized_expression":
      case "keyed_element":
      case "literal_element":
      case "literal_value":
      case "composite_literal":
      case "type_conversion_expression":
        return this.#leavesBy(parent);
      case "unary_expression":
        return parent.operator !== "!" && this.#leavesAsPart(parent);
      case "call_expression":
        return this.#leavesAsResult(parent);
      case "argument_list":
        return this.#leavesAsArgument(parent.parent);
      case "variadic_argument":
        return this.#leavesAsArgument(parent.parent?.parent);
      case "send_statement":
        return parent.value === value;
      case "expression_list":
        return this.#leavesByAssignment(value);
      case "range_clause":
        for (const target of parent.right === value ? (parent.left?.children ?? []) : []) this.#hold(target);
        return false;
      default:
        return false;
    }
  }

  #leavesAsPart(part: Expression): boolean {
    return mayHold(this.#semantics.typeOf(part), this.#semantics) && this.#leavesBy(part);
  }

  #leavesAsResult(call: CallExpressionNode): boolean {
    return mayHold(this.#semantics.typeOf(call), this.#semantics) && this.#leavesBy(call);
  }

  #leavesAsArgument(call: SyntaxNode | undefined): boolean {
    if (call?.kind !== "call_expression") return false;
    if (call.parent?.kind === "go_statement") return true;
    if (call.parent?.kind === "defer_statement") return !endsAnything(call.parent);
    const name = this.#semantics.calleeName(call) ?? "";
    const only = borrowers.has(name) || borrowingPackages.has(name.slice(0, name.lastIndexOf(".")));
    if (only && !views.has(name)) return false;
    return this.#isKeptByReceiver(call) || this.#leavesAsResult(call);
  }

  /** Whether a function is called as if it put its argument into something that was there before. */
  #isKeptByReceiver(call: CallExpressionNode): boolean {
    const called = call.function;
    if (called.kind !== "selector_expression" || !keeping.test(called.field.text)) return false;
    const root = rootOf(called);
    const receiver = root.kind === "identifier" ? this.#semantics.objectOf(root) : undefined;
    // What gives something with the argument inside most often does no more than that.
    if (receiver?.kind === "package-name") return !mayHold(this.#semantics.typeOf(call), this.#semantics);
    if (receiver?.kind !== "variable") return false;
    const isInner = receiver.identifier !== undefined && this.#turn.contains(receiver.identifier);
    if (isInner) this.#holders.add(receiver);
    return !isInner;
  }

  #leavesByAssignment(value: SyntaxNode): boolean {
    const isOnly = value.parent?.allChildren.length === 1;
    for (let index = 0; ; index++) {
      const target = targetOf(value, index);
      if (!target) return false;
      if (target.text !== "_" && mayHold(this.#semantics.typeOf(target), this.#semantics)) {
        if (this.#isOutside(target)) return true;
        this.#hold(target);
      }
      if (!isOnly) return false;
    }
  }

  /** Whether a target of an assignment was there before the turn: a variable around it, a field, an element. */
  #isOutside(target: Expression): boolean {
    const root = rootOf(target);
    const variable = root.kind === "identifier" ? this.#semantics.objectOf(root) : undefined;
    return !variable?.identifier || !this.#turn.contains(variable.identifier);
  }
}

/** How methods are called that keep what they are given. */
const keeping =
  /^(?:Add|Append|Attach|Enqueue|Handle|Insert|Join|Mount|Push|Put|Register|Send|Set|Store|Subscribe|Track|Watch)/i;
