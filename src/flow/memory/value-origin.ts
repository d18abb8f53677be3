import { enclosingFunction, withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics, GoObject, NamedFunction } from "../../semantics/index.js";
import { KindId } from "../../syntax/index.js";
import type {
  CallExpressionNode,
  Expression,
  ParameterDeclarationNode,
  ReturnStatementNode,
  SelectorExpressionNode,
  SyntaxNode,
} from "../../syntax/index.js";
import { accepts, requestScope } from "../lifetime/request-scope.js";
import { ownNodes } from "../nodes/own-nodes.js";
import { fewRequestFields, fewResults, freshMethods, freshValues, keepsDistinct } from "./distinct-values.js";

/** What decides on a value. */
export type ValueOrigin =
  /** A request that is being answered, or a connection that a listener has accepted: clients decide. */
  | { readonly kind: "input"; readonly at: SyntaxNode; readonly name: string }
  /** A parameter of a function that code out of sight may call as often as it likes. */
  | {
      readonly kind: "parameter";
      readonly at: SyntaxNode;
      readonly name: string;
      /** Whether the value is the parameter itself, passed on as it is. */
      readonly unchanged: boolean;
    }
  /** A call that gives another value each time. */
  | { readonly kind: "fresh"; readonly at: SyntaxNode; readonly name: string };

/**
 * What decides on a value, found through local variables, fields, calls and the callers in the package. Undefined for
 * constants and for whatever may have few values, such as entries of a table.
 */
export function valueOrigin(value: Expression, semantics: FileSemantics): ValueOrigin | undefined {
  return new OriginSearch().of(value, semantics);
}

/** Longer ways than this are not followed. */
const maximumDepth = 100;

class OriginSearch {
  #depth = 0;
  readonly #seen = new Set<GoObject>();
  /** Functions whose results are being looked at, over all searches that one has led to. */
  readonly #entered: Set<NamedFunction>;

  constructor(entered = new Set<NamedFunction>()) {
    this.#entered = entered;
  }

  of(value: SyntaxNode, semantics: FileSemantics): ValueOrigin | undefined {
    if (this.#depth >= maximumDepth) return undefined;
    this.#depth++;
    const origin = this.#search(value, semantics);
    this.#depth--;
    return origin;
  }

  #search(value: SyntaxNode, semantics: FileSemantics): ValueOrigin | undefined {
    const expression = withoutParentheses(value as Expression);
    switch (expression.kind) {
      case "identifier":
        return this.#ofName(expression, semantics);
      case "type_assertion_expression":
        return this.of(expression.operand, semantics);
      case "binary_expression":
        // Remainders and masks are there to make few values of many.
        return expression.operator === "+"
          ? changed(this.#first([expression.left, expression.right], semantics))
          : undefined;
      case "composite_literal":
        return changed(this.#first(literalValues(expression.body), semantics));
      case "call_expression":
        return this.#ofCall(expression, semantics);
      case "selector_expression":
        return this.#ofField(expression, semantics);
      case "index_expression":
      case "slice_expression":
      case "type_conversion_expression":
      case "unary_expression":
        return changed(this.of(expression.operand, semantics));
      default:
        return undefined;
    }
  }

  #first(values: readonly SyntaxNode[], semantics: FileSemantics): ValueOrigin | undefined {
    for (const value of values) {
      const origin = this.of(value, semantics);
      if (origin) return origin;
    }
    return undefined;
  }

  #ofCall(call: CallExpressionNode, semantics: FileSemantics): ValueOrigin | undefined {
    const callee = semantics.callee(call);
    if (callee?.kind === "builtin") return undefined;
    const values = call.arguments.children;
    if (callee?.kind === "declared")
      return this.#passesOn(callee.declarations, semantics)
        ? changed(this.#first(values, semantics))
        : undefined;
    const name = semantics.calleeName(call) ?? (callee?.kind === "imported" ? callee.name : "");
    if (freshValues.has(name)) return { kind: "fresh", at: call, name: call.function.text };
    if (accepts.has(name)) return { kind: "input", at: call, name: call.function.text };
    if (fewResults.has(name)) return undefined;
    const called = withoutParentheses(call.function);
    const isConversion = semantics.package.program.types.ifType(called) !== undefined;
    if (isConversion || keepsDistinct(name)) return changed(this.#first(values, semantics));
    return called.kind === "selector_expression" ? this.#ofMethod(called, semantics) : undefined;
  }

  /** Whether a function of the package may return something that comes from its parameters. */
  #passesOn(declarations: readonly NamedFunction[], semantics: FileSemantics): boolean {
    return declarations.some((declaration) => {
      if (this.#entered.has(declaration)) return false;
      this.#entered.add(declaration);
      const file = semantics.package.file(declaration.tree);
      const returns = ownNodes(declaration, KindId.return_statement) as ReturnStatementNode[];
      return returns.some((statement) => {
        const [result] = statement.child?.children ?? [];
        return result !== undefined && new OriginSearch(this.#entered).of(result, file) !== undefined;
      });
    });
  }

  #ofField({ operand, field }: SelectorExpressionNode, semantics: FileSemantics): ValueOrigin | undefined {
    const holder = semantics.typeText(semantics.typeOf(operand));
    if (holder === "*net/http.Request" && fewRequestFields.has(field.text)) return undefined;
    return changed(this.of(operand, semantics));
  }

  /** What a method gives is taken for a part of the value it is called on. */
  #ofMethod({ operand, field }: SelectorExpressionNode, semantics: FileSemantics): ValueOrigin | undefined {
    const origin = changed(this.of(operand, semantics));
    return origin?.kind !== "fresh" || freshMethods.has(field.text) ? origin : undefined;
  }

  #ofName(name: SyntaxNode, semantics: FileSemantics): ValueOrigin | undefined {
    const variable = semantics.objectOf(name);
    if (variable?.kind !== "variable" || variable.level !== "local" || this.#seen.has(variable))
      return undefined;
    this.#seen.add(variable);
    const { declaration } = variable;
    switch (declaration?.kind) {
      case "parameter_declaration":
        return this.#ofParameter(variable, declaration, semantics);
      case "range_clause":
        return changed(this.of(declaration.right, semantics));
      case "short_var_declaration":
        return this.#ofAssigned(variable, declaration.left.children, declaration.right.children, semantics);
      case "var_spec":
        return this.#ofAssigned(variable, declaration.names, declaration.value?.children ?? [], semantics);
      default:
        return undefined;
    }
  }

  /** Of one of several variables that are declared together; a single call may fill them all. */
  #ofAssigned(
    variable: GoObject,
    names: readonly SyntaxNode[],
    values: readonly Expression[],
    semantics: FileSemantics,
  ): ValueOrigin | undefined {
    const at = names.findIndex((name) => name === variable.identifier);
    const value = values.length === 1 ? values[0] : values[at];
    return value && this.of(value, semantics);
  }

