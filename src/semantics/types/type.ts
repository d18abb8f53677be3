import type { SyntaxNode } from "../../syntax/index.js";
import type { GoObject } from "../object.js";

/** A Go type. Values are immutable; parts that a type may refer to itself through are computed on demand. */
export type Type =
  | BasicType
  | NamedType
  | PointerType
  | SliceType
  | ArrayType
  | MapType
  | ChannelType
  | SignatureType
  | StructType
  | InterfaceType
  | TupleType
  | TypeParameter
  | UnknownType;

/** A predeclared type, or the kind of an untyped constant. */
export interface BasicType {
  readonly kind: "basic";
  /** "int"; "untyped int"; "unsafe.Pointer"; `byte` and `rune` go by the types they are aliases of. */
  readonly name: string;
  readonly untyped: boolean;
}

/** A declared type, instantiated with arguments where it has parameters. Compare with `identical`. */
export interface NamedType {
  readonly kind: "named";
  readonly object: GoObject;
  readonly args: readonly Type[];
}

export interface PointerType {
  readonly kind: "pointer";
  readonly element: Type;
}

export interface SliceType {
  readonly kind: "slice";
  readonly element: Type;
}

export interface ArrayType {
  readonly kind: "array";
  /** Undefined when the length could not be computed. */
  readonly length: bigint | undefined;
  readonly element: Type;
}

export interface MapType {
  readonly kind: "map";
  readonly key: Type;
  readonly value: Type;
}

export interface ChannelType {
  readonly kind: "channel";
  readonly direction: "both" | "send" | "receive";
  readonly element: Type;
}

export interface SignatureType {
  readonly kind: "signature";
  /** The last one is a slice when `variadic`. */
  readonly parameters: readonly Type[];
  readonly results: readonly Type[];
  readonly variadic: boolean;
  /** Still to be given or inferred; empty for all but generic functions. */
  readonly typeParameters: readonly TypeParameter[];
}

/** A field of a struct. */
export interface Field {
  readonly name: string;
  readonly embedded: boolean;
  readonly type: Type;
  /** The identifier, or the type of an embedded field. */
  readonly declaration: SyntaxNode;
}

export interface StructType {
  readonly kind: "struct";
  readonly fields: readonly Field[];
}

/** A method that an interface asks for. */
export interface InterfaceMethod {
  readonly name: string;
  readonly signature: SignatureType;
  /** Undefined for the method of the predeclared `error`. */
  readonly declaration: SyntaxNode | undefined;
}

export interface InterfaceType {
  readonly kind: "interface";
  /** Methods written in the interface itself. */
  readonly methods: readonly InterfaceMethod[];
  /** Embedded interfaces and, in constraints, unions of types. */
  readonly embedded: readonly (readonly UnionTerm[])[];
}

/** `~T` or `T` in a constraint; an embedded interface is a union of one term. */
export interface UnionTerm {
  readonly tilde: boolean;
  readonly type: Type;
}

/** The results of a call that has not exactly one. */
export interface TupleType {
  readonly kind: "tuple";
  readonly types: readonly Type[];
}

export interface TypeParameter {
  readonly kind: "type-parameter";
  readonly object: GoObject;
  readonly constraint: Type;
}

/** What cannot be told. Spreads no further than it must. */
export interface UnknownType {
  readonly kind: "unknown";
}

export const unknown: UnknownType = { kind: "unknown" };

const basicTypes = new Map<string, BasicType>();

/** The basic type of a name; `byte` and `rune` are the types they are aliases of. */
export function basic(name: string): BasicType {
  const canonical = name === "byte" ? "uint8" : name === "rune" ? "int32" : name;
  let type = basicTypes.get(canonical);
  if (!type) {
    type = { kind: "basic", name: canonical, untyped: canonical.startsWith("untyped ") };
    basicTypes.set(canonical, type);
  }
  return type;
}

/** One type for exactly one result, a tuple otherwise. */
export function resultType(results: readonly Type[]): Type {
  return results.length === 1 ? (results[0] as Type) : { kind: "tuple", types: results };
}

/** `any` */
export const emptyInterface: InterfaceType = { kind: "interface", methods: [], embedded: [] };

/** The type that a variable gets from an untyped constant: `int` from `untyped int`. */
export function defaultType(type: Type): Type {
  if (type.kind !== "basic" || !type.untyped) return type;
  switch (type.name) {
    case "untyped rune":
      return basic("rune");
    case "untyped float":
      return basic("float64");
    case "untyped complex":
      return basic("complex128");
    case "untyped nil":
      return unknown;
    default:
      return basic(type.name.slice("untyped ".length));
  }
}

const untypedKinds = ["untyped int", "untyped rune", "untyped float", "untyped complex"];

/** Where untyped numbers meet, they are of the kind that ranks highest; -1 for every other type. */
export function untypedRank(type: Type): number {
  return type.kind === "basic" ? untypedKinds.indexOf(type.name) : -1;
}
