import type { FileSemantics } from "../../semantics/index.js";
import { calledName } from "../calls/called-name.js";
import { operandAt } from "../calls/operand.js";
import { isRootContext } from "../contexts/root-context.js";
import { chainOf } from "./acquisition.js";
import type { Acquisition } from "./acquisition.js";

/** Whether a resource comes to its end at a time that it is given, as the cancel function of `context.WithTimeout`. */
export function isTimed(acquisition: Acquisition, semantics: FileSemantics): boolean {
  return isMadeBy(acquisition.kind.facts.timed, acquisition, semantics);
}

/** Whether a resource is meant to be there as long as the process. */
export function isLifelong(acquisition: Acquisition, semantics: FileSemantics): boolean {
  return isMadeBy(acquisition.kind.facts.lifelong, acquisition, semantics);
}

/** Whether nothing holds a resource but those who use it: its parent is never done, and keeps no list of its children. */
export function isUnheld({ call, kind }: Acquisition, semantics: FileSemantics): boolean {
  const position = kind.facts.heldBy?.[calledName(call, semantics)];
  const parent = position === undefined ? undefined : operandAt(call, position);
  return parent !== undefined && isRootContext(parent, call, semantics);
}

/** Whether one of some functions makes a resource, by way of however many functions of the module. */
function isMadeBy(
  names: readonly string[] | undefined,
  acquisition: Acquisition,
  semantics: FileSemantics,
): boolean {
  if (!names) return false;
  const { call, kind } = chainOf(acquisition).at(-1) ?? acquisition;
  const around = semantics.package.program.file(call.tree) ?? semantics;
  return kind === acquisition.kind && names.includes(calledName(call, around));
}
