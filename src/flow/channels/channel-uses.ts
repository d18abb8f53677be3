import { withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics, PackageSemantics } from "../../semantics/index.js";
import { KindId } from "../../syntax/index.js";
import type { CallExpressionNode, Expression, SendStatementNode, SyntaxTree } from "../../syntax/index.js";

/** The channels, by variable or by field, that code of a package sends on and closes. */
class ChannelUses {
  readonly sent = new Set<object>();
  readonly closed = new Set<object>();

  constructor(semantics: PackageSemantics) {
    for (const tree of semantics.trees) this.#add(tree, semantics.file(tree));
  }

  #add(tree: SyntaxTree, semantics: FileSemantics): void {
    const { kinds, size } = tree.arena;
    for (let id = 0; id < size; id++) {
      if (kinds[id] === KindId.send_statement)
        note(this.sent, (tree.node(id) as SendStatementNode).channel, semantics);
      else if (kinds[id] === KindId.call_expression) {
        const call = tree.node(id) as CallExpressionNode;
        const [channel] = call.arguments.children;
        if (call.function.text !== "close" || !channel) continue;
        if (semantics.callee(call)?.kind === "builtin") note(this.closed, channel as Expression, semantics);
      }
    }
  }
}

function note(uses: Set<object>, channel: Expression, semantics: FileSemantics): void {
  const identity = identityOf(channel, semantics);
  if (identity) uses.add(identity);
}

/** What all mentions of a channel have in common: its variable, or the field that it stands in. */
function identityOf(channel: Expression, semantics: FileSemantics): object | undefined {
  const inner = withoutParentheses(channel);
  if (inner.kind === "identifier") return semantics.objectOf(inner);
  if (inner.kind !== "selector_expression") return undefined;
  const { members } = semantics.package.program.types;
  const found = members.select(semantics.typeOf(inner.operand), inner.field.text);
  return found?.kind === "field" ? found.field : semantics.objectOf(inner.field);
}

const packages = new WeakMap<PackageSemantics, ChannelUses>();

function usesIn(semantics: PackageSemantics): ChannelUses {
  let uses = packages.get(semantics);
  if (!uses) {
    uses = new ChannelUses(semantics);
    packages.set(semantics, uses);
  }
  return uses;
}

/** Whether code of the package sends on a channel. */
export function isSentOn(channel: Expression, semantics: FileSemantics): boolean {
  const identity = identityOf(channel, semantics);
  return identity !== undefined && usesIn(semantics.package).sent.has(identity);
}

/** Whether a channel tells of an end by being closed: that of a context, or one that the package closes and never sends on. */
export function isOnlyClosed(channel: Expression, semantics: FileSemantics): boolean {
  const inner = withoutParentheses(channel);
  if (inner.kind === "call_expression") return endingChannels.has(semantics.calleeName(inner) ?? "");
  const identity = identityOf(inner, semantics);
  const { sent, closed } = usesIn(semantics.package);
  return identity !== undefined && closed.has(identity) && !sent.has(identity);
}

/** Methods whose channel is closed, and never sent on. */
const endingChannels: ReadonlySet<string> = new Set([
  "context.(Context).Done",
  "golang.org/x/net/context.(Context).Done",
]);
