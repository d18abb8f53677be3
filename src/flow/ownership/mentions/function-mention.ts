import { cleanups, runners } from "../../../knowledge/index.js";
import { enclosingFunction, isFunction } from "../../../semantics/index.js";
import type { FileSemantics, FunctionNode, GoObject } from "../../../semantics/index.js";
import type { CallExpressionNode, Expression, FuncLiteralNode, SyntaxNode } from "../../../syntax/index.js";
import { calledName } from "../../calls/called-name.js";
import { resultNames } from "../../calls/results.js";
import { outermostParentheses } from "../../nodes/parentheses.js";
import { isAssignedAt, valueGivenTo } from "../../values/assigned-values.js";
import { keeps, leaves } from "../effect.js";
import type { AskedError, Effect } from "../effect.js";

/** The error on which all releases in a deferred function literal depend; undefined where one does not, or they differ. */
export function askedErrorOf(
  releases: readonly SyntaxNode[],
  literal: FuncLiteralNode,
  semantics: FileSemantics,
): AskedError | undefined {
  const errors = releases.map((release) => askedErrorAround(release, literal, semantics));
  if (errors.includes(undefined)) return undefined;
  if (errors.includes("result")) return "result";
  const names = errors.filter((error) => typeof error === "object");
  const variables = new Set(names.map((name) => semantics.objectOf(name)));
  return variables.size > 1 ? undefined : (names[0] ?? errors[0]);
}

/** The error for whose being there a release is in a branch: `if err != nil { f.Close() }`. */
function askedErrorAround(
  release: SyntaxNode,
  literal: FuncLiteralNode,
  semantics: FileSemantics,
): AskedError | undefined {
  for (let node = release; node !== literal && node.parent; node = node.parent) {
    const around = node.parent;
    if (around.kind !== "if_statement" || around.consequence !== node) continue;
    const { condition } = around;
    if (
      condition.kind !== "binary_expression" ||
      condition.operator !== "!=" ||
      condition.right.kind !== "nil"
    )
      continue;
    const error = askedError(condition.left, literal, semantics);
    if (error) return error;
  }
  return undefined;
}

function askedError(
  asked: Expression,
  literal: FuncLiteralNode,
  semantics: FileSemantics,
): AskedError | undefined {
  const variable = asked.kind === "identifier" ? semantics.objectOf(asked) : undefined;
  const { identifier } = variable ?? {};
  if (!variable || !identifier) return undefined;
  const owner = enclosingFunction(literal);
  if (owner && resultNames(owner).includes(identifier)) return "result";
  if (!literal.contains(identifier))
    return owner && isOwnError(variable, owner, semantics) ? asked : undefined;
  const value = valueGivenTo(identifier);
  const isRecovered = value?.kind === "call_expression" && value.function.text === "recover";
  return isRecovered ? "panic" : undefined;
}

/** Whether a variable is an error of a function that nothing but its own statements gives another value. */
function isOwnError(variable: GoObject, owner: FunctionNode, semantics: FileSemantics): boolean {
  if (variable.level !== "local" || semantics.typeText(semantics.typeOfObject(variable)) !== "error")
    return false;
  return semantics.bindings.identifiersOf(variable).every((mention) => {
    const { parent } = mention;
    const isAddressed = parent?.kind === "unary_expression" && parent.operator === "&";
    return !isAddressed && (!isAssignedAt(mention) || enclosingFunction(mention) === owner);
  });
}

/** What becomes of a resource that a function literal reaches which is an argument of a call. */
export function ofCallback(
  call: CallExpressionNode,
  inside: Effect,
  literal: FuncLiteralNode,
  semantics: FileSemantics,
): Effect {
  const name = calledName(call, semantics);
  if (cleanups.has(name)) return inside.kind === "releases" ? { kind: "releases", at: call } : keeps;
  if (!runners.has(name)) return leaves(literal, "captured");
  return inside.kind === "releases" ? { kind: "releases", at: call } : keeps;
}

/** What becomes of a resource when a function that reaches it is mentioned. */
export function ofFunctionValue(mention: SyntaxNode, role: "releases" | "uses"): Effect {
  const node = outermostParentheses(mention);
  const call = node.parent;
  const isCalled = call?.kind === "call_expression" && call.function === node;
  if (!isCalled || call.parent?.kind === "go_statement") {
    if (call?.kind === "binary_expression") return keeps;
    return leaves(mention, role === "releases" ? "handed out" : "captured");
  }
  return role === "releases" ? { kind: "releases", at: call } : keeps;
}

/** The outermost function literal inside a function that contains a node. */
export function outermostLiteral(node: SyntaxNode, owner: FunctionNode): FuncLiteralNode | undefined {
  let found: FuncLiteralNode | undefined;
  for (let around = node.parent; around && around !== owner; around = around.parent) {
    if (isFunction(around)) found = around as FuncLiteralNode;
  }
  return found;
}
