import { withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics } from "../../semantics/index.js";
import type { ForStatementNode, SyntaxNode } from "../../syntax/index.js";
import { isCounted } from "./process-lifetime.js";

/** More turns than this are not few. */
const few = 16n;

/**
 * Whether few turns of a loop come to a statement, as far as can be told: there are few turns, or the loop goes through a
 * collection, and the statement is for the elements of which something has a certain value.
 */
export function fewTurnsReach(
  statement: SyntaxNode,
  loop: ForStatementNode,
  semantics: FileSemantics,
): boolean {
  const turns = mostTurns(loop, semantics);
  if (turns !== undefined && turns <= few) return true;
  return isCounted(loop, semantics) && isForOneValue(statement, loop);
}

/** How many turns a loop has at most, where constants and types say so. */
function mostTurns({ child: control }: ForStatementNode, semantics: FileSemantics): bigint | undefined {
  const { constants, members } = semantics.package.program.types;
  if (control?.kind === "range_clause") {
    const over = withoutParentheses(control.right);
    if (over.kind === "composite_literal") return BigInt(over.body.children.length);
    const type = members.underlying(semantics.typeOf(over));
    return type.kind === "array" ? type.length : constants.integer(over);
  }
  const condition = control?.kind === "for_clause" ? control.condition : undefined;
  if (condition?.kind !== "binary_expression") return undefined;
  const isUpwards = condition.operator === "<" || condition.operator === "<=";
  return isUpwards ? constants.integer(condition.right) : undefined;
}

/** Whether code in a loop runs only where two values are equal: `case "README":`, `if name == wanted`. */
function isForOneValue(code: SyntaxNode, loop: ForStatementNode): boolean {
  for (let around = code.parent; around && around !== loop; around = around.parent) {
    if (around.kind === "expression_case") {
      // Without a subject the cases are conditions.
      if (around.parent?.kind === "expression_switch_statement" && around.parent.value) return true;
    } else if (around.kind === "if_statement" && around.consequence.contains(code)) {
      const condition = withoutParentheses(around.condition);
      if (condition.kind !== "binary_expression" || condition.operator !== "==") continue;
      if (condition.right.kind !== "nil") return true;
    }
  }
  return false;
}
