import type { Field, InterfaceMethod, InterfaceType, SignatureType, StructType, Type } from "./type.js";

/**
 * The type with a function applied to each of its direct parts. Structs and interfaces, through which types refer
 * to themselves, apply it on demand.
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
  return { ...type, parameters: type.parameters.map(change), results: type.results.map(change) };
}

function mapStruct(type: StructType, change: (part: Type) => Type): StructType {
  return lazily(type, "fields", () =>
    type.fields.map((field): Field => lazily(field, "type", () => change(field.type))),
  );
}

function mapInterface(type: InterfaceType, change: (part: Type) => Type): InterfaceType {
  const changed: InterfaceType = {
    kind: "interface",
    get methods() {
      return type.methods.map((method): InterfaceMethod =>
        lazily(method, "signature", () => mapSignature(method.signature, change)),
      );
    },
    get embedded() {
      return type.embedded.map((union) => union.map((term) => ({ ...term, type: change(term.type) })));
    },
  };
  return changed;
}

/** A copy of an object in which one property is computed when it is first read. */
export function lazily<T extends object, K extends keyof T & string>(
  object: T,
  property: K,
  compute: () => T[K],
): T {
  let value: { readonly is: T[K] } | undefined;
  return Object.defineProperties({} as T, {
    ...Object.getOwnPropertyDescriptors(object),
    [property]: { enumerable: true, get: () => (value ??= { is: compute() }).is },
  });
}
