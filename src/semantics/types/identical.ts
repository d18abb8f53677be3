import type { InterfaceType, StructType, Type } from "./type.js";

const maximumDepth = 40;

/**
 * Whether two types are identical (Go specification, "Type identity"). Unknown is identical to nothing, not even to
 * itself. Types nested deeper than a fixed bound count as different.
 */
export function identical(a: Type, b: Type, depth = 0): boolean {
  if (depth > maximumDepth || a.kind === "unknown" || b.kind === "unknown") return false;
  if (a === b) return true;
  const same = (x: Type, y: Type): boolean => identical(x, y, depth + 1);
  const allSame = (x: readonly Type[], y: readonly Type[]): boolean =>
    x.length === y.length && x.every((type, at) => same(type, y[at] as Type));
  switch (a.kind) {
    case "basic":
      return b.kind === "basic" && a.name === b.name;
    case "named":
      return b.kind === "named" && a.object === b.object && allSame(a.args, b.args);
    case "type-parameter":
      return b.kind === "type-parameter" && a.object === b.object;
    case "pointer":
    case "slice":
      return b.kind === a.kind && same(a.element, b.element);
    case "array":
      return (
        b.kind === "array" && a.length !== undefined && a.length === b.length && same(a.element, b.element)
      );
    case "channel":
      return b.kind === "channel" && a.direction === b.direction && same(a.element, b.element);
    case "map":
      return b.kind === "map" && same(a.key, b.key) && same(a.value, b.value);
    case "tuple":
      return b.kind === "tuple" && allSame(a.types, b.types);
    case "signature":
      return (
        b.kind === "signature" &&
        a.variadic === b.variadic &&
        allSame(a.parameters, b.parameters) &&
        allSame(a.results, b.results)
      );
    case "struct":
      return b.kind === "struct" && sameFields(a, b, same);
    case "interface":
      return b.kind === "interface" && sameMethods(a, b, same);
  }
}

type Same = (x: Type, y: Type) => boolean;

function sameFields(a: StructType, b: StructType, same: Same): boolean {
  return (
    a.fields.length === b.fields.length &&
    a.fields.every((field, at) => {
      const other = b.fields[at];
      return other?.name === field.name && other.embedded === field.embedded && same(field.type, other.type);
    })
  );
}

/** Interfaces as written; embedded ones are compared in order. */
function sameMethods(a: InterfaceType, b: InterfaceType, same: Same): boolean {
  if (a.methods.length !== b.methods.length || a.embedded.length !== b.embedded.length) return false;
  const methods = a.methods.every((method) => {
    const other = b.methods.find(({ name }) => name === method.name);
    return other !== undefined && same(method.signature, other.signature);
  });
  return (
    methods &&
    a.embedded.every((union, at) =>
      union.every((term, index) => {
        const other = b.embedded[at]?.[index];
        return other?.tilde === term.tilde && same(term.type, other.type);
      }),
    )
  );
}
