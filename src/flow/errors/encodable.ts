import { encodableTypes, partlyEncodableTypes } from "../../knowledge/index.js";
import type { FileSemantics, FunctionNode } from "../../semantics/index.js";
import type { Field, Type } from "../../semantics/types/type.js";

/**
 * Whether `encoding/json` can encode all values of a type: it consists of strings, booleans, integers, and structs, lists and
 * maps of such, or encodes itself without fail. Numbers with a fraction are left out (there is no text for NaN), as are
 * interfaces, behind which there may be anything.
 */
export function isEncodable(type: Type, semantics: FileSemantics, succeeds: Succeeds): boolean {
  return new EncodableTypes(semantics, succeeds).has(type);
}

/** Tells of a function whether the error that it returns is always nil. */
type Succeeds = (declaration: FunctionNode, semantics: FileSemantics) => boolean;

class EncodableTypes {
  readonly #semantics: FileSemantics;
  readonly #succeeds: Succeeds;
  /** Types that are being looked at: what holds itself is decided by what else it holds. */
  readonly #seen = new Set<string>();

  constructor(semantics: FileSemantics, succeeds: Succeeds) {
    this.#semantics = semantics;
    this.#succeeds = succeeds;
  }

  has(type: Type): boolean {
    if (type.kind === "named") {
      const text = this.#semantics.typeText(type);
      if (this.#seen.has(text)) return true;
      this.#seen.add(text);
      if (partlyEncodableTypes.has(text)) return false;
      const methods = this.#ownMethods(type);
      if (methods.length > 0 || encodableTypes.has(text))
        return encodableTypes.has(text) || methods.every((method) => this.#neverFails(method));
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
        return isKey(members.underlying(core.key)) && this.has(core.key) && this.has(core.value);
      case "struct":
        return core.fields.every(
          (field) => !isEncoded(field) || this.has(field.type) || this.#isKnownByName(field),
        );
      default:
        return false;
    }
  }

  /** Whether a field, or what it lists, is of a type out of sight that is known to have a text. */
  #isKnownByName({ declaration }: Field): boolean {
    const { parent } = declaration;
    const around = this.#semantics.package.program.file(declaration.tree);
    let type = parent?.kind === "field_declaration" ? parent.type : undefined;
    if (type?.kind === "slice_type" || type?.kind === "array_type") type = type.element;
    const name = type && around?.namedType(type);
    return name !== undefined && encodableTypes.has(name);
  }

  /** The methods by which a type encodes itself. */
  #ownMethods(type: Type): readonly Method[] {
    const { members } = this.#semantics.package.program.types;
    const pointer: Type = { kind: "pointer", element: type };
    return ["MarshalJSON", "MarshalText"].flatMap((name) => {
      const selected = members.select(pointer, name);
      return selected?.kind === "method" ? [selected] : [];
    });
  }

  #neverFails({ declaration, name, owner }: Method): boolean {
    if (declaration?.kind !== "method_declaration" || !owner) return false;
    const { program } = this.#semantics.package;
    // That of an embedded type.
    if (encodableTypes.has(`${program.packagePath(declaration.tree)}.${owner.name}`)) return true;
    const body = declaration.body
      ? declaration
      : program.implementation(declaration, `${owner.name}.${name}`);
    return body !== undefined && this.#succeeds(body, this.#semantics);
  }
}

type Method = Extract<
  ReturnType<FileSemantics["package"]["program"]["types"]["members"]["select"]>,
  { kind: "method" }
>;

const plain = /^(?:untyped )?(?:bool|string|rune|u?int(?:8|16|32|64)?|uintptr)$/;

/** The keys of an object are texts and numbers alone. */
function isKey(type: Type): boolean {
  return type.kind === "basic" && type.name !== "bool";
}

function isEncoded({ name, embedded, declaration }: Field): boolean {
  const { parent } = declaration;
  const tag = parent?.kind === "field_declaration" ? parent.tag?.text : undefined;
  return (embedded || /^\p{Lu}/u.test(name)) && tag?.includes('json:"-"') !== true;
}

/** Whether `encoding/binary` can write the values of a type: all have the same size, or they are a slice of such. */
export function hasFixedSize(type: Type, semantics: FileSemantics): boolean {
  const { members } = semantics.package.program.types;
  const core = members.underlying(type);
  if (core.kind === "pointer" || core.kind === "slice") return isOfOneSize(core.element, semantics);
  return isOfOneSize(core, semantics);
}

function isOfOneSize(type: Type, semantics: FileSemantics): boolean {
  const core = semantics.package.program.types.members.underlying(type);
  switch (core.kind) {
    case "basic":
      return sized.test(core.name);
    case "array":
      return isOfOneSize(core.element, semantics);
    case "struct":
      return core.fields.every((field) => isOfOneSize(field.type, semantics));
    default:
      return false;
  }
}

const sized = /^(?:bool|u?int(?:8|16|32|64)|float(?:32|64)|complex(?:64|128))$/;
