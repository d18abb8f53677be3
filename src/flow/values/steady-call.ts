import { steadyFunctions, steadyPackages } from "../../knowledge/index.js";
import type { FileSemantics, FunctionNode } from "../../semantics/index.js";
import type { CallExpressionNode, SyntaxNode } from "../../syntax/index.js";
import { calledName } from "../calls/called-name.js";
import { functionsCalled } from "./functions-called.js";

/**
 * Whether a call gives the same each time, as long as its operands stay what they are: `strings.HasSuffix(name, ".gz")`, or
 * a function of the module that does nothing but to return such a value.
 */
export function isSteady(call: CallExpressionNode, semantics: FileSemantics): boolean {
  if (isKnownToBe(call, semantics)) return true;
  return callsSteady(call, semantics) && operandsOf(call).every((operand) => isLeftAlone(operand, semantics));
}

function callsSteady(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const called = functionsCalled(call, semantics);
  return called.length > 0 && called.every((declared) => returnsSteady(declared, semantics));
}

/** The receiver and the arguments. */
function operandsOf({ function: called, arguments: given }: CallExpressionNode): readonly SyntaxNode[] {
  return [...(called.kind === "selector_expression" ? [called.operand] : []), ...given.children];
}

/** Whether no other call gets hold of what an operand points to: `it.Next()` changes what `it.Valid()` answers. */
function isLeftAlone(operand: SyntaxNode, semantics: FileSemantics): boolean {
  const variable = operand.kind === "identifier" ? semantics.objectOf(operand) : undefined;
  if (variable?.kind !== "variable") return true;
  if (semantics.package.program.types.members.underlying(semantics.typeOfObject(variable)).kind === "basic")
    return true;
  return semantics.bindings.identifiersOf(variable).every((mention) => {
    const { parent } = mention;
    if (parent?.kind === "argument_list") return false;
    const call = parent?.kind === "selector_expression" ? parent.parent : undefined;
    return call?.kind !== "call_expression" || call.function !== parent || callsSteady(call, semantics);
  });
}

function isKnownToBe(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const { function: called } = call;
  if (called.kind === "identifier" && called.text === "len")
    return semantics.objectOf(called)?.kind === "builtin";
  const name = calledName(call, semantics);
  return steadyFunctions.has(name) || steadyPackages.has(name.slice(0, name.lastIndexOf(".")));
}

function returnsSteady(declared: FunctionNode, asking: FileSemantics): boolean {
  const { body } = asking.package.withBody(declared);
  const statements = body?.child?.children ?? [];
  const [statement] = statements;
  if (!body || statements.length !== 1 || statement?.kind !== "return_statement") return false;
  const semantics = asking.package.program.file(body.tree);
  const values = statement.child?.children ?? [];
  return semantics !== undefined && values.length === 1 && isSteadyValue(values[0] as SyntaxNode, semantics);
}

/** Other functions of the module are not looked into from here. */
function isSteadyValue(value: SyntaxNode, semantics: FileSemantics): boolean {
  switch (value.kind) {
    case "identifier":
    case "nil":
    case "true":
    case "false":
    case "int_literal":
    case "interpreted_string_literal":
    case "rune_literal":
      return true;
    case "parenthesized_expression":
      return isSteadyValue(value.child, semantics);
    case "selector_expression":
      return isSteadyValue(value.operand, semantics);
    case "index_expression":
      return isSteadyValue(value.operand, semantics) && isSteadyValue(value.index, semantics);
    case "unary_expression":
      return value.operator !== "<-" && isSteadyValue(value.operand, semantics);
    case "binary_expression":
      return isSteadyValue(value.left, semantics) && isSteadyValue(value.right, semantics);
    case "call_expression":
      return (
        isKnownToBe(value, semantics) &&
        value.arguments.children.every((argument) => isSteadyValue(argument, semantics))
      );
    default:
      return false;
  }
}
