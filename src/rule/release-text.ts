import { operandAt } from "../flow/index.js";
import type { Leak } from "../flow/index.js";
import type { FileSemantics, Type } from "../semantics/index.js";

type HeldLeak = Exclude<Leak, { how: "discarded" }>;

/** What has to be written to release a resource: of a method that is given it, with the value that has the method. */
export function releaseText({ acquisition, variable }: HeldLeak, semantics: FileSemantics): string {
  const { call, kind, part } = acquisition;
  const [, path, owner, method] = /^(.*\.)\(\*?(.*)\)\.(.*)$/.exec(kind.releasingFunction ?? "") ?? [];
  if (path === undefined || owner === undefined || method === undefined || !variable)
    return kind.releaseOf(variable?.name ?? "", part);
  const hasMethod = (type: Type): boolean => typeName(type, semantics) === path + owner;
  if (hasMethod(semantics.typeOfObject(variable))) return `${variable.name}.${method}()`;
  const operand = operandAt(call, "receiver");
  if (operand && hasMethod(semantics.typeOf(operand))) return `${operand.text}.${method}(${variable.name})`;
  return kind.releaseOf(variable.name, part);
}

/** The name of a type, or of the one that it points to, without type arguments. */
function typeName(type: Type, semantics: FileSemantics): string {
  return semantics.typeText(type).replace(/^\*|\[.*$/g, "");
}
