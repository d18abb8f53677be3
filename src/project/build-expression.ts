/** A boolean expression over build tags. */
export type BuildExpression =
  | { readonly kind: "tag"; readonly tag: string }
  | { readonly kind: "not"; readonly operand: BuildExpression }
  | { readonly kind: "and" | "or"; readonly operands: readonly BuildExpression[] };

/** Go's own limit for the operands of a `//go:build` line; it bounds the depth of the tree as well. */
const maxOperands = 1000;

/** A line that is no build expression; the message is fit for a user. */
export class BuildExpressionError extends Error {}

/** Reads what follows `//go:build`. Throws a {@link BuildExpressionError} when it is malformed. */
export function parseGoBuild(text: string): BuildExpression {
  return new ExpressionParser(text).parse();
}

/**
 * Reads what follows the older `// +build`: blanks mean or, commas mean and. What Go does not understand
 * there never holds, so there is no error.
 */
export function parsePlusBuild(text: string): BuildExpression {
  const clauses = text.split(/\s+/).filter((clause) => clause !== "");
  if (clauses.length === 0) return tagExpression("ignore");
  return combine(
    "or",
    clauses.map((clause) => combine("and", clause.split(",").map(parsePlusBuildTerm))),
  );
}

/** Whether an expression holds when exactly the tags in `tags` do. */
export function evaluate(expression: BuildExpression, tags: ReadonlySet<string>): boolean {
  switch (expression.kind) {
    case "tag":
      return tags.has(expression.tag);
    case "not":
      return !evaluate(expression.operand, tags);
    case "and":
      return expression.operands.every((operand) => evaluate(operand, tags));
    case "or":
      return expression.operands.some((operand) => evaluate(operand, tags));
  }
}

/** The tags that an expression asks about. */
export function tagsOf(expression: BuildExpression, into: Set<string> = new Set()): Set<string> {
  if (expression.kind === "tag") into.add(expression.tag);
  else if (expression.kind === "not") tagsOf(expression.operand, into);
  else for (const operand of expression.operands) tagsOf(operand, into);
  return into;
}

/** The expression in the syntax of `//go:build`, fully parenthesised: equal texts mean equal expressions. */
export function formatExpression(expression: BuildExpression): string {
  switch (expression.kind) {
    case "tag":
      return expression.tag;
    case "not":
      return `!${formatExpression(expression.operand)}`;
    default: {
      const operator = expression.kind === "and" ? " && " : " || ";
      return `(${expression.operands.map(formatExpression).join(operator)})`;
    }
  }
}

/** A tag that must be set. */
export function tagExpression(tag: string): BuildExpression {
  // The name that the experiment had before experiments had tags of their own.
  return { kind: "tag", tag: tag === "boringcrypto" ? "goexperiment.boringcrypto" : tag };
}

/** The expression that holds when all of the given ones (`and`) or any of them (`or`) do. */
export function combine(kind: "and" | "or", operands: readonly BuildExpression[]): BuildExpression {
  const [only, ...others] = operands;
  return only !== undefined && others.length === 0 ? only : { kind, operands };
}

function parsePlusBuildTerm(term: string): BuildExpression {
  const negated = term.startsWith("!");
  const tag = negated ? term.slice(1) : term;
  if (tag === "" || tag.startsWith("!")) return tagExpression("ignore");
  const expression = tagExpression(/^[\p{L}\p{Nd}_.]+$/u.test(tag) ? tag : "ignore");
  return negated ? { kind: "not", operand: expression } : expression;
}

/** Recursive descent over Go's grammar: `||` of `&&` of tags, `!` and parentheses. */
class ExpressionParser {
  readonly #tokens: readonly string[];
  #next = 0;
  #operands = 0;

  constructor(text: string) {
    this.#tokens = tokenize(text);
  }

  parse(): BuildExpression {
    const expression = this.#or();
    const rest = this.#peek();
    if (rest !== undefined) throw new BuildExpressionError(`unexpected \`${rest}\``);
    return expression;
  }

  #peek(): string | undefined {
    return this.#tokens[this.#next];
  }

  #accept(token: string): boolean {
    if (this.#peek() !== token) return false;
    this.#next++;
    return true;
  }

  #or(): BuildExpression {
    const operands = [this.#and()];
    while (this.#accept("||")) operands.push(this.#and());
    return combine("or", operands);
  }

  #and(): BuildExpression {
    const operands = [this.#not()];
    while (this.#accept("&&")) operands.push(this.#not());
    return combine("and", operands);
  }

  #not(): BuildExpression {
    if (++this.#operands > maxOperands) throw new BuildExpressionError("the expression is too large");
    if (!this.#accept("!")) return this.#atom();
    if (this.#peek() === "!") throw new BuildExpressionError("double negation is not allowed");
    return { kind: "not", operand: this.#atom() };
  }

  #atom(): BuildExpression {
    const token = this.#peek();
    if (token === undefined) throw new BuildExpressionError("a tag is missing at the end");
    this.#next++;
    if (token === "(") {
      const inner = this.#or();
      if (!this.#accept(")")) throw new BuildExpressionError("a closing parenthesis is missing");
      return inner;
    }
    if (/^[)!&|]/.test(token)) throw new BuildExpressionError(`unexpected \`${token}\``);
    return tagExpression(token);
  }
}

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  const pattern = /[ \t]*(?:(?<token>[()!]|&&|\|\||[\p{L}\p{Nd}_.]+)|(?<stray>[^ \t]))/uy;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { token, stray } = match.groups ?? {};
    if (token === undefined) throw new BuildExpressionError(`unexpected \`${stray}\``);
    tokens.push(token);
  }
  return tokens;
}
