import type { Position } from "../../knowledge/index.js";
import type { CallExpressionNode } from "../../syntax/index.js";
import type { ResourceKind } from "./resource-kind.js";

/** A call that acquires a resource. */
export interface Acquisition {
  readonly call: CallExpressionNode;
  readonly kind: ResourceKind;
  readonly position: Position;
  /** What of the resource the call gives: empty for all of it. */
  readonly part: string;
  /** Where the function that is called acquires it, if that is a function of the module. */
  readonly from?: Acquisition;
}

/** An acquisition and those in the functions that hand the resource on, up to the one that the facts tell of. */
export function chainOf(acquisition: Acquisition): readonly Acquisition[] {
  const { from } = acquisition;
  return [acquisition, ...(from ? chainOf(from) : [])];
}
