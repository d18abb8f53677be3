import { LazyField, LazyInterface, LazyMethod, LazySignature, LazyStruct } from "./lazy.js";
import type { InterfaceType, SignatureType, StructType, Type } from "./type.js";

/**
 * The type with a function applied to each of its direct parts. Structs, interfaces and signatures, through which
 * types refer to themselves, apply it on demand.
 */
export function mapType(type: Type, change: (part: Type) => Type): Type {
  switch (type.kind) {
    case "basic":
    case "unknown":
    case "type-parameter":
      return type;
    case "named":
      return type.args.length === 0 ? type : { ...type, args: type.args.map(change) };
    case "pointer":
    case "slice":
    case "array":
    case "channel":
      return { ...type, element: change(type.element) };
    case "map":
      return { ...type, key: change(type.key), value: change(type.value) };
    case "tuple":
      return { ...type, types: type.types.map(change) };
    case "signature":
      return mapSignature(type, change);
    case "struct":
      return mapStruct(type, change);
    case "interface":
      return mapInterface(type, change);
  }
}

function mapSignature(type: SignatureType, change: (part: Type) => Type): SignatureType {
  return new LazySignature(
    type,
    () => type.parameters.map(change),
    () => type.results.map(change),
  );
}

function mapStruct(type: StructType, change: (part: Type) => Type): StructType {
  return new LazyStruct(() => type.fields.map((field) => new LazyField(field, () => change(field.type))));
}

function mapInterface(type: InterfaceType, change: (part: Type) => Type): InterfaceType {
  return new LazyInterface(
    () => type.methods.map((method) => new LazyMethod(method, () => mapSignature(method.signature, change))),
    () => type.embedded.map((union) => union.map((term) => ({ ...term, type: change(term.type) }))),
  );
}
