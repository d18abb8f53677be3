import { trueForNil } from "../../knowledge/index.js";
import { withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics, FunctionNode, GoObject } from "../../semantics/index.js";
import type { BinaryExpressionNode, CallExpressionNode, Expression, SyntaxNode } from "../../syntax/index.js";
import { calledName } from "../calls/called-name.js";
import { parameterNames } from "../calls/results.js";
import { RecursiveAnswers } from "../recursive-answers.js";
import { functionsCalled } from "../values/functions-called.js";

/** Undefined for what cannot be told. */
type Answer = boolean | undefined;

/**
 * What a call answers where one of its arguments is a nil error: `true` for `assert.NoError(t, err)`, `false` for
 * `failed(err)`. Undefined where that cannot be told.
 */
export function answerForNil(call: CallExpressionNode, argument: number, semantics: FileSemantics): Answer {
  if (trueForNil.has(calledName(call, semantics))) return true;
  const given = functionsCalled(call, semantics).map((declared) =>
    answerOf(semantics.package.withBody(declared), argument, semantics),
  );
  return given.every((answer) => answer === given[0]) ? given[0] : undefined;
}

const answers = new RecursiveAnswers<Answer>(Object.is);

function answerOf(declaration: FunctionNode, index: number, asking: FileSemantics): Answer {
  return answers.of({
    about: declaration,
    key: `${index}`,
    assumed: undefined,
    answer: () => {
      const semantics = asking.package.program.file(declaration.tree);
      const name = parameterNames(declaration)[index];
      const parameter = name && semantics?.objectOf(name);
      if (!semantics || !parameter || !declaration.body) return undefined;
      const found = new WithNil(parameter, semantics).afterAll(declaration.body.child?.children ?? []);
      return found === "goes on" ? undefined : found;
    },
  });
}

/** What code does in which a variable is nil. */
class WithNil {
  readonly #variable: GoObject;
  readonly #semantics: FileSemantics;

  constructor(variable: GoObject, semantics: FileSemantics) {
    this.#variable = variable;
    this.#semantics = semantics;
  }

  /** What statements return, if they do; those but `if` and `return` are taken to leave the variable alone. */
  afterAll(statements: readonly SyntaxNode[]): Answer | "goes on" {
    for (const statement of statements) {
      const after = this.#after(statement);
      if (after !== "goes on") return after;
    }
    return "goes on";
  }

  #after(statement: SyntaxNode): Answer | "goes on" {
    switch (statement.kind) {
      case "return_statement": {
        const values = statement.child?.children ?? [];
        return values.length === 1 ? this.#valueOf(values[0] as Expression) : undefined;
      }
      case "if_statement": {
        const holds = statement.initializer ? undefined : this.#valueOf(statement.condition);
        if (holds === undefined) return undefined;
        const branch = holds ? statement.consequence : statement.alternative;
        if (branch?.kind === "if_statement") return this.#after(branch);
        return this.afterAll(branch?.child?.children ?? []);
      }
      case "expression_statement":
      case "defer_statement":
        return "goes on";
      default:
        return undefined;
    }
  }

  #valueOf(expression: Expression): Answer {
    const inner = withoutParentheses(expression);
    switch (inner.kind) {
      case "true":
        return true;
      case "false":
        return false;
      case "unary_expression": {
        const operand = inner.operator === "!" ? this.#valueOf(inner.operand) : undefined;
        return operand === undefined ? undefined : !operand;
      }
      case "binary_expression":
        return this.#comparison(inner);
      case "call_expression":
        return this.#call(inner);
      default:
        return undefined;
    }
  }

  #comparison({ left, operator, right }: BinaryExpressionNode): Answer {
    if (operator === "&&" || operator === "||") {
      const [one, other] = [this.#valueOf(left), this.#valueOf(right)];
      const decides = operator === "||";
      return one === decides || other === decides ? decides : one === undefined ? one : other;
    }
    if (operator !== "==" && operator !== "!=") return undefined;
    const isNil = this.#isVariable(left) && right.kind === "nil";
    return isNil || (this.#isVariable(right) && left.kind === "nil") ? operator === "==" : undefined;
  }

  /** Questions about an error whose answers cannot be told are answered with no where there is none: `errors.Is`. */
  #call(call: CallExpressionNode): Answer {
    const index = call.arguments.children.findIndex((argument) => this.#isVariable(argument));
    return index === -1 ? undefined : (answerForNil(call, index, this.#semantics) ?? false);
  }

  #isVariable(expression: SyntaxNode): boolean {
    return expression.kind === "identifier" && this.#semantics.objectOf(expression) === this.#variable;
  }
}
