import { endingMethods } from "../../knowledge/index.js";
import type { FileSemantics, Type } from "../../semantics/index.js";
import type { SignatureType } from "../../semantics/types/type.js";
import type { MethodDeclarationNode } from "../../syntax/index.js";

/**
 * The method by which values of a type are ended: one of `endingMethods` that this package declares, for the type or for what
 * it embeds, and that needs nothing but perhaps a context. `Stop(id)` ends something else.
 */
export function endingMethod(type: Type, semantics: FileSemantics): MethodDeclarationNode | undefined {
  const { members } = semantics.package.program.types;
  for (const name of endingMethods) {
    const found = members.select(type, name);
    if (found?.kind !== "method" || !endsReceiver(found.type, semantics)) continue;
    const { declaration } = found;
    if (declaration?.kind === "method_declaration" && semantics.package.has(declaration.tree))
      return declaration;
  }
  return undefined;
}

function endsReceiver({ parameters }: SignatureType, semantics: FileSemantics): boolean {
  return parameters.length <= 1 && parameters.every((type) => semantics.typeText(type) === "context.Context");
}
