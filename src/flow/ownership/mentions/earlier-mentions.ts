import { enclosingFunction } from "../../../semantics/index.js";
import type { GoObject } from "../../../semantics/index.js";
import type { SyntaxNode } from "../../../syntax/index.js";
import { enclosingLoop } from "../../loops/enclosing-loop.js";
import { leaves } from "../effect.js";
import type { Effect } from "../effect.js";
import type { FunctionFlow } from "../function-flow.js";
import { sameHolder } from "../holder.js";
import type { Holder } from "../holder.js";
import type { MentionEffects } from "./mention.js";

/**
 * What is done with whatever a variable holds, from the place on at which it gets the resource, because of a mention of it
 * before: a function literal was deferred, kept or given to a variable, an address was given away.
 */
export function earlierEffects(
  holder: Holder,
  place: SyntaxNode,
  flow: FunctionFlow,
  effects: MentionEffects,
): readonly Effect[] {
  const found: Effect[] = [];
  const holders = [holder];
  // A variable that shares what another will hold is a function made before.
  for (const next of holders) {
    for (const mention of mentionsBefore(next.variable, place, flow)) {
      const isWatched = enclosingFunction(mention) !== flow.owner || isAddressed(mention);
      // A variable that gets a new value stands for something else by then, unless somebody watches it.
      if (next === holder && !isWatched) continue;
      const effect = effects.ofMention(mention, next, flow.owner, flow.semantics);
      if (!isWatched && isRunAtOnce(effect)) continue;
      // A goroutine that runs already may come to release it.
      found.push(effect.kind === "keeps" && effect.partly ? leaves(effect.partly.start, "captured") : effect);
      if (effect.kind !== "shares") continue;
      if (!holders.some((known) => sameHolder(known, effect.with))) holders.push(effect.with);
    }
  }
  return found;
}

/** What is done with a variable before a place at which it becomes a resource, and stays the value that it is. */
export function effectsBefore(
  holder: Holder,
  place: SyntaxNode,
  flow: FunctionFlow,
  effects: MentionEffects,
): readonly Effect[] {
  return mentionsBefore(holder.variable, place, flow).map((mention) =>
    effects.ofMention(mention, holder, flow.owner, flow.semantics),
  );
}

/** The mentions of a variable that may be evaluated before a place is, from its declaration on. */
function mentionsBefore(
  variable: GoObject,
  place: SyntaxNode,
  { semantics }: FunctionFlow,
): readonly SyntaxNode[] {
  // What the body of a loop declares is another variable in each turn.
  const loop = enclosingLoop(place);
  const lasting = loop && !contains(loop.body, variable) ? loop : undefined;
  return semantics.bindings.identifiersOf(variable).filter((mention) => {
    const isEarlier = mention.end <= place.start || lasting?.contains(mention) === true;
    return isEarlier && !place.contains(mention) && mention !== variable.identifier;
  });
}

function contains(code: SyntaxNode, { identifier }: GoObject): boolean {
  return identifier !== undefined && code.contains(identifier);
}

function isAddressed({ parent }: SyntaxNode): boolean {
  return parent?.kind === "unary_expression" && parent.operator === "&";
}

/** Whether a call has released what there was by then, and not what comes later. */
function isRunAtOnce(effect: Effect): boolean {
  return effect.kind === "releases" && effect.at.parent?.kind !== "defer_statement";
}
