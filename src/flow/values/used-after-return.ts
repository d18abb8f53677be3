import { borrowers, borrowingPackages, contextUsers, runners, views } from "../../knowledge/index.js";
import { isFunction } from "../../semantics/index.js";
import type { FileSemantics, FunctionNode, GoObject } from "../../semantics/index.js";
import type {
  CallExpressionNode,
  Expression,
  SelectorExpressionNode,
  SyntaxNode,
} from "../../syntax/index.js";
import { calledName } from "../calls/called-name.js";
import { parameterNames } from "../calls/results.js";
import { outermostParentheses } from "../nodes/parentheses.js";
import { localVariable, targetOf } from "./assigned-variable.js";
import { mayHold } from "./holding-type.js";

/** Whether something is in use after its function has returned; "perhaps" where that depends on code that says nothing of it. */
export type LaterUse = "no" | "perhaps" | "yes";

/** What is asked about: whatever it is handed to may keep a context; what keeps a resource is known from elsewhere. */
export interface Subject {
  readonly kind: "context" | "resource";
  /** Fields that may be read freely. */
  readonly details: readonly string[];
}

/**
 * Whether what a variable of a function holds, or anything made of it, may be needed after the function has returned: returned,
 * stored, sent, or given to a goroutine. Releasing it with the function would break those that use it then.
 */
export function usedAfterReturn(
  variable: GoObject,
  owner: FunctionNode,
  subject: Subject,
  semantics: FileSemantics,
): LaterUse {
  return new FunctionUses(owner, subject, semantics, 0).of(variable);
}

/** How many calls deep a parameter is followed. */
const maximumDepth = 3;

class FunctionUses {
  readonly #owner: FunctionNode;
  readonly #subject: Subject;
  readonly #semantics: FileSemantics;
  readonly #depth: number;
  /** The variables through which it can be reached. */
  readonly #holders = new Set<GoObject>();

  constructor(owner: FunctionNode, subject: Subject, semantics: FileSemantics, depth: number) {
    this.#owner = owner;
    this.#subject = subject;
    this.#semantics = semantics;
    this.#depth = depth;
  }

