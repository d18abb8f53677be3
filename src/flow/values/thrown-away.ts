import { enclosingFunction, withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics, GoObject } from "../../semantics/index.js";
import type {
  AssignmentStatementNode,
  CallExpressionNode,
  Expression,
  SyntaxNode,
} from "../../syntax/index.js";
import { reaches } from "../paths/clear-way.js";
import { graphOf } from "../paths/graph-of.js";
import { destinationOf } from "./assigned-variable.js";
import { useOf } from "./use.js";

/** What a function does with a value that it makes, uses and forgets. */
export interface LocalLife {
  /** The methods it calls on the value, and on what it puts the value into, by their full names. */
  readonly methods: readonly string[];
  /** The calls of these methods. */
  readonly calls: readonly CallExpressionNode[];
  /** The assignments to fields of the value: `tr.DisableKeepAlives = true`. */
  readonly settings: readonly AssignmentStatementNode[];
}

/** Where a value may be put without leaving the function's sight, and who may look at it. */
export interface LocalRules {
  /** Fields of which type keep the value: `net/http.Client` has `Transport`. */
  readonly holders: Readonly<Record<string, string>>;
  /** Functions that set the value up and do not keep it. */
  readonly borrowers: ReadonlySet<string>;
}

/**
 * What a function does with a value that is made in it and never leaves it: undefined as soon as the value is returned,
 * stored, sent, or given to a function that may keep it.
 */
export function localLife(
  value: Expression,
  rules: LocalRules,
  semantics: FileSemantics,
): LocalLife | undefined {
  const search = new LifeSearch(rules, semantics);
  return search.follow(value) ? search : undefined;
}

class LifeSearch implements LocalLife {
  readonly methods: string[] = [];
  readonly calls: CallExpressionNode[] = [];
  readonly settings: AssignmentStatementNode[] = [];
  readonly #rules: LocalRules;
  readonly #semantics: FileSemantics;
  readonly #seen = new Set<GoObject>();

  constructor(rules: LocalRules, semantics: FileSemantics) {
    this.#rules = rules;
    this.#semantics = semantics;
  }

  /** Follows a value from the expression that gives it; false when it gets out of sight. */
  follow(expression: SyntaxNode): boolean {
    const value = outermost(expression);
    const use = useOf(value, this.#semantics);
    switch (use.kind) {
      case "method-call":
        this.calls.push(use.call);
        this.methods.push(this.#semantics.calleeName(use.call) ?? use.method);
        return true;
      case "selection":
        return this.#selected(use.selector);
      case "argument":
        return this.#rules.borrowers.has(this.#semantics.calleeName(use.call) ?? "");
      case "comparison":
      case "assignment":
      case "discard":
        return true;
      case "receive":
        return false;
      case "escape":
        return this.#put(value);
    }
  }

  /** A field of the value is set or read. */
  #selected(selector: SyntaxNode): boolean {
    const list = selector.parent;
    const statement = list?.parent;
    const isSet = statement?.kind === "assignment_statement" && statement.left === list;
    if (isSet) this.settings.push(statement);
    return true;
  }

  /** The value is put somewhere: into a variable, or a field of something that is followed in its turn. */
  #put(value: SyntaxNode): boolean {
    const holder = this.#holderAround(value);
    if (holder) return this.follow(holder);
    const destination = destinationOf(value as Expression, 0, this.#semantics);
    if (destination.kind === "variable") return this.#followVariable(destination.variable, value);
    const field = assignedField(value);
    return (
      field !== undefined &&
      this.#holds(field.operand, field.field.text) &&
      this.#isLocal(field.operand, value)
    );
  }

  /** The literal of a holder around a value: `http.Client{Transport: tr}`. */
  #holderAround(value: SyntaxNode): SyntaxNode | undefined {
    const pair = value.parent?.kind === "literal_element" ? value.parent.parent : undefined;
    const literal = pair?.kind === "keyed_element" ? pair.parent?.parent : undefined;
    if (pair?.kind !== "keyed_element" || literal?.kind !== "composite_literal") return undefined;
    return this.#holds(literal, pair.key.text) ? literal : undefined;
  }

  #holds(holder: Expression, field: string): boolean {
    const type = this.#semantics.typeText(this.#semantics.typeOf(holder)).replace(/^\*/, "");
    return this.#rules.holders[type] === field;
  }

  /** `client.Transport = tr`, where the client is a local variable that is followed in its turn. */
  #isLocal(holder: Expression, value: SyntaxNode): boolean {
    const name = withoutParentheses(holder);
    const variable = name.kind === "identifier" ? this.#semantics.objectOf(name) : undefined;
    return variable !== undefined && this.#followVariable(variable, value);
  }

  /** Follows a variable from where a value is put into it, or into what it holds. */
  #followVariable(variable: GoObject, value: SyntaxNode): boolean {
    if (this.#seen.has(variable)) return true;
    this.#seen.add(variable);
    const { declaration, identifier, level } = variable;
    // Parameters and named results belong to the caller, too.
    const isOwn = declaration?.kind === "short_var_declaration" || declaration?.kind === "var_spec";
    if (level !== "local" || !isOwn) return false;
    const mentions = this.#semantics.package.identifiersOf(variable);
    const replacements = mentions.filter(
      (mention) =>
        mention.parent?.parent?.contains(value) === false &&
        useOf(mention, this.#semantics).kind === "assignment",
    );
    return mentions.every(
      (mention) =>
        mention === identifier || this.#isReplaced(mention, value, replacements) || this.follow(mention),
    );
  }

  /** Whether a variable has got another value wherever a mention of it is reached from where it gets this one. */
  #isReplaced(mention: SyntaxNode, value: SyntaxNode, replacements: readonly SyntaxNode[]): boolean {
    const owner = enclosingFunction(value);
    if (replacements.length === 0 || !owner || enclosingFunction(mention) !== owner) return false;
    const graph = graphOf(owner, this.#semantics);
    const isStop = (step: SyntaxNode): boolean => replacements.some((other) => step.contains(other));
    return graph !== undefined && !reaches(value, mention, graph, isStop);
  }
}

/** The expression around a value that stands for it: parentheses, and its address. */
function outermost(expression: SyntaxNode): SyntaxNode {
  let outer = expression;
  for (;;) {
    const around = outer.parent;
    const isAddress =
      around?.kind === "unary_expression" && (around.operator === "&" || around.operator === "*");
    if (around?.kind !== "parenthesized_expression" && !isAddress) return outer;
    outer = around;
  }
}

/** The field that a value is assigned to. */
function assignedField(value: SyntaxNode): Extract<SyntaxNode, { kind: "selector_expression" }> | undefined {
  const list = value.parent;
  const statement = list?.parent;
  if (list?.kind !== "expression_list" || statement?.kind !== "assignment_statement") return undefined;
  if (statement.right !== list) return undefined;
  const target = statement.left.children[list.children.indexOf(value as Expression)];
  return target?.kind === "selector_expression" ? target : undefined;
}
