import type { GoObject } from "../object.js";
import { mapType } from "./map-type.js";
import type { Type } from "./type.js";

/** What stands for type parameters, by the objects that declare them. */
export type Substitution = ReadonlyMap<GoObject, Type>;

/** The type with type parameters replaced; those that are not in the substitution stay. */
export function substitute(type: Type, substitution: Substitution): Type {
  if (substitution.size === 0) return type;
  if (type.kind === "type-parameter") return substitution.get(type.object) ?? type;
  return mapType(type, (part) => substitute(part, substitution));
}