  #ofParameter(
    variable: GoObject,
    declaration: ParameterDeclarationNode,
    semantics: FileSemantics,
  ): ValueOrigin | undefined {
    const owner = enclosingFunction(declaration);
    if (!owner) return undefined;
    const { name } = variable;
    const scope = requestScope(owner, semantics);
    if (scope?.input === declaration) return { kind: "input", at: declaration, name };
    // What is written to a response is the program's own.
    if (scope?.at === declaration) return undefined;
    // Receivers are mostly few, and who calls a function literal with what is not known.
    if (owner.kind === "func_literal" || !owner.parameters.contains(declaration)) return undefined;
    if (owner.kind === "function_declaration" && !isExported(owner))
      return this.#ofArguments(variable, owner, semantics);
    return { kind: "parameter", at: declaration, name, unchanged: true };
  }

  /** What the calls in the package give for a parameter of an unexported function. */
  #ofArguments(variable: GoObject, owner: NamedFunction, semantics: FileSemantics): ValueOrigin | undefined {
    const names = owner.parameters.children.flatMap((parameter): readonly (SyntaxNode | undefined)[] =>
      parameter.kind === "parameter_declaration" ? parameter.names : [parameter.name],
    );
    const position = names.indexOf(variable.identifier);
    const called = semantics.objectOf(owner.name);
    if (!called || position === -1) return undefined;
    for (const mention of semantics.package.identifiersOf(called)) {
      const call = mention.parent;
      if (call?.kind !== "call_expression" || call.function !== mention) continue;
      const argument = call.arguments.children[position];
      const origin = argument && this.of(argument, semantics.package.file(mention.tree));
      if (origin) return origin;
    }
    return undefined;
  }
}

function changed(origin: ValueOrigin | undefined): ValueOrigin | undefined {
  return origin?.kind === "parameter" ? { ...origin, unchanged: false } : origin;
}

function isExported({ name }: NamedFunction): boolean {
  return /^\p{Lu}/u.test(name.text);
}

function literalValues(body: SyntaxNode): readonly SyntaxNode[] {
  return body.allChildren.flatMap((element): readonly SyntaxNode[] => {
    const holder = element.kind === "keyed_element" ? element.value : element;
    if (holder.kind !== "literal_element") return [];
    return holder.child.kind === "literal_value" ? literalValues(holder.child) : [holder.child];
  });
}
