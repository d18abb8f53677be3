import type {
  FuncLiteralNode,
  FunctionDeclarationNode,
  MethodDeclarationNode,
  SyntaxNode,
} from "../syntax/index.js";

/** Anything with a body of its own that runs when it is called. */
export type FunctionNode = FunctionDeclarationNode | MethodDeclarationNode | FuncLiteralNode;

export function isFunction(node: SyntaxNode | undefined): node is FunctionNode {
  return (
    node?.kind === "function_declaration" ||
    node?.kind === "method_declaration" ||
    node?.kind === "func_literal"
  );
}

/** The innermost function around a node, the node itself left out; undefined at package level. */
export function enclosingFunction(node: SyntaxNode): FunctionNode | undefined {
  let around = node.parent;
  while (around && !isFunction(around)) around = around.parent;
  return around;
}
