import type { GoObject, ObjectKind } from "./object.js";

const types = [
  ..."any bool byte comparable complex64 complex128 error float32 float64".split(" "),
  ..."int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr".split(" "),
];
const builtins =
  "append cap clear close complex copy delete imag len make max min new panic print println real recover".split(
    " ",
  );
const values = "nil true false iota".split(" ");

function declare(kind: ObjectKind, names: readonly string[]): [string, GoObject][] {
  return names.map((name) => [name, { kind, name, level: "universe" }]);
}

/** The names that Go declares before any package does (Go specification, "Predeclared identifiers"). */
export const universe: ReadonlyMap<string, GoObject> = new Map([
  ...declare("type-name", types),
  ...declare("builtin", builtins),
  ...declare("universe-value", values),
]);
