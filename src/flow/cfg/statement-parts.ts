import type {
  CommunicationCaseNode,
  ErrorNode,
  Expression,
  SyntaxNode,
  VarDeclarationNode,
} from "../../syntax/index.js";

/**
 * The statements of a block or of a clause. What the parser could not make sense of is among them: it may have
 * been one.
 */
export function statementsIn(list: SyntaxNode): readonly SyntaxNode[] {
  return list.allChildren.flatMap((child) => {
    if (child.kind === "statement_list") return child.allChildren;
    return child.kind === "ERROR" ? [child] : [];
  });
}

/** What the parser could not make sense of in the head of a statement, or between its clauses. */
export function errorsIn(statement: SyntaxNode): readonly ErrorNode[] {
  if (statement.tree.errors.length === 0) return [];
  return statement.allChildren.flatMap((child) => {
    if (child.kind === "for_clause") return errorsIn(child);
    return child.kind === "ERROR" ? [child] : [];
  });
}

/** The variables of a declaration, which get their values one specification after the other. */
export function specsOf({ child }: VarDeclarationNode): readonly SyntaxNode[] {
  return child.kind === "var_spec_list" ? child.allChildren : [child];
}

/** What of a communication is evaluated before a `select` chooses: the channel, and the value to be sent. */
export function operandsOf({ communication }: CommunicationCaseNode): readonly Expression[] {
  if (communication.kind === "send_statement") return [communication.channel, communication.value];
  let receive = communication.right;
  while (receive.kind === "parenthesized_expression") receive = receive.child as Expression;
  return receive.kind === "unary_expression" ? [receive.operand] : [];
}

/** The communication of a `select` that an expression is an operand of. */
export function communicationOf(operand: SyntaxNode): SyntaxNode | undefined {
  let around = operand.parent;
  while (around?.kind === "parenthesized_expression" || around?.kind === "unary_expression")
    around = around.parent;
  const isCommunication = around?.kind === "send_statement" || around?.kind === "receive_statement";
  return isCommunication && around?.parent?.kind === "communication_case" ? around : undefined;
}
