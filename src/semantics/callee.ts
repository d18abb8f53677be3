import type { GoObject } from "./object.js";
import type { NamedFunction } from "./package-index.js";
import type { FuncLiteralNode } from "../syntax/index.js";

/** What a call calls, as far as names alone can tell. */
export type Callee =
  /** A function or method of another package: `os.Open`. */
  | { readonly kind: "imported"; readonly name: string }
  /** A function or method declared in this package; several where build variants declare it. */
  | { readonly kind: "declared"; readonly name: string; readonly declarations: readonly NamedFunction[] }
  /** A function literal called where it stands. */
  | { readonly kind: "literal"; readonly literal: FuncLiteralNode }
  /** `panic`, `close`, … */
  | { readonly kind: "builtin"; readonly name: string }
  /** The call of a value, or a conversion: `object` is what is called. */
  | { readonly kind: "value"; readonly object: GoObject };
