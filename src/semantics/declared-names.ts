import { KindId } from "../syntax/index.js";
import type {
  ExpressionListNode,
  LiteralValueNode,
  MethodDeclarationNode,
  SyntaxNode,
} from "../syntax/index.js";

/** The identifiers that a declaration introduces, blank ones included. */
export function declaredNames(node: SyntaxNode): readonly SyntaxNode[] {
  switch (node.kind) {
    case "var_spec":
    case "const_spec":
    case "parameter_declaration":
    case "type_parameter_declaration":
      return node.names;
    case "variadic_parameter_declaration":
    case "function_declaration":
    case "type_spec":
    case "type_alias":
    case "import_spec":
      return node.name ? [node.name] : [];
    case "package_clause":
      return [node.child];
    case "short_var_declaration":
      return identifiersOf(node.left);
    case "range_clause":
    case "receive_statement":
      return node.left && usesDefine(node.left, node.right) ? identifiersOf(node.left) : [];
    case "type_switch_statement":
      return node.alias ? identifiersOf(node.alias) : [];
    case "method_declaration":
      return receiverTypeParameters(node);
    default:
      return [];
  }
}

/** K and V of `func (r *T[K, V]) M()`. */
export function receiverTypeParameters(method: MethodDeclarationNode): readonly SyntaxNode[] {
  let type: SyntaxNode | undefined = method.receiver.children[0]?.type;
  while (type?.kind === "pointer_type" || type?.kind === "parenthesized_type") type = type.child;
  if (type?.kind !== "generic_type") return [];
  return type.typeArguments.children
    .flatMap((element) => element.children)
    .filter((name) => name.kind === "type_identifier");
}

/**
 * The literal of which an identifier is a key, `{key: …}`: there it is a field's name when the literal is a struct,
 * and an expression when it is a map, slice or array. Undefined for identifiers elsewhere.
 */
export function literalOfKey(identifier: SyntaxNode): LiteralValueNode | undefined {
  const { kinds, parents } = identifier.tree.arena;
  // Asked of every identifier: most are done with a look at the arena.
  if (kinds[parents[identifier.id] as number] !== KindId.literal_element) return undefined;
  const element = identifier.parent;
  if (element?.kind !== "literal_element" || element.parent?.kind !== "keyed_element") return undefined;
  const literal = element.parent.key === element ? element.parent.parent : undefined;
  return literal?.kind === "literal_value" ? literal : undefined;
}

function identifiersOf(list: ExpressionListNode): readonly SyntaxNode[] {
  return list.children.filter((expression) => expression.kind === "identifier");
}

/** Whether `:=` rather than `=` stands between the two sides of a clause. */
function usesDefine(left: SyntaxNode, right: SyntaxNode): boolean {
  return left.tree.text.slice(left.end, right.start).includes(":=");
}
