import { withoutParentheses } from "../../../semantics/index.js";
import type { FileSemantics, GoObject } from "../../../semantics/index.js";
import type { Expression, ExpressionSwitchStatementNode } from "../../../syntax/index.js";
import type { Assumption } from "../../cfg/index.js";

/**
 * Whether a branch is taken only where the subject of a switch is none of the constants that its type is made for: the switch
 * has a case for each of those that are declared together, and no default. Go lets a value be another one, programs do not.
 */
export function isNoneOfAll(assumption: Assumption, semantics: FileSemantics): boolean {
  if (assumption.kind !== "case" || assumption.holds) return false;
  const clause = assumption.values[0]?.parent?.parent;
  const statement = clause?.parent;
  if (statement?.kind !== "expression_switch_statement" || statement.children.at(-1) !== clause) return false;
  return isExhaustive(statement, semantics);
}

const known = new WeakMap<ExpressionSwitchStatementNode, boolean>();

function isExhaustive(statement: ExpressionSwitchStatementNode, semantics: FileSemantics): boolean {
  let isSo = known.get(statement);
  if (isSo === undefined) known.set(statement, (isSo = findExhaustive(statement, semantics)));
  return isSo;
}

function findExhaustive(
  { value: subject, children }: ExpressionSwitchStatementNode,
  semantics: FileSemantics,
): boolean {
  if (!subject || semantics.typeOf(subject).kind !== "named") return false;
  const values = children.flatMap((clause) =>
    clause.kind === "expression_case" ? clause.value.children : [],
  );
  const hasDefault = children.some(({ kind }) => kind === "default_case");
  const constants = values.flatMap((value) => constantOf(value, semantics) ?? []);
  const [first] = constants;
  if (hasDefault || !first || constants.length < values.length) return false;
  const named = new Set(constants.map(({ name }) => name));
  const together = namesBeside(first);
  return together.length > 1 && together.every((name) => named.has(name));
}

function constantOf(value: Expression, semantics: FileSemantics): GoObject | undefined {
  const inner = withoutParentheses(value);
  const isImported = inner.kind === "selector_expression" && inner.operand.kind === "identifier";
  const name = isImported ? inner.operand : inner;
  let object = name.kind === "identifier" ? semantics.objectOf(name) : undefined;
  if (isImported)
    object = object?.kind === "package-name" ? semantics.exported(object, inner.field.text) : undefined;
  return object?.kind === "constant" ? object : undefined;
}

/** The constants that are declared in the same parentheses. */
function namesBeside({ declaration }: GoObject): readonly string[] {
  const group = declaration?.parent;
  if (group?.kind !== "const_declaration") return [];
  return group.children.flatMap(({ names }) => names.map(({ text }) => text)).filter((name) => name !== "_");
}