  of(variable: GoObject): LaterUse {
    this.#holders.add(variable);
    let worst: LaterUse = "no";
    // Grows while it is walked.
    for (const holder of this.#holders) {
      for (const mention of this.#semantics.bindings.identifiersOf(holder)) {
        if (mention === holder.identifier) continue;
        worst = graver(worst, graver(this.#ofLiterals(mention), this.#ofValue(mention)));
        if (worst === "yes") return worst;
      }
    }
    return worst;
  }

  /** What the function literals around a mention mean for it: some run when the function is over. */
  #ofLiterals(mention: SyntaxNode): LaterUse {
    let worst: LaterUse = "no";
    for (let around = mention.parent; around && around !== this.#owner; around = around.parent)
      if (isFunction(around)) worst = graver(worst, this.#ofLiteral(around));
    return worst;
  }

  #ofLiteral(literal: FunctionNode): LaterUse {
    const node = outermostParentheses(literal);
    const { parent } = node;
    if (parent?.kind === "call_expression" && parent.function === node)
      return parent.parent?.kind === "go_statement" ? "yes" : "no";
    const call = parent?.kind === "argument_list" ? parent.parent : undefined;
    if (call?.kind !== "call_expression") return "perhaps";
    const name = calledName(call, this.#semantics);
    return runners.has(name) && !name.endsWith("errgroup.(*Group).Go") ? "no" : "perhaps";
  }

  /** Where the value of an expression goes. */
  #ofValue(value: SyntaxNode): LaterUse {
    const { parent } = value;
    switch (parent?.kind) {
      case "parenthesized_expression":
      case "keyed_element":
      case "literal_element":
      case "literal_value":
      case "composite_literal":
      case "type_conversion_expression":
        return this.#ofValue(parent);
      case "selector_expression":
        return this.#ofSelection(parent);
      case "index_expression":
      case "slice_expression":
      case "type_assertion_expression":
        return parent.operand === value ? this.#ofPart(parent) : "no";
      case "unary_expression":
        return parent.operator === "<-" ? "no" : this.#ofPart(parent);
      case "call_expression":
        return parent.parent?.kind === "go_statement" ? "yes" : "no";
      case "argument_list":
        return this.#ofArgument(value, parent.parent);
      case "variadic_argument":
        return this.#ofArgument(parent, parent.parent?.parent);
      case "send_statement":
        return parent.value === value ? "yes" : "no";
      case "expression_list":
        return this.#ofListed(value, parent.parent);
      case "range_clause":
        for (const target of parent.left?.children ?? []) this.#ofTarget(target);
        return "no";
      case "binary_expression":
      case "expression_statement":
      case "receive_statement":
        return "no";
      default:
        return "perhaps";
    }
  }

  #ofPart(part: Expression): LaterUse {
    return mayHold(this.#semantics.typeOf(part), this.#semantics) ? this.#ofValue(part) : "no";
  }

  #ofSelection(selector: SelectorExpressionNode): LaterUse {
    const node = outermostParentheses(selector);
    const call = node.parent;
    if (call?.kind !== "call_expression" || call.function !== node)
      return this.#subject.details.includes(selector.field.text) ? "no" : this.#ofPart(selector);
    if (call.parent?.kind === "go_statement") return "yes";
    // Most of what methods give does not need the value any longer.
    return lighter("perhaps", this.#ofPart(call));
  }

  #ofArgument(argument: SyntaxNode, call: SyntaxNode | undefined): LaterUse {
    if (call?.kind !== "call_expression") return "perhaps";
    if (call.parent?.kind === "go_statement") return "yes";
    const callee = this.#semantics.callee(call);
    if (callee?.kind === "builtin") return callee.name === "append" ? this.#ofValue(call) : "no";
    const index = call.arguments.children.indexOf(argument as Expression);
    const declaration = callee?.kind === "declared" ? callee.declarations[0] : this.#elsewhere(call);
    if (declaration && this.#ofParameter(declaration, index) === "no") return "no";
    if (declaration) return graver("perhaps", this.#ofPart(call));
    return this.#subject.kind === "context" ? this.#ofContextUser(call) : this.#ofBorrower(call);
  }

  #elsewhere(call: CallExpressionNode): FunctionNode | undefined {
    return this.#semantics.implementation(call);
  }

  #ofParameter(declared: FunctionNode, index: number): LaterUse {
    if (this.#depth === maximumDepth) return "perhaps";
    const declaration = this.#semantics.package.withBody(declared);
    const semantics = this.#semantics.package.program.file(declaration.tree) ?? this.#semantics;
    const name = parameterNames(declaration)[index];
    const variable = name && semantics.objectOf(name);
    if (!variable || !declaration.body) return name?.text === "_" ? "no" : "perhaps";
    return new FunctionUses(declaration, this.#subject, semantics, this.#depth + 1).of(variable);
  }

  #ofContextUser(call: CallExpressionNode): LaterUse {
    const name = calledName(call, this.#semantics);
    return contextUsers.test(name) ? this.#ofPart(call) : "perhaps";
  }

  /** A function that keeps the resource would have been noticed; what it gives may still need it. */
  #ofBorrower(call: CallExpressionNode): LaterUse {
    const name = calledName(call, this.#semantics);
    if (views.has(name)) return this.#ofValue(call);
    const isBorrower = borrowers.has(name) || borrowingPackages.has(name.slice(0, name.lastIndexOf(".")));
    return isBorrower ? lighter("perhaps", this.#ofPart(call)) : this.#ofPart(call);
  }

  #ofListed(value: SyntaxNode, statement: SyntaxNode | undefined): LaterUse {
    switch (statement?.kind) {
      case "return_statement":
        return "yes";
      case "expression_case":
        return "no";
      default:
        break;
    }
    let worst: LaterUse = "no";
    const isOnly = value.parent?.allChildren.length === 1;
    for (let index = 0; ; index++) {
      const target = targetOf(value, index);
      if (!target) return worst;
      worst = graver(worst, this.#ofTarget(target));
      if (!isOnly) return worst;
    }
  }

  /** What it means that a value is assigned to something. */
  #ofTarget(target: Expression): LaterUse {
    if (target.text === "_" || !mayHold(this.#semantics.typeOf(target), this.#semantics)) return "no";
    const variable = localVariable(target, this.#semantics);
    if (!variable) return "yes";
    this.#holders.add(variable);
    return "no";
  }
}

const order: readonly LaterUse[] = ["no", "perhaps", "yes"];

function graver(one: LaterUse, other: LaterUse): LaterUse {
  return order.indexOf(one) > order.indexOf(other) ? one : other;
}

function lighter(one: LaterUse, other: LaterUse): LaterUse {
  return order.indexOf(one) < order.indexOf(other) ? one : other;
}
