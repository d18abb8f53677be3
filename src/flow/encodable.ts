import type { FileSemantics } from "../semantics/index.js";
import type { Type } from "../semantics/types/type.js";

/**
 * Whether `encoding/json` can encode all values of a type: it consists of strings, booleans, integers, and structs, lists and
 * maps of such. Numbers with a fraction are left out (there is no text for NaN), as are types that encode themselves and
 * interfaces, behind which there may be anything.
 */
export function isEncodable(type: Type, semantics: FileSemantics): boolean {
  return new EncodableTypes(semantics).has(type);
}

class EncodableTypes {
  readonly #semantics: FileSemantics;
  /** Types that are being looked at: what holds itself is decided by what else it holds. */
  readonly #seen = new Set<string>();

  constructor(semantics: FileSemantics) {
    this.#semantics = semantics;
  }

  has(type: Type): boolean {
    if (type.kind === "named") {
      const text = this.#semantics.typeText(type);
      if (this.#seen.has(text)) return true;
      this.#seen.add(text);
      if (this.#encodesItself(type)) return false;
    }
    const { members } = this.#semantics.package.program.types;
    const core = members.underlying(type);
    switch (core.kind) {
      case "basic":
        return plain.test(core.name);
      case "pointer":
      case "slice":
      case "array":
        return this.has(core.element);
      case "map":
        return this.has(core.key) && members.underlying(core.key).kind === "basic" && this.has(core.value);
      case "struct":
        return core.fields.every((field) => !isEncoded(field) || this.has(field.type));
      default:
        return false;
    }
  }

  #encodesItself(type: Type): boolean {
    const { members } = this.#semantics.package.program.types;
    const pointer: Type = { kind: "pointer", element: type };
    return ["MarshalJSON", "MarshalText"].some((name) => members.select(pointer, name)?.kind === "method");
  }
}

const plain = /^(?:untyped )?(?:bool|string|rune|u?int(?:8|16|32|64)?|uintptr)$/;

function isEncoded({ name, embedded }: { readonly name: string; readonly embedded: boolean }): boolean {
  return embedded || /^\p{Lu}/u.test(name);
}
