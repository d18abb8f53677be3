import { withoutParentheses } from "../semantics/index.js";
import type { FileSemantics } from "../semantics/index.js";
import { KindId } from "../syntax/index.js";
import type { CallExpressionNode, SyntaxNode } from "../syntax/index.js";
import { calledName } from "./called-name.js";
import { resourceKinds } from "./ownership/index.js";

/** The call whose result a call is about: of `f` in `f.Close()`, `closeQuietly(f)`, `func() { f.Close() }()`. */
export function acquiringCallOf(
  call: CallExpressionNode,
  semantics: FileSemantics,
): CallExpressionNode | undefined {
  for (const identifier of identifiersIn(call)) {
    const { declaration } = semantics.objectOf(identifier) ?? {};
    if (declaration?.kind !== "short_var_declaration" || call.contains(declaration)) continue;
    const [value] = declaration.right.children;
    const inner = value && withoutParentheses(value);
    if (inner?.kind === "call_expression") return inner;
  }
  return undefined;
}

/** Whether a call acquires something that does not end by itself: neither a timer nor a context with a deadline. */
export function holdsSomething(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const name = calledName(call, semantics);
  if (/^(?:time\.|context\.With(?:Deadline|Timeout))/.test(name)) return false;
  return resourceKinds.some((kind) => kind.positions(name).length > 0);
}

function identifiersIn(node: SyntaxNode): readonly SyntaxNode[] {
  const { kinds, subtreeEnds } = node.tree.arena;
  const found: SyntaxNode[] = [];
  for (let id = node.id; id < (subtreeEnds[node.id] as number); id++)
    if (kinds[id] === KindId.identifier) found.push(node.tree.node(id));
  return found;
}
