import type { GoObject, Program, Type } from "../../../semantics/index.js";
import type { ResourceKind } from "../resource-kind.js";

/**
 * Whether a value of a type may be a resource of a kind or lead to one, as far as the type tells: it has a method that
 * releases, or the field on the way to it, and is an interface or declared where such resources are; or it is a function
 * where calling one releases.
 */
export function mayCarry(type: Type, kind: ResourceKind, program: Program): boolean {
  if (kind.type) return namedBy(type) === kind.type;
  if (kind.isReleasedByCall) return isEnding(type, program);
  return isLikely(type, kind.packages, program) && hasAny(type, kind.releasingNames, program);
}

/** Whether a function of a type wants nothing but, at most, a cause, and gives nothing. */
export function isEnding(type: Type, program: Program): boolean {
  if (type.kind !== "named" && type.kind !== "signature") return false;
  const core = program.types.members.core(type);
  return core.kind === "signature" && core.results.length === 0 && core.parameters.every(isError);
}

function isError(type: Type): boolean {
  return type.kind === "named" && type.object.level === "universe" && type.object.name === "error";
}

/** Whether a type is an interface, or declared in one of some packages. */
export function isLikely(type: Type, packages: ReadonlySet<string>, program: Program): boolean {
  const named = namedBy(type);
  if (!named || isInterface(type, program)) return true;
  const tree = named.declaration?.tree;
  return packages.has((tree && program.packagePath(tree)) ?? "");
}

function isInterface(type: Type, program: Program): boolean {
  return type.kind !== "pointer" && program.types.members.underlying(type).kind === "interface";
}

function namedBy(type: Type): GoObject | undefined {
  const inner = type.kind === "pointer" ? type.element : type;
  return inner.kind === "named" ? inner.object : undefined;
}

/** Whether a type has a method or field of some names. */
export function hasAny(type: Type, names: Iterable<string>, program: Program): boolean {
  for (const name of names) if (hasName(type, name, program)) return true;
  return false;
}

const known = new WeakMap<GoObject, Map<string, boolean>>();

/** Looked up once: the same few types are returned again and again. */
function hasName(type: Type, name: string, program: Program): boolean {
  const object = namedBy(type);
  if (!object) return type.kind === "interface" && select(type, name, program);
  let names = known.get(object);
  if (!names) known.set(object, (names = new Map()));
  let has = names.get(name);
  if (has === undefined) {
    has = select(type, name, program);
    names.set(name, has);
  }
  return has;
}

function select(type: Type, name: string, { types }: Program): boolean {
  return types.members.select(type, name) !== undefined;
}
