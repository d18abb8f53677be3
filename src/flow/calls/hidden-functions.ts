import type { FileSemantics, FunctionNode, GoObject, Type } from "../../semantics/index.js";
import type { CallExpressionNode, SyntaxNode } from "../../syntax/index.js";
import { parameterNames, resultTypes } from "./results.js";

/**
 * The functions that a call of a function value may call, where they are all of this package, since no other can name the
 * type of a parameter: options, `func(*settings) error`. None where that is not so.
 */
export function hiddenFunctions(call: CallExpressionNode, semantics: FileSemantics): readonly FunctionNode[] {
  const signature = semantics.package.program.types.members.underlying(semantics.typeOf(call.function));
  if (signature.kind !== "signature") return [];
  const { parameters, results } = signature;
  const hidden = parameters.flatMap((type) => hiddenType(type, semantics) ?? [])[0];
  if (!hidden) return [];
  const mentions = semantics.package.identifiersOf(hidden);
  if (mentions.some((mention) => isAliased(mention) || isReceiver(mention))) return [];
  return mentions.flatMap((mention): readonly FunctionNode[] => {
    const owner = functionTaking(mention);
    const isAlike =
      owner &&
      parameterNames(owner).length === parameters.length &&
      resultTypes(owner).length === results.length;
    return isAlike ? [owner] : [];
  });
}

/** The type, or what a pointer points to, if this package alone can name it. */
function hiddenType(type: Type, semantics: FileSemantics): GoObject | undefined {
  const named = type.kind === "pointer" ? type.element : type;
  if (named.kind !== "named") return undefined;
  const { declaration, level, name } = named.object;
  const isOwn = level === "package" && declaration !== undefined && semantics.package.has(declaration.tree);
  return isOwn && !/^\p{Lu}/u.test(name) ? named.object : undefined;
}

/** `type Settings = settings`: functions may take the type by another name, and other packages may have that. */
function isAliased(mention: SyntaxNode): boolean {
  const { parent } = mention.parent?.kind === "pointer_type" ? mention.parent : mention;
  return parent?.kind === "type_alias" && parent.name !== mention;
}

/** `(*settings).validate`: a method becomes a function whose first parameter is its receiver. */
function isReceiver(mention: SyntaxNode): boolean {
  let type = mention;
  while (type.parent?.kind === "unary_expression" || type.parent?.kind === "parenthesized_expression")
    type = type.parent;
  return type.parent?.kind === "selector_expression" && type.parent.operand === type;
}

/** The function with a parameter of the type that is mentioned. */
function functionTaking(mention: SyntaxNode): FunctionNode | undefined {
  const type = mention.parent?.kind === "pointer_type" ? mention.parent : mention;
  const parameter = type.parent?.kind === "parameter_declaration" ? type.parent : undefined;
  const owner = parameter?.parent?.parent;
  switch (owner?.kind) {
    case "func_literal":
    case "function_declaration":
    case "method_declaration":
      return owner.parameters === parameter?.parent ? owner : undefined;
    default:
      return undefined;
  }
}
