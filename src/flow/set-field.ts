import type { FileSemantics } from "../semantics/index.js";
import { KindId } from "../syntax/index.js";
import type { AssignmentStatementNode, Expression, KeyedElementNode, SyntaxNode } from "../syntax/index.js";

/**
 * Whether code sets one of some fields to anything but its zero value: `tr.DisableKeepAlives = true`,
 * `&http.Request{Close: true}`. Fields are named as `FileSemantics.fieldName` names them; function literals in the code count.
 */
export function setsField(code: SyntaxNode, fields: ReadonlySet<string>, semantics: FileSemantics): boolean {
  const { arena } = code.tree;
  const end = arena.subtreeEnds[code.id] as number;
  for (let id = code.id; id < end; id++) {
    const kind = arena.kinds[id];
    if (kind !== KindId.keyed_element && kind !== KindId.assignment_statement) continue;
    const node = code.tree.node(id) as KeyedElementNode | AssignmentStatementNode;
    const isSet =
      node.kind === "keyed_element"
        ? isNamed(node, fields, semantics) && !isZero(node.value.child, semantics)
        : assigns(node, fields, semantics);
    if (isSet) return true;
  }
  return false;
}

function assigns(
  { left, right }: AssignmentStatementNode,
  fields: ReadonlySet<string>,
  semantics: FileSemantics,
): boolean {
  return left.children.some((target, index) => {
    const value = right.children[index];
    const isField = target.kind === "selector_expression" && isNamed(target, fields, semantics);
    return isField && !(value && isZero(value, semantics));
  });
}

/** Most fields are told apart by their own name, before the type of the struct is asked for. */
function isNamed(
  node: Extract<SyntaxNode, { kind: "selector_expression" | "keyed_element" }>,
  fields: ReadonlySet<string>,
  semantics: FileSemantics,
): boolean {
  const word = `.${node.kind === "keyed_element" ? node.key.text : node.field.text}`;
  if (![...fields].some((field) => field.endsWith(word))) return false;
  return fields.has(semantics.fieldName(node) ?? "");
}

function isZero(value: SyntaxNode, semantics: FileSemantics): boolean {
  if (value.kind === "false" || value.kind === "nil") return true;
  return semantics.package.program.types.constants.integer(value as Expression) === 0n;
}
