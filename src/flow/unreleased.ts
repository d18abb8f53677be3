import { borrowers } from "../knowledge/index.js";
import type { FileSemantics, GoObject } from "../semantics/index.js";
import type { CallExpressionNode, Expression, SyntaxNode } from "../syntax/index.js";
import { destinationOf } from "./assigned-variable.js";
import type { ResourceProtocol } from "./resource.js";
import { useOf } from "./use.js";
import type { Use } from "./use.js";

/** A resource that nobody can release any more. */
export type Unreleased =
  /** The result is thrown away as soon as it is there. */
  | { readonly kind: "discarded"; readonly at: SyntaxNode }
  /** Only its channel is kept, which offers no way to release it. */
  | { readonly kind: "unreleasable" }
  /** Kept in a variable that is only ever looked at. */
  | {
      readonly kind: "never-released";
      readonly variable: GoObject;
      readonly statement: SyntaxNode;
      /** The last mention of the variable. */
      readonly lastUse: SyntaxNode;
    };

/**
 * Whether the value that a call of an acquiring function gives is never released: every mention of its variable, on whatever
 * path, leaves it open and keeps it here. One mention that releases it or lets it out of sight is enough for silence,
 * so what this finds leaks on every path; it does not look at paths one by one.
 */
export function findUnreleased(
  call: CallExpressionNode,
  acquire: { readonly name: string; readonly result: number },
  protocol: ResourceProtocol,
  semantics: FileSemantics,
): Unreleased | undefined {
  const channel = bareChannel(call, acquire.name, protocol);
  if (channel) return staysHere(channel, semantics) ? { kind: "unreleasable" } : undefined;
  const destination = destinationOf(call, acquire.result, semantics);
  if (destination.kind === "elsewhere") return undefined;
  if (destination.kind === "discarded") return { kind: "discarded", at: destination.statement };

  const { variable, statement } = destination;
  const mentions = mentionsOf(variable, semantics);
  const isKept = mentions.every((mention) => keepsValue(useOf(mention, semantics), protocol, semantics));
  if (!isKept || isResult(variable)) return undefined;
  return {
    kind: "never-released",
    variable,
    statement,
    lastUse: mentions.at(-1) ?? (variable.identifier as SyntaxNode),
  };
}

/** The channel of a resource that nothing else is kept of: `time.Tick(d)`, `time.NewTicker(d).C`. */
function bareChannel(
  call: CallExpressionNode,
  name: string,
  protocol: ResourceProtocol,
): Expression | undefined {
  if (protocol.unreleasable?.includes(name)) return call;
  const around = call.parent;
  if (around?.kind !== "selector_expression") return undefined;
  return protocol.channels?.includes(around.field.text) === true ? around : undefined;
}

/** Whether all that a function does with a channel is to receive from it. */
function staysHere(channel: Expression, semantics: FileSemantics): boolean {
  if (isWatched(useOf(channel, semantics))) return true;
  const destination = destinationOf(channel, 0, semantics);
  if (destination.kind !== "variable") return destination.kind === "discarded";
  const { variable } = destination;
  return (
    !isResult(variable) &&
    mentionsOf(variable, semantics).every((mention) => isWatched(useOf(mention, semantics)))
  );
}

/** Whether a use leaves a channel where it is. */
function isWatched({ kind }: Use): boolean {
  return kind === "receive" || kind === "comparison" || kind === "assignment" || kind === "discard";
}

/** Where a variable is named, its declaration left out. */
function mentionsOf(variable: GoObject, semantics: FileSemantics): readonly SyntaxNode[] {
  return semantics.package.identifiersOf(variable).filter((identifier) => identifier !== variable.identifier);
}

/** Whether a use leaves the value unreleased and in its variable. */
function keepsValue(use: Use, protocol: ResourceProtocol, semantics: FileSemantics): boolean {
  if (use.kind === "assignment") return true;
  if (use.kind !== "selection") return keeps(use, "", protocol, semantics);
  const field = use.selector.field.text;
  if (protocol.details?.includes(field) === true) return true;
  const around = useOf(use.selector, semantics);
  if (protocol.channels?.includes(field) === true) return isWatched(around);
  const part = `${field}.`;
  return protocol.release.some((path) => path.startsWith(part)) && keeps(around, part, protocol, semantics);
}

/**
 * Whether a use leaves unreleased what it is a use of: the value itself, or the part of it that has to be released,
 * `Body.`. Another value in place of that part may well release the one before.
 */
function keeps(use: Use, part: string, protocol: ResourceProtocol, semantics: FileSemantics): boolean {
  switch (use.kind) {
    case "method-call": {
      const method = part + use.method;
      return !protocol.release.includes(method) && !protocol.handOut?.includes(method);
    }
    case "argument":
      return borrowers.has(semantics.calleeName(use.call) ?? "");
    case "comparison":
    case "discard":
      return true;
    case "selection":
    case "assignment":
    case "receive":
    case "escape":
      return false;
  }
}

/** Whether a variable is a named result: what it holds is returned without being mentioned. */
function isResult(variable: GoObject): boolean {
  const list = variable.declaration?.parent;
  const declaration = list?.parent;
  if (list?.kind !== "parameter_list" || !declaration) return false;
  return "result" in declaration && declaration.result === list;
}
