import { isFunction, withoutParentheses } from "../../../semantics/index.js";
import type { FileSemantics, GoObject } from "../../../semantics/index.js";
import type {
  BinaryExpressionNode,
  Expression,
  ForStatementNode,
  SyntaxNode,
} from "../../../syntax/index.js";
import type { Assumption } from "../../cfg/index.js";
import { isAssignedAt } from "../../values/assigned-values.js";
import { placeOf } from "./condition.js";

/** What a path knows of the loops that count their turns; each is named by what decides whether there is another turn. */
export interface Turns {
  /** The loop that is in its last turn. */
  readonly last: SyntaxNode | undefined;
  /** The loop that is past its first turn. */
  readonly later: SyntaxNode | undefined;
}

export const anyTurn: Turns = { last: undefined, later: undefined };

/** A loop that counts its turns: `for i := 0; i < n; i++`, `for i := range names`. */
interface Counter {
  /** The condition, or the range clause. */
  readonly head: SyntaxNode;
  /** The place of the variable that counts. */
  readonly key: string;
  readonly first: number | undefined;
  /** The first number for which there is no turn. */
  readonly end: Sum;
}

/** A place, or nothing, plus a number. */
interface Sum {
  readonly key: string;
  readonly plus: number;
}

/** From where to where something is, counted from a place. */
interface Range {
  readonly from: string;
  readonly low?: number;
  readonly high?: number;
}

/**
 * What is known of the turns of loops after a branch; undefined where that cannot be: another turn after the last, or the
 * first one over again. `if i == n-1` tells that a turn is the last. A path that begins in a loop, at `origin`, and comes to
 * another turn of it is past the first.
 */
export function turnsAfter(
  turns: Turns,
  assumption: Assumption,
  origin: SyntaxNode | undefined,
  semantics: FileSemantics,
): Turns | undefined {
  switch (assumption.kind) {
    case "range":
      return afterHead(turns, assumption.clause, assumption.more, origin, semantics);
    case "condition": {
      const { expression, holds } = assumption;
      const known = afterHead(turns, expression, holds, origin, semantics);
      const telling = expression.kind === "binary_expression" ? tellingOf(expression, semantics) : undefined;
      const turn = holds ? telling?.yes : telling?.no;
      if (!known || !telling || !turn) return known;
      if (turn === "last") return { ...known, last: telling.head };
      return known.later === telling.head ? undefined : known;
    }
    default:
      return turns;
  }
}

function afterHead(
  turns: Turns,
  head: SyntaxNode,
  isAnother: boolean,
  origin: SyntaxNode | undefined,
  semantics: FileSemantics,
): Turns | undefined {
  if (!isAnother) {
    if (turns.last !== head && turns.later !== head) return turns;
    return {
      last: turns.last === head ? undefined : turns.last,
      later: turns.later === head ? undefined : turns.later,
    };
  }
  if (turns.last === head) return undefined;
  const loop = loopOf(head);
  if (!loop || !origin || !loop.body.contains(origin)) return turns;
  return counterOf(loop, semantics)?.head === head ? { ...turns, later: head } : turns;
}

/** The loop that a condition or a range clause is the head of, be it one of several conditions. */
function loopOf(head: SyntaxNode): ForStatementNode | undefined {
  let around = head.parent;
  while (around?.kind === "binary_expression" || around?.kind === "parenthesized_expression")
    around = around.parent;
  if (around?.kind === "for_clause") around = around.parent;
  return around?.kind === "for_statement" ? around : undefined;
}

/** Which turn of a loop it is, by the answer to a comparison. */
interface Telling {
  readonly head: SyntaxNode;
  readonly yes: Turn;
  readonly no: Turn;
}

type Turn = "first" | "last" | undefined;

const tellings = new WeakMap<BinaryExpressionNode, Telling | "nothing">();

function tellingOf(comparison: BinaryExpressionNode, semantics: FileSemantics): Telling | undefined {
  let telling = tellings.get(comparison);
  if (!telling) {
    telling = findTelling(comparison, semantics) ?? "nothing";
    tellings.set(comparison, telling);
  }
  return telling === "nothing" ? undefined : telling;
}

function findTelling(comparison: BinaryExpressionNode, semantics: FileSemantics): Telling | undefined {
  for (let around = comparison.parent; around && !isFunction(around); around = around.parent) {
    if (around.kind !== "for_statement" || !around.body.contains(comparison)) continue;
    const counter = counterOf(around, semantics);
    const range = counter && rangeOf(counter.key, comparison, semantics);
    if (range)
      return { head: counter.head, yes: turnIn(range(true), counter), no: turnIn(range(false), counter) };
  }
  return undefined;
}

function turnIn({ from, low, high }: Range, { first, end }: Counter): Turn {
  if (from === "" && high !== undefined && first !== undefined && high <= first) return "first";
  return from === end.key && low !== undefined && low + 1 >= end.plus ? "last" : undefined;
}

/** Where a comparison says that a place is, if it holds and if it does not. */
function rangeOf(
  key: string,
  { left, operator, right }: BinaryExpressionNode,
  semantics: FileSemantics,
): ((holds: boolean) => Range) | undefined {
  const [one, other] = [sumOf(left, semantics), sumOf(right, semantics)];
  if (!one || !other || (one.key === key) === (other.key === key)) return undefined;
  const isTurned = other.key === key;
  const relation = relations[isTurned ? (mirrored[operator] ?? operator) : operator];
  const [own, than] = isTurned ? [other, one] : [one, other];
  return relation && ((holds) => ({ from: than.key, ...relation(than.plus - own.plus, holds) }));
}

