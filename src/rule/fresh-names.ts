import { enclosingFunction } from "../semantics/index.js";
import type { FunctionNode } from "../semantics/index.js";
import { KindId } from "../syntax/index.js";
import type { SyntaxNode } from "../syntax/index.js";

/** Names for variables that fixes declare: none is in use in its function, and none is given out twice there. */
export class FreshNames {
  readonly #taken = new Map<FunctionNode, Set<string>>();

  /** The wanted name, or that name with a number. */
  next(wanted: string, place: SyntaxNode): string {
    const taken = this.#takenAround(place);
    let name = wanted;
    for (let number = 2; taken.has(name); number++) name = `${wanted}${number}`;
    taken.add(name);
    return name;
  }

  #takenAround(place: SyntaxNode): Set<string> {
    let owner = enclosingFunction(place);
    for (let outer = owner; outer; outer = enclosingFunction(outer)) owner = outer;
    if (!owner) return new Set();
    let taken = this.#taken.get(owner);
    if (!taken) {
      taken = identifiersIn(owner);
      this.#taken.set(owner, taken);
    }
    return taken;
  }
}

function identifiersIn(owner: FunctionNode): Set<string> {
  const { kinds, subtreeEnds } = owner.tree.arena;
  const names = new Set<string>();
  for (let id = owner.id; id < (subtreeEnds[owner.id] as number); id++)
    if (kinds[id] === KindId.identifier) names.add(owner.tree.node(id).text);
  return names;
}
