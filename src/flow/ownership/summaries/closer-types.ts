import type { ResourceFacts } from "../../../knowledge/index.js";
import { enclosingFunction } from "../../../semantics/index.js";
import type {
  FileSemantics,
  GoObject,
  NamedFunction,
  PackageSemantics,
  Type,
} from "../../../semantics/index.js";
import type { Expression, SyntaxNode } from "../../../syntax/index.js";
import { resultTypes } from "../../calls/results.js";
import { targetOf } from "../../values/assigned-variable.js";
import type { Fate } from "../fate.js";
import { ResourceKind } from "../resource-kind.js";
import { closingMethods } from "./closing-methods.js";
import type { ClosingMethods } from "./closing-methods.js";
import type { OwnedResult } from "./owned-result.js";

/** A type of the package that owns a resource, and has a method to release it. */
export interface CloserType {
  readonly name: string;
  /** The kinds of what it owns. */
  readonly owns: ReadonlySet<ResourceKind>;
  /** The methods that release what it owns. */
  readonly closing: ClosingMethods;
  /** Functions that make one, with the place of it among their results and with what they store in it. */
  readonly constructors: ReadonlyMap<NamedFunction, OwnedResult>;
}

/**
 * The types of a package that own a resource: a function acquires it, stores it in a new value of the type and returns that,
 * and a method of the type releases it.
 */
export function closerTypes(fates: readonly Fate[], semantics: PackageSemantics): readonly CloserType[] {
  const found = new Map<
    string,
    { kinds: Set<ResourceKind>; constructors: Map<NamedFunction, OwnedResult> }
  >();
  for (const fate of fates) {
    const { call, kind } = fate.acquisition;
    const owner = enclosingFunction(call);
    // A context ends with its parent as well.
    if (!owner || owner.kind === "func_literal" || kind.isReleasedByCall) continue;
    for (const name of newHoldersOf(fate, semantics.file(owner.tree))) {
      const index = resultOfType(name, owner);
      if (index === -1) continue;
      const type = found.get(name) ?? { kinds: new Set(), constructors: new Map() };
      type.kinds.add(kind);
      type.constructors.set(owner, { index, part: "", from: fate.acquisition });
      found.set(name, type);
    }
  }
  return [...found].flatMap(([name, { kinds, constructors }]) => {
    const closing = closingMethods(semantics.index.methodsOf(name), kinds, semantics);
    return closing ? [{ name, owns: kinds, closing, constructors }] : [];
  });
}

/** Whether a function may make a value of a type that `closerTypes` finds: only types with methods can be closed. */
export function mayConstruct(owner: NamedFunction, semantics: PackageSemantics): boolean {
  return resultTypes(owner).some((text) => semantics.index.methodsOf(genericName(text)).length > 0);
}

/** The place of a type among the results of a function of its package; -1 when it is none of them. */
export function resultOfType(name: string, owner: NamedFunction): number {
  return resultTypes(owner).findIndex((text) => genericName(text) === name);
}

/** The names of the types of this package in new values of which a resource has been stored, for nobody but the caller. */
export function newHoldersOf({ beginning, ends }: Fate, semantics: FileSemantics): readonly string[] {
  const effects = ends.flatMap((end) => (end.kind === "left" ? [end.effect] : []));
  if (beginning.kind === "used" && beginning.effect.kind === "leaves") effects.push(beginning.effect);
  return effects.flatMap(({ at, how }) => (how === "stored" ? (newHolderAt(at, semantics) ?? []) : []));
}

function newHolderAt(at: SyntaxNode, semantics: FileSemantics): string | undefined {
  switch (at.kind) {
    case "composite_literal":
      return isMadeForCaller(at, semantics) ? typeName(semantics.typeOf(at)) : undefined;
    case "assignment_statement":
      return at.left.children
        .map((target) => holderOfField(target, semantics))
        .find((name) => name !== undefined);
    case "selector_expression":
      return holderOfField(at, semantics);
    default:
      return undefined;
  }
}

/** The type of a new value `x` in `x.field`. */
function holderOfField(target: Expression, semantics: FileSemantics): string | undefined {
  if (target.kind !== "selector_expression" || target.operand.kind !== "identifier") return undefined;
  const variable = semantics.objectOf(target.operand);
  if (!variable || !semantics.isConstructedHere(variable) || !isOnlyReturned(variable, semantics))
    return undefined;
  return typeName(semantics.typeOf(target.operand));
}

/** Whether a composite literal is returned, by itself or through a variable that nobody else gets. */
function isMadeForCaller(literal: SyntaxNode, semantics: FileSemantics): boolean {
  const value = literal.parent?.kind === "unary_expression" ? literal.parent : literal;
  if (value.parent?.parent?.kind === "return_statement") return true;
  const target = targetOf(value, 0);
  const variable = target?.kind === "identifier" ? semantics.objectOf(target) : undefined;
  return variable?.level === "local" && isOnlyReturned(variable, semantics);
}

/** Whether a function does no more with a variable than to use its fields and methods, and to return it. */
function isOnlyReturned(variable: GoObject, semantics: FileSemantics): boolean {
  const owner = variable.identifier && enclosingFunction(variable.identifier);
  return semantics.bindings.identifiersOf(variable).every((mention) => {
    if (mention === variable.identifier) return true;
    if (enclosingFunction(mention) !== owner) return false;
    const { parent } = mention;
    return parent?.kind === "selector_expression" || parent?.parent?.kind === "return_statement";
  });
}

function typeName(type: Type): string | undefined {
  const inner = type.kind === "pointer" ? type.element : type;
  return inner.kind === "named" ? inner.object.name : undefined;
}

/** `Pool` of `*Pool[T]` */
function genericName(type: string): string {
  return type.replace(/^\*/, "").replace(/\[.*$/s, "");
}

/**
 * The kind that values of a type are, for those who get one. Where all that they own holds no more than what is not yet
 * written, or is meant to last, so it is with them. `object` is the type where another package declares it.
 */
export function closerKind(
  noun: string,
  { closing, owns }: Pick<CloserType, "closing" | "owns">,
  object?: GoObject,
): ResourceKind {
  const { methods, callers } = closing;
  const [advised] = methods;
  const facts: ResourceFacts = {
    noun,
    acquire: {},
    release: {
      methods: methods.map((method) => method.name.text),
      wantsContext: advised.parameters.children.length > 0,
    },
    handOut: callers.map((method) => method.name.text),
    abandonable: [...owns].every((kind) => kind.facts.abandonable === true),
    lasting: [...owns].every((kind) => kind.facts.lasting === true),
  };
  return new ResourceKind(facts, object);
}
