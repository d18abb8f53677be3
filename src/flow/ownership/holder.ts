import type { GoObject } from "../../semantics/index.js";

/** A local variable through which a resource can be reached. */
export interface Holder {
  readonly variable: GoObject;
  /**
   * What of the resource the variable holds, as the beginning of the paths that release it: empty for the resource
   * itself, `Body.` for the body of a response.
   */
  readonly part: string;
  /**
   * How the variable reaches the resource if it is not the resource or a part of it: a function made here that releases
   * it when it is called, one that only uses it, a slice that has it among its elements, or something that shows when it ends by
   * itself (the context of a cancel function).
   */
  readonly role?: "releases" | "uses" | "contains" | "ends";
}

/**
 * The part that a view has of a resource (`bufio.NewReader(f)`): it goes on using the resource and has no way to release
 * it, whatever it is handed to.
 */
export const viewPart = "view:";

/** The part that something has of which only its type tells that it cannot release the resource. */
export const usePart = "use:";

/** Identity of a holder, for comparing states. */
export function sameHolder(a: Holder, b: Holder): boolean {
  return a.variable === b.variable && a.part === b.part && a.role === b.role;
}
