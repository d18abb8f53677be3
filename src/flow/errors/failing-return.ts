import { alwaysFailing, errorMakers } from "../../knowledge/index.js";
import { enclosingFunction, withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics, FunctionNode } from "../../semantics/index.js";
import { KindId } from "../../syntax/index.js";
import type { CallExpressionNode, Expression, ReturnStatementNode, SyntaxNode } from "../../syntax/index.js";
import { calledName } from "../calls/called-name.js";
import { ownNodes } from "../nodes/own-nodes.js";
import { graphOf } from "../paths/graph-of.js";
import { RecursiveAnswers } from "../recursive-answers.js";
import { nilChecksAround } from "./nil-check.js";

/** Whether a function that ends with a certain return statement has failed: the error it returns there is not nil. */
export function failsAt(statement: ReturnStatementNode, semantics: FileSemantics): boolean {
  const owner = enclosingFunction(statement);
  const value = statement.child?.children.at(-1);
  if (!owner || !value || !returnsError(owner)) return false;
  return isError(value, semantics) || isAfterCheck(statement, value) || isInsteadOfValue(statement, value);
}

/** `return nil, f()`: who returns nothing else returns an error. */
function isInsteadOfValue({ child }: ReturnStatementNode, value: Expression): boolean {
  const others = child?.children.slice(0, -1) ?? [];
  return value.kind !== "nil" && others.some(({ kind }) => kind === "nil");
}

/** Whether the error that a call returns is never nil: what it calls comes back only when it has failed. */
export function alwaysFails(call: CallExpressionNode, semantics: FileSemantics): boolean {
  if (alwaysFailing.has(calledName(call, semantics))) return true;
  const callee = semantics.callee(call);
  if (callee?.kind === "declared")
    return callee.declarations.every((declaration) => hasOnlyFailures(declaration, semantics));
  const implementation = semantics.implementation(call);
  return implementation !== undefined && hasOnlyFailures(implementation, semantics);
}

const answers = new RecursiveAnswers<boolean>(Object.is);

/** A function that returns the error of another call of itself is taken for one that may succeed. */
function hasOnlyFailures(declared: FunctionNode, semantics: FileSemantics): boolean {
  const declaration = semantics.package.withBody(declared);
  return answers.of({
    about: declaration,
    key: "",
    assumed: false,
    answer: () =>
      findOnlyFailures(declaration, semantics.package.program.file(declaration.tree) ?? semantics),
  });
}

function findOnlyFailures(declaration: FunctionNode, semantics: FileSemantics): boolean {
  if (!declaration.body || !returnsError(declaration)) return false;
  const returns = ownNodes(declaration.body, KindId.return_statement) as ReturnStatementNode[];
  // Most functions are told at a glance.
  if (returns.length === 0 || returns.some((statement) => mayBeNil(statement))) return false;
  if (returns.some((statement) => !failsAt(statement, semantics))) return false;
  const graph = graphOf(declaration, semantics)?.graph;
  return graph !== undefined && graph.blocks.every(({ exit }) => exit?.kind !== "end");
}

function mayBeNil({ child }: ReturnStatementNode): boolean {
  return child?.children.at(-1)?.kind === "nil" || child === undefined;
}

/** Whether the last result of a function is an error. */
export function returnsError({ result }: FunctionNode): boolean {
  if (result?.kind !== "parameter_list") return result?.text === "error";
  const last = result.children.at(-1);
  return last?.kind === "parameter_declaration" && last.type.text === "error";
}

/** Whether an expression is an error by itself. */
function isError(value: Expression, semantics: FileSemantics): boolean {
  const inner = withoutParentheses(value);
  switch (inner.kind) {
    case "call_expression":
      return errorMakers.has(calledName(inner, semantics)) || alwaysFails(inner, semantics);
    case "composite_literal":
      return true;
    case "unary_expression":
      return inner.operator === "&";
    case "identifier":
      return isNamedError(inner, semantics);
    case "selector_expression":
      return (
        inner.operand.kind === "identifier" && semantics.objectOf(inner.operand)?.kind === "package-name"
      );
    default:
      return false;
  }
}

/** Errors that have a name are variables of a package; one that is declared without a value is nil until it is set. */
function isNamedError(name: SyntaxNode, semantics: FileSemantics): boolean {
  const object = semantics.objectOf(name);
  if (object?.kind !== "variable" || object.level !== "package") return false;
  return object.declaration?.kind !== "var_spec" || object.declaration.value !== undefined;
}

/** Whether a statement is reached only where a variable that a value mentions is not nil. */
function isAfterCheck(statement: SyntaxNode, value: Expression): boolean {
  return nilChecksAround(statement).some(({ name }) => mentions(value, name.text));
}

function mentions(value: Expression, name: string): boolean {
  const { kinds, subtreeEnds } = value.tree.arena;
  for (let id = value.id; id < (subtreeEnds[value.id] as number); id++) {
    if (kinds[id] === KindId.identifier && value.tree.node(id).text === name) return true;
  }
  return false;
}
