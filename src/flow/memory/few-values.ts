import { isFunction } from "../../semantics/index.js";
import type { FileSemantics, GoObject } from "../../semantics/index.js";
import type { Type } from "../../semantics/types/type.js";
import type { SyntaxNode } from "../../syntax/index.js";

/** Basic types with so many values that a map of them has no bound to speak of. */
const manyValued = new Set([
  "float32",
  "float64",
  "int",
  "int32",
  "int64",
  "string",
  "uint",
  "uint32",
  "uint64",
  "uintptr",
]);

/**
 * Whether values of a type can be as many as there are requests, users or files: strings, numbers, and structs and
 * arrays of them. Not so for enumerations, and not for interfaces (`reflect.Type`) and pointers, which may well stand
 * for things that are there only once.
 */
export function hasManyValues(type: Type, semantics: FileSemantics): boolean {
  const underlying = semantics.package.program.types.members.underlying(type);
  switch (underlying.kind) {
    case "basic":
      if (type.kind === "named" && !isPlainName(type.object, semantics)) return false;
      return manyValued.has(underlying.name);
    case "array":
      return underlying.element.kind === "basic" && (underlying.length ?? 0n) > 1n;
    case "struct":
      return (
        underlying.fields.some((field) => hasManyValues(field.type, semantics)) &&
        underlying.fields.every((field) => isData(field.type, semantics))
      );
    default:
      return false;
  }
}

/** A struct with anything but plain data in it may describe a type, a function, or something else that is there once. */
function isData(type: Type, semantics: FileSemantics): boolean {
  const { kind } = semantics.package.program.types.members.underlying(type);
  return kind === "basic" || kind === "struct" || kind === "array";
}

/** Whether a named basic type of this package is more than the name of an enumeration. */
function isPlainName(object: GoObject, semantics: FileSemantics): boolean {
  if (object.level !== "package" || !semantics.package.index.lookup(object.name).includes(object))
    return false;
  return !semantics.package.identifiersOf(object).some(isOfConstant);
}

/** Whether the mention of a type is part of the declaration of a constant: `const a kind = "a"`, `const a = kind("a")`. */
function isOfConstant(mention: SyntaxNode): boolean {
  let around: SyntaxNode | undefined = mention;
  while (around && !isFunction(around) && around.kind !== "const_spec") around = around.parent;
  return around?.kind === "const_spec";
}
