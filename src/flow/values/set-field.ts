import type { FileSemantics } from "../../semantics/index.js";
import { KindId } from "../../syntax/index.js";
import type {
  AssignmentStatementNode,
  Expression,
  KeyedElementNode,
  SyntaxNode,
} from "../../syntax/index.js";

/** Whether the value that a field gets is of the sort that is asked about. */
type IsMeant = (value: SyntaxNode, semantics: FileSemantics) => boolean;

/**
 * Whether code sets one of some fields to anything but its zero value: `tr.DisableKeepAlives = true`,
 * `&http.Request{Close: true}`; or, where that is asked, to a value of some sort. Fields are named as `FileSemantics.fieldName`
 * names them; function literals in the code count.
 */
export function setsField(
  code: SyntaxNode,
  fields: ReadonlySet<string>,
  semantics: FileSemantics,
  isMeant: IsMeant = isNotZero,
): boolean {
  const { arena } = code.tree;
  const end = arena.subtreeEnds[code.id] as number;
  for (let id = code.id; id < end; id++) {
    const kind = arena.kinds[id];
    if (kind !== KindId.keyed_element && kind !== KindId.assignment_statement) continue;
    const node = code.tree.node(id) as KeyedElementNode | AssignmentStatementNode;
    const isSet =
      node.kind === "keyed_element"
        ? isNamed(node, fields, semantics) && isMeant(node.value.child, semantics)
        : assigns(node, fields, semantics, isMeant);
    if (isSet) return true;
  }
  return false;
}

function assigns(
  { left, right }: AssignmentStatementNode,
  fields: ReadonlySet<string>,
  semantics: FileSemantics,
  isMeant: IsMeant,
): boolean {
  return left.children.some((target, index) => {
    const value = right.children[index];
    const isField = target.kind === "selector_expression" && isNamed(target, fields, semantics);
    // One of several results of a call may be anything.
    return isField && isMeant(value ?? target, semantics);
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

function isNotZero(value: SyntaxNode, semantics: FileSemantics): boolean {
  if (value.kind === "false" || value.kind === "nil") return false;
  return semantics.package.program.types.constants.integer(value as Expression) !== 0n;
}
