import { withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics } from "../../semantics/index.js";
import type { CommunicationCaseNode } from "../../syntax/index.js";
import { fieldValues } from "../values/field-values.js";

/**
 * Whether a case of a `select` waits for a channel that is never made, which takes for ever: a field of the package that its code
 * never sets to anything but nil.
 */
export function waitsForNil({ communication }: CommunicationCaseNode, semantics: FileSemantics): boolean {
  if (communication.kind !== "receive_statement") return false;
  const receive = withoutParentheses(communication.right);
  const channel = receive.kind === "unary_expression" ? withoutParentheses(receive.operand) : undefined;
  const values = channel?.kind === "selector_expression" ? fieldValues(channel, semantics) : undefined;
  return values?.every(({ value }) => value?.kind === "nil") === true;
}
