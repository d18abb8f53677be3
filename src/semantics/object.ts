import type { SyntaxNode } from "../syntax/index.js";

/** What a name can stand for; the terms are those of go/types. */
export type ObjectKind =
  | "package-name"
  | "constant"
  | "type-name"
  | "variable"
  | "function"
  | "builtin"
  /** `nil`, `true`, `false`, `iota` where they are used as plain names. */
  | "universe-value";

/** Where a name was declared: the wider the level, the longer what it names may live. */
export type ObjectLevel = "universe" | "package" | "file" | "local";

/** Something that a name is declared for. One object per declaration, so objects are compared by identity. */
export interface GoObject {
  readonly kind: ObjectKind;
  readonly name: string;
  readonly level: ObjectLevel;
  /** The declaration as a whole: a spec, function, parameter, short variable declaration; none for the universe. */
  readonly declaration?: SyntaxNode;
  /** The declaring identifier. */
  readonly identifier?: SyntaxNode;
  /** Import path, of a package name. */
  readonly importPath?: string;
}
