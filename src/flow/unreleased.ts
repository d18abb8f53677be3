import { borrowers } from "../knowledge/index.js";
import type { FileSemantics, GoObject } from "../semantics/index.js";
import type { CallExpressionNode, SelectorExpressionNode, SyntaxNode } from "../syntax/index.js";
import { destinationOf } from "./assigned-variable.js";
import type { ResourceProtocol } from "./resource.js";
import { useOf } from "./use.js";
import type { Use } from "./use.js";

/** A resource that nobody can release any more. */
export type Unreleased =
  /** The result is thrown away as soon as it is there. */
  | { readonly kind: "discarded"; readonly at: SyntaxNode }
  /** What the function returns offers no way to release it. */
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
  if (protocol.unreleasable?.includes(acquire.name)) return { kind: "unreleasable" };
  const selected = selectedField(call);
  if (selected && protocol.fields?.includes(selected.field.text)) return { kind: "discarded", at: selected };
  const destination = destinationOf(call, acquire.result, semantics);
  if (destination.kind === "elsewhere") return undefined;
  if (destination.kind === "discarded") return { kind: "discarded", at: destination.statement };

  const { variable, statement } = destination;
  if (isResult(variable)) return undefined;
  const mentions = semantics.package.identifiersOf(variable).filter((identifier) => identifier !== variable.identifier);
  if (!mentions.every((mention) => keeps(useOf(mention, semantics), protocol))) return undefined;
  return { kind: "never-released", variable, statement, lastUse: mentions.at(-1) ?? (variable.identifier as SyntaxNode) };
}

/** `call().Field`, which keeps the field and drops the value. */
function selectedField(call: CallExpressionNode): SelectorExpressionNode | undefined {
  const around = call.parent;
  return around?.kind === "selector_expression" && around.parent?.kind !== "call_expression" ? around : undefined;
}

/** Whether a use leaves the value unreleased and in its variable. */
function keeps(use: Use, protocol: ResourceProtocol): boolean {
  switch (use.kind) {
    case "method-call":
      return !protocol.release.includes(use.method) && !protocol.handOut?.includes(use.method);
    case "selection":
      return protocol.fields?.includes(use.name) ?? false;
    case "argument":
      return use.callee?.kind === "imported" && borrowers.has(use.callee.name);
    case "comparison":
    case "assignment":
    case "discard":
      return true;
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
