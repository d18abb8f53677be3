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
   * it when it is called, one that only uses it, or a slice that has it among its elements.
   */
  readonly role?: "releases" | "uses" | "contains";
}

/** Identity of a holder, for comparing states. */
export function sameHolder(a: Holder, b: Holder): boolean {
  return a.variable === b.variable && a.part === b.part && a.role === b.role;
}
