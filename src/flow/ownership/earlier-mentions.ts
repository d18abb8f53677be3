import { enclosingFunction } from "../../semantics/index.js";
import type { GoObject } from "../../semantics/index.js";
import type { SyntaxNode } from "../../syntax/index.js";
import { enclosingLoop } from "../enclosing-loop.js";
import type { Acquisition } from "./acquisition.js";
import type { Effect } from "./effect.js";
import type { FunctionFlow } from "./function-flow.js";
import type { Holder } from "./holder.js";
import type { MentionEffects } from "./mention.js";

/** What was done with a variable before it got the resource. */
export type Earlier =
  /** Somebody will take care of whatever it holds: a deferred function literal, whoever got its address. */
  | { readonly kind: "settled"; readonly by: Extract<Effect, { kind: "leaves" | "releases" }> }
  /** Functions that reach the resource through it. */
  | { readonly kind: "open"; readonly holders: readonly Holder[] };

/** What the mentions of a variable before an acquisition mean for what it will hold. */
export function earlierMentions(
  holder: Holder,
  { call, position }: Acquisition,
  flow: FunctionFlow,
  effects: MentionEffects,
): Earlier {
  const { owner, semantics } = flow;
  // What the body of a loop declares is another variable in each turn.
  const loop = enclosingLoop(call);
  const lasting = loop && !contains(loop.body, holder.variable) ? loop : undefined;
  const holders: Holder[] = [];
  for (const mention of semantics.bindings.identifiersOf(holder.variable)) {
    const isEarlier = mention.end <= call.start || lasting?.contains(mention) === true;
    if (!isEarlier || call.contains(mention) || mention === holder.variable.identifier) continue;
    // A variable that gets a new value each time stands for another resource by then, unless somebody watches it.
    const isWatched = enclosingFunction(mention) !== owner || mention.parent?.kind === "unary_expression";
    if (!isWatched && typeof position === "number") continue;
    const effect = effects.ofMention(mention, holder, owner, semantics);
    if (effect.kind === "leaves" || effect.kind === "releases") return { kind: "settled", by: effect };
    if (effect.kind === "shares") holders.push(effect.with);
  }
  return { kind: "open", holders };
}

function contains(code: SyntaxNode, { identifier }: GoObject): boolean {
  return identifier !== undefined && code.contains(identifier);
}
