import { enclosingFunction } from "../../semantics/index.js";
import type { FileSemantics, NamedFunction, PackageSemantics, Type } from "../../semantics/index.js";
import { KindId } from "../../syntax/index.js";
import type { CallExpressionNode, CompositeLiteralNode, Expression, SyntaxNode } from "../../syntax/index.js";
import { ownNodes } from "../own-nodes.js";
import type { Fate } from "./fate.js";
import { resultTypes } from "./results.js";

/** A type of the package that owns a resource, and has a method to release it. */
export interface CloserType {
  readonly name: string;
  /** The method: `Close`, `Stop`, `Shutdown`. */
  readonly method: string;
  /** Functions that make one, with the place of it among their results. */
  readonly constructors: ReadonlyMap<NamedFunction, number>;
}

/** Methods by which types of Go programs are released; which of them a type has, and what it does, is looked up. */
const releasing = ["Close", "Stop", "Shutdown"];

/**
 * The types of a package that own a resource: a function acquires it, stores it in a new value of the type and returns that,
 * and a method of the type releases it.
 */
export function closerTypes(fates: readonly Fate[], semantics: PackageSemantics): readonly CloserType[] {
  const constructors = new Map<string, Map<NamedFunction, number>>();
  for (const fate of fates) {
    const owner = enclosingFunction(fate.acquisition.call);
    if (!owner || owner.kind === "func_literal") continue;
    for (const name of holdersOf(fate, semantics.file(owner.tree))) {
      const index = resultTypes(owner).findIndex((text) => text === name || text === `*${name}`);
      if (index === -1) continue;
      constructors.set(name, (constructors.get(name) ?? new Map<NamedFunction, number>()).set(owner, index));
    }
  }
  return [...constructors].flatMap(([name, found]) => {
    const method = releasing.find((candidate) =>
      semantics.index.methods(name, candidate).some((declaration) => releasesField(declaration)),
    );
    return method === undefined ? [] : [{ name, method, constructors: found }];
  });
}

/** The names of the types of this package in whose values a resource has been stored. */
function holdersOf({ beginning, ends }: Fate, semantics: FileSemantics): readonly string[] {
  const effects = ends.flatMap((end) => (end.kind === "left" ? [end.effect] : []));
  if (beginning.kind === "used" && beginning.effect.kind === "leaves") effects.push(beginning.effect);
  return effects.flatMap(({ at, how }) => (how === "stored" ? (holderAt(at, semantics) ?? []) : []));
}

function holderAt(at: SyntaxNode, semantics: FileSemantics): string | undefined {
  switch (at.kind) {
    case "composite_literal":
      return typeName(semantics.typeOf(at satisfies CompositeLiteralNode));
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

/** The type of `x` in `x.field`. */
function holderOfField(target: Expression, semantics: FileSemantics): string | undefined {
  return target.kind === "selector_expression" ? typeName(semantics.typeOf(target.operand)) : undefined;
}

function typeName(type: Type): string | undefined {
  const inner = type.kind === "pointer" ? type.element : type;
  return inner.kind === "named" ? inner.object.name : undefined;
}

/** Whether a method calls a method that releases on a field of its receiver. */
function releasesField(method: NamedFunction): boolean {
  const receiver = method.kind === "method_declaration" ? method.receiver.children[0] : undefined;
  const name = receiver?.kind === "parameter_declaration" ? receiver.names[0]?.text : undefined;
  if (name === undefined) return false;
  return (ownNodes(method, KindId.call_expression) as CallExpressionNode[]).some(
    ({ function: called }) =>
      called.kind === "selector_expression" &&
      releasing.includes(called.field.text) &&
      called.operand.kind === "selector_expression" &&
      called.operand.operand.text === name,
  );
}
