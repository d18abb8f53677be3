import type { Callee, FileSemantics } from "../../semantics/index.js";
import type { CallExpressionNode, SelectorExpressionNode, SyntaxNode } from "../../syntax/index.js";
import { outermostParentheses } from "../nodes/parentheses.js";

/** How a value is used, in the place where an expression gives it. */
export type Use =
  /** `f.Name()`: a method runs, the value stays where it is. */
  | { readonly kind: "method-call"; readonly method: string; readonly call: CallExpressionNode }
  /** `f.Name` without a call: a field is read or a method value is made. */
  | { readonly kind: "selection"; readonly selector: SelectorExpressionNode }
  /** `g(f)` */
  | { readonly kind: "argument"; readonly call: CallExpressionNode; readonly callee: Callee | undefined }
  /** `<-c`, `range c` */
  | { readonly kind: "receive" }
  /** `f == nil`, `f != nil` */
  | { readonly kind: "comparison" }
  /** `f = …`: the variable gets another value. */
  | { readonly kind: "assignment" }
  /** `_ = f` */
  | { readonly kind: "discard" }
  /** Anything else: returned, stored, sent, its address taken, …: the value may go anywhere. */
  | { readonly kind: "escape" };

/** How the value of an expression is used, that of a variable for one. */
export function useOf(expression: SyntaxNode, semantics: FileSemantics): Use {
  const node = outermostParentheses(expression);
  const parent = node.parent;
  switch (parent?.kind) {
    case "selector_expression":
      return selection(parent);
    case "argument_list":
      return argument(parent.parent, semantics);
    case "unary_expression":
      return { kind: parent.operator === "<-" ? "receive" : "escape" };
    case "range_clause":
      return { kind: parent.right === node ? "receive" : "escape" };
    case "binary_expression":
      return parent.operator === "==" || parent.operator === "!="
        ? { kind: "comparison" }
        : { kind: "escape" };
    case "expression_list":
      return listed(node, parent);
    default:
      return { kind: "escape" };
  }
}

function selection(selector: SelectorExpressionNode): Use {
  const node = outermostParentheses(selector);
  const around = node.parent;
  if (around?.kind === "call_expression" && around.function === node) {
    return { kind: "method-call", method: selector.field.text, call: around };
  }
  return { kind: "selection", selector };
}

function argument(call: SyntaxNode | undefined, semantics: FileSemantics): Use {
  if (call?.kind !== "call_expression") return { kind: "escape" };
  return { kind: "argument", call, callee: semantics.callee(call) };
}

function listed(node: SyntaxNode, list: SyntaxNode): Use {
  const statement = list.parent;
  if (statement?.kind === "assignment_statement" || statement?.kind === "short_var_declaration") {
    if (statement.left === list) return { kind: "assignment" };
    const at = list.allChildren.indexOf(node);
    if (statement.left.children[at]?.text === "_") return { kind: "discard" };
  }
  return { kind: "escape" };
}
