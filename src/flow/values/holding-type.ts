import type { FileSemantics } from "../../semantics/index.js";
import type { Type } from "../../semantics/types/type.js";

const maximumDepth = 6;

/**
 * Whether values of a type may keep something else in use: pointers, functions, interfaces, and what has them inside.
 * Not so for errors, and for plain data: numbers, strings, bytes. Types that are not known may.
 */
export function mayHold(type: Type, semantics: FileSemantics, depth = 0): boolean {
  if (depth > maximumDepth) return true;
  if (semantics.typeText(type) === "error") return false;
  const inner = (part: Type) => mayHold(part, semantics, depth + 1);
  const underlying = semantics.package.program.types.members.underlying(type);
  switch (underlying.kind) {
    case "basic":
      return underlying.name === "unsafe.Pointer";
    case "pointer":
    case "slice":
    case "array":
      return inner(underlying.element);
    case "map":
      return inner(underlying.key) || inner(underlying.value);
    case "struct":
      // Of types of other packages only that is known which they export.
      return underlying.fields.length === 0 || underlying.fields.some((field) => inner(field.type));
    case "tuple":
      return underlying.types.some(inner);
    default:
      return true;
  }
}
