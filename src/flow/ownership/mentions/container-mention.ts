import { enclosingFunction } from "../../../semantics/index.js";
import type { FileSemantics, GoObject } from "../../../semantics/index.js";
import type { CallExpressionNode, SyntaxNode } from "../../../syntax/index.js";
import { localVariable, targetOf } from "../../values/assigned-variable.js";
import { keeps, leaves } from "../effect.js";
import type { Effect } from "../effect.js";
import type { Holder } from "../holder.js";

/** What becomes of a resource that is appended to a slice. */
export function ofAppended(call: CallExpressionNode, part: string, semantics: FileSemantics): Effect {
  const variable = appendedTo(call, semantics);
  return variable && isOnlyHere(variable, call, semantics)
    ? { kind: "shares", with: { variable, part, role: "contains" } }
    : leaves(call, "stored");
}

/** The local variable of `s = append(s, …)`. */
function appendedTo(call: CallExpressionNode, semantics: FileSemantics): GoObject | undefined {
  const target = call.parent?.kind === "expression_list" ? targetOf(call, 0) : undefined;
  const variable = target && localVariable(target, semantics);
  return variable && call.arguments.children[0]?.text === variable.name ? variable : undefined;
}

/** Whether nobody but the code of a function itself can look into a variable: no caller, no function literal. */
function isOnlyHere(variable: GoObject, node: SyntaxNode, semantics: FileSemantics): boolean {
  const owner = enclosingFunction(node);
  return (
    variable.declaration?.parent?.kind !== "parameter_list" &&
    semantics.bindings.identifiersOf(variable).every((mention) => enclosingFunction(mention) === owner)
  );
}

/** What becomes of a resource when a slice that contains it is mentioned. */
export function ofContainer(mention: SyntaxNode, holder: Holder, semantics: FileSemantics): Effect {
  const parent = mention.parent;
  const list = parent?.kind === "expression_list" ? parent.parent : undefined;
  if (list?.kind === "assignment_statement" && list.left === parent) return keeps;
  const call = parent?.kind === "argument_list" ? parent.parent : undefined;
  const callee = call?.kind === "call_expression" ? semantics.callee(call) : undefined;
  if (call?.kind !== "call_expression" || callee?.kind !== "builtin") return leaves(mention, "stored");
  if (callee.name === "len" || callee.name === "cap") return keeps;
  return appendedTo(call, semantics) === holder.variable
    ? { kind: "shares", with: holder }
    : leaves(mention, "stored");
}
