import type { FileSemantics, GoObject } from "../../semantics/index.js";

/** What can hold any number of values, by the way in which it grows. */
export type ContainerKind = "map" | "slice" | "sync.Map" | "list";

/** What kind of container a variable is, as far as its type is known. */
export function containerKind(variable: GoObject, semantics: FileSemantics): ContainerKind | undefined {
  const type = semantics.typeOfObject(variable);
  const { kind } = semantics.package.program.types.members.underlying(type);
  if (kind === "map" || kind === "slice") return kind;
  switch (semantics.typeText(type)) {
    case "sync.Map":
    case "*sync.Map":
      return "sync.Map";
    case "container/list.List":
    case "*container/list.List":
      return "list";
    default:
      return undefined;
  }
}
