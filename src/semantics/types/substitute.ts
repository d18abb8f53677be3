import type { GoObject } from "../object.js";
import { LazySignature } from "./lazy.js";
import { mapType } from "./map-type.js";
import type { SignatureType, Type, TypeParameter } from "./type.js";

/** What stands for type parameters, by the objects that declare them. */
export type Substitution = ReadonlyMap<GoObject, Type>;

/** The type with type parameters replaced; those that are not in the substitution stay. */
export function substitute(type: Type, substitution: Substitution): Type {
  if (substitution.size === 0) return type;
  // A part that occurs many times is replaced once: what is small in memory may be huge when written out.
  const replaced = new Map<Type, Type>();
  const replace = (part: Type): Type => {
    if (part.kind === "type-parameter") return substitution.get(part.object) ?? part;
    let result = replaced.get(part);
    if (!result) {
      result = mapType(part, replace);
      replaced.set(part, result);
    }
    return result;
  };
  return replace(type);
}

/** A function's type with some type parameters replaced; those in `open` are still to be given. */
export function instantiate(
  type: SignatureType,
  given: Substitution,
  open: readonly TypeParameter[],
): SignatureType {
  const instance = substitute(type, given) as SignatureType;
  return new LazySignature(
    { variadic: type.variadic, typeParameters: open },
    () => instance.parameters,
    () => instance.results,
  );
}
