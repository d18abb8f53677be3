import { enclosingFunction } from "../../semantics/index.js";
import type {
  FileSemantics,
  GoObject,
  NamedFunction,
  PackageSemantics,
  Type,
} from "../../semantics/index.js";
import { KindId } from "../../syntax/index.js";
import type {
  CallExpressionNode,
  Expression,
  MethodDeclarationNode,
  SyntaxNode,
} from "../../syntax/index.js";
import { targetOf } from "../assigned-variable.js";
import { ownNodes } from "../own-nodes.js";
import type { Fate } from "./fate.js";
import { resultTypes } from "./results.js";

/** A type of the package that owns a resource, and has a method to release it. */
export interface CloserType {
  readonly name: string;
  /** The method: `Close`, `Stop`, `Shutdown`. */
  readonly method: string;
  /** Whether the method takes something, as a rule a context. */
  readonly wantsContext: boolean;
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
    for (const name of newHoldersOf(fate, semantics.file(owner.tree))) {
      const index = resultTypes(owner).findIndex((text) => text === name || text === `*${name}`);
      if (index === -1) continue;
      constructors.set(name, (constructors.get(name) ?? new Map<NamedFunction, number>()).set(owner, index));
    }
  }
  return [...constructors].flatMap(([name, found]) => {
    const method = releasing
      .flatMap((candidate) => semantics.index.methods(name, candidate))
      .find((declaration) => releasesField(declaration));
    if (!method) return [];
    return [
      {
        name,
        method: method.name.text,
        wantsContext: method.parameters.children.length > 0,
        constructors: found,
      },
    ];
  });
}

/** The names of the types of this package in new values of which a resource has been stored, for nobody but the caller. */
function newHoldersOf({ beginning, ends }: Fate, semantics: FileSemantics): readonly string[] {
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

/** The methods of a type that call its releasing method themselves: `func (j *job) run() { defer j.Close() }`. */
export function methodsThatClose(
  name: string,
  method: string,
  semantics: PackageSemantics,
): readonly string[] {
  return semantics.index
    .methodsOf(name)
    .filter((declaration) => callsOnReceiver(declaration, method))
    .map((declaration) => declaration.name.text);
}

function callsOnReceiver(declaration: MethodDeclarationNode, method: string): boolean {
  const name = receiverName(declaration);
  // Function literals count as well: whenever they run, they close.
  return name !== undefined && new RegExp(`\\b${name}\\.${method}\\b`).test(declaration.text);
}

function receiverName(method: MethodDeclarationNode): string | undefined {
  const receiver = method.receiver.children[0];
  return receiver?.kind === "parameter_declaration" ? receiver.names[0]?.text : undefined;
}

/** Whether a method calls a method that releases on a field of its receiver. */
function releasesField(method: MethodDeclarationNode): boolean {
  const name = receiverName(method);
  if (name === undefined) return false;
  return (ownNodes(method, KindId.call_expression) as CallExpressionNode[]).some(
    ({ function: called }) =>
      called.kind === "selector_expression" &&
      releasing.includes(called.field.text) &&
      called.operand.kind === "selector_expression" &&
      called.operand.operand.text === name,
  );
}
