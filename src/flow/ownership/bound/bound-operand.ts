import { contextCarriers, contexts } from "../../../knowledge/index.js";
import type { Position } from "../../../knowledge/index.js";
import type { FileSemantics } from "../../../semantics/index.js";
import type { CallExpressionNode, Expression } from "../../../syntax/index.js";
import { calledName } from "../../calls/called-name.js";
import { operandAt } from "../../calls/operand.js";
import { isRootContext } from "../../contexts/root-context.js";
import type { Acquisition } from "../acquisition.js";
import type { ResourcePaths } from "../resource-paths.js";
import { givenFor } from "../summaries/handed-through.js";
import { originOf } from "./value-call.js";

/** What a resource ends together with, by the facts, seen from the function that has it. */
export interface BoundOperand {
  /** Undefined for something that a function which hands the resource on has from somewhere else. */
  readonly operand: Expression | undefined;
  readonly position: Position;
}

/** What the resource that a call gives is bound to. */
export function boundOperand(acquisition: Acquisition, paths: ResourcePaths): BoundOperand | undefined {
  const { call, kind, from } = acquisition;
  if (from?.kind !== kind) {
    const position = kind.facts.boundTo?.[calledName(call, paths.fileOf(call.tree))];
    const operand = position === undefined ? undefined : operandAt(call, position);
    return operand && position !== undefined ? { operand, position } : undefined;
  }
  const bound = boundOperand(from, paths);
  if (!bound?.operand) return bound;
  const { operand, position } = bound;
  const semantics = paths.fileOf(from.call.tree);
  if (isRootContext(operand, from.call, semantics)) return undefined;
  // What the function makes itself, it may end itself.
  const isOwn = originOf(operand, from.call, semantics) !== undefined;
  return { operand: isOwn ? undefined : givenFor(operand, acquisition, semantics), position };
}

/** What decides how long the answer to a request lasts. */
export type Carrier =
  | { readonly kind: "request" | "context"; readonly at: Expression }
  /** A context that a function which hands the answer on makes itself. */
  | { readonly kind: "ended" };

/** The request that a call sends, or the context that it is made with. */
export function carrierOf(acquisition: Acquisition, paths: ResourcePaths): Carrier | undefined {
  const { call, kind, from } = acquisition;
  const semantics = paths.fileOf(call.tree);
  if (from?.kind !== kind) {
    const request = call.arguments.children[0] as Expression | undefined;
    return request && contextOf({ kind: "request", at: request }, call, semantics);
  }
  const inner = carrierOf(from, paths);
  if (!inner || inner.kind === "ended") return inner;
  const innerSemantics = paths.fileOf(from.call.tree);
  const origin = inner.kind === "context" ? originOf(inner.at, from.call, innerSemantics) : undefined;
  if (origin) return contexts.acquire[calledName(origin, innerSemantics)] ? { kind: "ended" } : undefined;
  const at = givenFor(inner.at, acquisition, innerSemantics);
  return at && contextOf({ kind: inner.kind, at }, call, semantics);
}

/** The context of a request, where the function makes the request. */
function contextOf(
  carrier: Exclude<Carrier, { kind: "ended" }>,
  call: CallExpressionNode,
  semantics: FileSemantics,
): Carrier {
  if (carrier.kind === "context") return carrier;
  const making = carrier.at.kind === "call_expression" ? carrier.at : originOf(carrier.at, call, semantics);
  const position = making && contextCarriers[calledName(making, semantics)];
  const context = making && position !== undefined ? operandAt(making, position) : undefined;
  return context ? { kind: "context", at: context } : carrier;
}