const relations: Readonly<Record<string, (than: number, holds: boolean) => Omit<Range, "from">>> = {
  "<": (than, holds) => (holds ? { high: than - 1 } : { low: than }),
  "<=": (than, holds) => (holds ? { high: than } : { low: than + 1 }),
  ">": (than, holds) => (holds ? { low: than + 1 } : { high: than }),
  ">=": (than, holds) => (holds ? { low: than } : { high: than - 1 }),
  "==": (than, holds) => (holds ? { low: than, high: than } : {}),
  "!=": (than, holds) => (holds ? {} : { low: than, high: than }),
};

const mirrored: Readonly<Record<string, string>> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

/** `n`, `n - 1`, `len(names)`, `3` */
function sumOf(expression: Expression, semantics: FileSemantics): Sum | undefined {
  const inner = withoutParentheses(expression);
  const value = semantics.package.program.types.constants.integer(inner);
  if (value !== undefined) return { key: "", plus: Number(value) };
  if (inner.kind === "binary_expression" && (inner.operator === "+" || inner.operator === "-")) {
    const [sum, added] = [sumOf(inner.left, semantics), sumOf(inner.right, semantics)];
    if (!sum || added?.key !== "") return undefined;
    return { key: sum.key, plus: sum.plus + (inner.operator === "+" ? added.plus : -added.plus) };
  }
  const place = placeOf(inner, semantics);
  return place && { key: place.key, plus: 0 };
}

const counters = new WeakMap<ForStatementNode, Counter | undefined>();

/** How a loop counts its turns, if its body asks for the number and leaves all that decides alone. */
function counterOf(loop: ForStatementNode, semantics: FileSemantics): Counter | undefined {
  if (!counters.has(loop)) counters.set(loop, findCounter(loop, semantics));
  return counters.get(loop);
}

function findCounter(
  { child: control, body }: ForStatementNode,
  semantics: FileSemantics,
): Counter | undefined {
  if (control?.kind === "range_clause") {
    const name = control.left?.children[0];
    const over = name && placeOf(control.right, semantics);
    const type = semantics.package.program.types.members.underlying(semantics.typeOf(control.right));
    const isNumber = type.kind === "basic";
    const end = isNumber ? sumOf(control.right, semantics) : over && { key: `len ${over.key}`, plus: 0 };
    const isCounted = isNumber || type.kind === "slice" || type.kind === "array";
    return name && end && isCounted
      ? counterFor(name, control.right, body, semantics, { head: control, first: 0, end })
      : undefined;
  }
  if (control?.kind !== "for_clause" || control.update?.kind !== "inc_statement") return undefined;
  const name = control.update.child;
  const [variable, head] = [placeOf(name, semantics), boundOf(control.condition, name.text)];
  const end = head && sumOf(head.right, semantics);
  if (!variable || !head || !end) return undefined;
  const start = control.initializer?.kind === "short_var_declaration" ? control.initializer : undefined;
  const given = start?.right.children[start.left.children.findIndex(({ text }) => text === name.text)];
  const first = given && sumOf(given, semantics);
  return counterFor(name, head.right, body, semantics, {
    head,
    first: first?.key === "" ? first.plus : undefined,
    end: head.operator === "<=" ? { ...end, plus: end.plus + 1 } : end,
  });
}

function counterFor(
  name: Expression,
  end: Expression,
  body: SyntaxNode,
  semantics: FileSemantics,
  counter: Omit<Counter, "key">,
): Counter | undefined {
  const place = placeOf(name, semantics);
  const [variable] = place?.variables ?? [];
  if (!place || !variable) return undefined;
  const deciding = [variable, ...(placeOf(end, semantics)?.variables ?? [])];
  const isSteady = deciding.every((each) => !isChangedIn(body, each, semantics));
  return isSteady && isComparedIn(body, variable, semantics) ? { ...counter, key: place.key } : undefined;
}

/** The condition among those of a loop that bounds a variable from above. */
function boundOf(condition: Expression | undefined, name: string): BinaryExpressionNode | undefined {
  const inner = condition && withoutParentheses(condition);
  if (inner?.kind !== "binary_expression") return undefined;
  if (inner.operator === "&&") return boundOf(inner.left, name) ?? boundOf(inner.right, name);
  const isBound = inner.operator === "<" || inner.operator === "<=";
  return isBound && inner.left.text === name ? inner : undefined;
}

function isChangedIn(body: SyntaxNode, variable: GoObject, semantics: FileSemantics): boolean {
  return semantics.bindings.identifiersOf(variable).some((mention) => {
    const { parent } = mention;
    const isAddressed = parent?.kind === "unary_expression" && parent.operator === "&";
    return body.contains(mention) && (isAddressed || isAssignedAt(mention));
  });
}

function isComparedIn(body: SyntaxNode, variable: GoObject, semantics: FileSemantics): boolean {
  return semantics.bindings.identifiersOf(variable).some((mention) => {
    if (!body.contains(mention)) return false;
    let around = mention.parent;
    while (around?.kind === "binary_expression" && !relations[around.operator]) around = around.parent;
    return around?.kind === "binary_expression";
  });
}
