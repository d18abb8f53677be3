import type { Position } from "../../knowledge/index.js";
import type { FileSemantics, Type } from "../../semantics/index.js";
import type { CallExpressionNode, Expression, SyntaxNode } from "../../syntax/index.js";
import { operandAt } from "../calls/operand.js";
import { outermostParentheses } from "../nodes/parentheses.js";
import { localVariable, targetOf } from "../values/assigned-variable.js";
import type { Acquisition } from "./acquisition.js";
import { placeOf } from "./conditions/condition.js";
import type { Effect } from "./effect.js";
import { keeps, leaves } from "./effect.js";
import type { Holder } from "./holder.js";
import type { MentionEffects } from "./mentions/mention.js";
import type { Witness } from "./path-state.js";

/** What becomes of a resource at the very moment at which it is acquired. */
export type Beginning =
  /** A variable holds it. */
  | { readonly kind: "held"; readonly holder: Holder; readonly witnesses: readonly Witness[] }
  /** Nothing does, and nothing ever will. */
  | { readonly kind: "dropped"; readonly witnesses: readonly Witness[] }
  /** Something is done with it at once. */
  | { readonly kind: "used"; readonly effect: Effect };

/** What becomes of a resource at the very moment at which it is acquired. */
export function beginningOf(
  { call, position, part }: Acquisition,
  effects: MentionEffects,
  semantics: FileSemantics,
): Beginning {
  return typeof position === "number"
    ? beginningOfResult(call, position, part, effects, semantics)
    : beginningOfOperand(call, position, semantics);
}

function beginningOfResult(
  call: CallExpressionNode,
  index: number,
  part: string,
  effects: MentionEffects,
  semantics: FileSemantics,
): Beginning {
  const value = outermostParentheses(call);
  const around = value.parent;
  switch (around?.kind) {
    case "expression_statement":
    case "go_statement":
    case "defer_statement":
      return { kind: "dropped", witnesses: [] };
    case "expression_list":
      break;
    default:
      if (around && resultCount(call, semantics) > 1)
        return { kind: "used", effect: leaves(around, "passed") };
      return beginningOfUse(effects.ofValue(value, part, semantics));
  }
  const target = targetOf(value, index);
  if (!target) return { kind: "used", effect: effectOfReturn(value, around, index, part) };
  const witnesses = witnessesOf(value, around, semantics);
  if (target.text === "_") return { kind: "dropped", witnesses };
  const variable = localVariable(target, semantics);
  if (!variable) return { kind: "used", effect: leaves(target, "stored") };
  return { kind: "held", holder: { variable, part }, witnesses };
}

/** The variable beside the one that holds a resource through which the end of the resource can be seen: `ctx` of `ctx, cancel`. */
export function endingHolder({ call, kind }: Acquisition, semantics: FileSemantics): Holder | undefined {
  const { endsWith } = kind.facts;
  const value = outermostParentheses(call);
  const target =
    endsWith && value.parent?.kind === "expression_list" ? targetOf(value, endsWith.result) : undefined;
  const variable = target && localVariable(target, semantics);
  return variable && { variable, part: "", role: "ends" };
}

function beginningOfUse(effect: Effect): Beginning {
  // Only a part of it is kept: `time.NewTicker(d).C`.
  if (effect.kind === "shares") return { kind: "held", holder: effect.with, witnesses: [] };
  return { kind: "used", effect };
}

function effectOfReturn(value: SyntaxNode, list: SyntaxNode, index: number, part: string): Effect {
  if (list.parent?.kind !== "return_statement") return keeps;
  const values = list.allChildren;
  const place = values.length === 1 ? index : values.indexOf(value);
  return { kind: "leaves", at: list.parent, how: "returned", result: { index: place, part } };
}

function beginningOfOperand(
  call: CallExpressionNode,
  position: Exclude<Position, number>,
  semantics: FileSemantics,
): Beginning {
  const operand = operandAt(call, position);
  const variable = operand && localVariable(operand, semantics);
  // What the caller has passed, the caller releases; what a collection holds is released by way of that.
  const kind = variable?.declaration?.kind;
  if (!variable || kind === "parameter_declaration" || kind === "range_clause")
    return { kind: "used", effect: leaves(operand ?? call, "stored") };
  const value = outermostParentheses(call);
  const witnesses =
    value.parent?.kind === "expression_list" ? witnessesOf(value, value.parent, semantics) : [];
  return { kind: "held", holder: { variable, part: "" }, witnesses };
}

/** The other places that a call's results are assigned to and that tell whether it has succeeded. */
function witnessesOf(value: SyntaxNode, list: SyntaxNode, semantics: FileSemantics): readonly Witness[] {
  if (list.allChildren.length !== 1) return [];
  const type = semantics.typeOf(value as Expression);
  const types = type.kind === "tuple" ? type.types : type.kind === "unknown" ? [] : [type];
  const witnesses: Witness[] = [];
  for (let index = 0; ; index++) {
    const target = targetOf(value, index);
    if (!target) return witnesses;
    const place = placeOf(target, semantics);
    if (!place) continue;
    const isLast = index > 0 && !targetOf(value, index + 1);
    const success = successOf(types[index] ?? semantics.typeOf(target), isLast, semantics);
    witnesses.push({ place, success });
  }
}

/** What a result of a type is when a call has succeeded. The last result of a call out of sight is taken for an error. */
function successOf(type: Type, isLast: boolean, semantics: FileSemantics): Witness["success"] {
  if (type.kind === "unknown") return isLast ? "nil" : "not nil";
  if (semantics.typeText(type) === "bool") return "true";
  return semantics.package.program.types.members.select(type, "Error")?.kind === "method" ? "nil" : "not nil";
}

function resultCount(call: CallExpressionNode, semantics: FileSemantics): number {
  const type = semantics.typeOf(call);
  return type.kind === "tuple" ? type.types.length : 1;
}
