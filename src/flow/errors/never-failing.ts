import { neverFailing, nilForNil, sureCalls } from "../../knowledge/index.js";
import type { Position, SureCall } from "../../knowledge/index.js";
import { enclosingFunction, withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics, FunctionNode } from "../../semantics/index.js";
import { KindId } from "../../syntax/index.js";
import type { CallExpressionNode, Expression, ReturnStatementNode } from "../../syntax/index.js";
import { calledName } from "../calls/called-name.js";
import { operandAt } from "../calls/operand.js";
import { parameterNames, resultNames } from "../calls/results.js";
import { ownNodes } from "../nodes/own-nodes.js";
import { RecursiveAnswers } from "../recursive-answers.js";
import { isMemoryStream } from "../streams/memory-stream.js";
import { functionsCalled } from "../values/functions-called.js";
import { givenAt, givenTo } from "../values/given-value.js";
import type { GivenValue } from "../values/given-value.js";
import { setsField } from "../values/set-field.js";
import { closesSurely } from "./closing-error.js";
import { hasFixedSize, isEncodable } from "./encodable.js";
import { returnsError } from "./failing-return.js";
import { checkedValue, nilChecksAround } from "./nil-check.js";
import { isOwnAddress, isOwnPort } from "./own-address.js";

/** Whether the error that a call returns last is always nil. */
export function neverFails(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const name = calledName(call, semantics);
  if (neverFailing.has(name) || isSure(call, sureCalls[name], semantics) || closesSurely(call, semantics))
    return true;
  const called = functionsCalled(call, semantics);
  return called.length > 0 && called.every((declaration) => onlySucceeds(declaration, semantics));
}

/** Whether a call gives nil where a certain argument is a nil error: `errors.Wrap(err, "…")`. */
export function isNilForNil(call: CallExpressionNode, argument: number, semantics: FileSemantics): boolean {
  if (argument === 0 && nilForNil.has(calledName(call, semantics))) return true;
  const called = functionsCalled(call, semantics);
  return (
    called.length > 0 && called.every((declaration) => beginsWithNilForNil(declaration, argument, semantics))
  );
}

/** Whether a function returns nil before all else if a parameter is nil: `if err == nil { return nil }`. */
function beginsWithNilForNil(declared: FunctionNode, index: number, semantics: FileSemantics): boolean {
  const declaration = semantics.package.withBody(declared);
  const [first] = declaration.body?.child?.children ?? [];
  const parameter = parameterNames(declaration)[index];
  if (first?.kind !== "if_statement" || first.initializer || !parameter) return false;
  const { condition, consequence } = first;
  const [statement] = consequence.child?.children ?? [];
  return (
    condition.kind === "binary_expression" &&
    condition.operator === "==" &&
    condition.left.text === parameter.text &&
    condition.right.kind === "nil" &&
    statement?.kind === "return_statement" &&
    statement.child?.children.length === 1 &&
    statement.child.children[0]?.kind === "nil"
  );
}

/** Whether a call is given all that it needs not to fail. */
function isSure(call: CallExpressionNode, needs: SureCall | undefined, semantics: FileSemantics): boolean {
  if (!needs) return false;
  const holds = (
    position: Position | undefined,
    test: (operand: Expression, semantics: FileSemantics) => boolean,
  ): boolean => {
    const operand = position === undefined ? undefined : operandAt(call, position);
    return position === undefined || (operand !== undefined && test(operand, semantics));
  };
  return (
    (needs.streams ?? []).every((position) => holds(position, isMemoryStream)) &&
    holds(needs.address, isOwnAddress) &&
    holds(needs.port, isOwnPort) &&
    holds(needs.fixedSize, (value) => hasFixedSize(semantics.typeOf(value), semantics)) &&
    holds(needs.json, (value) => isEncodable(semantics.typeOf(value), semantics, onlySucceeds)) &&
    (needs.unset === undefined || !isSetAround(call, needs.unset, semantics))
  );
}

/** Whether the function around a call sets a field to something. */
function isSetAround(call: CallExpressionNode, field: string, semantics: FileSemantics): boolean {
  const owner = enclosingFunction(call);
  return owner === undefined || setsField(owner, new Set([field]), semantics);
}

const answers = new RecursiveAnswers<boolean>(Object.is);

/** Whether all that a function returns as its error is nil. One that returns the error of another call of itself may be such. */
function onlySucceeds(declared: FunctionNode, semantics: FileSemantics): boolean {
  const declaration = semantics.package.withBody(declared);
  return answers.of({
    about: declaration,
    key: "",
    assumed: true,
    answer: () =>
      findOnlySuccesses(declaration, semantics.package.program.file(declaration.tree) ?? semantics),
  });
}

function findOnlySuccesses(declaration: FunctionNode, semantics: FileSemantics): boolean {
  if (!declaration.body || !returnsError(declaration)) return false;
  const returns = ownNodes(declaration.body, KindId.return_statement) as ReturnStatementNode[];
  // Most functions are told at a glance.
  if (returns.length === 0 || returns.some(failsAtFirstSight)) return false;
  return (
    returns.every((statement) => succeedsAt(statement, declaration, semantics)) &&
    !mayBeSetLater(declaration, semantics)
  );
}

/** Whether an error is made on the spot, and not for another one. */
function failsAtFirstSight(statement: ReturnStatementNode): boolean {
  const value = statement.child?.children.at(-1);
  switch (value?.kind) {
    case "call_expression":
      return errorMaking.test(value.function.text) && nilChecksAround(statement).length === 0;
    case "selector_expression":
    case "unary_expression":
    case "composite_literal":
      return nilChecksAround(statement).length === 0;
    default:
      return false;
  }
}

const errorMaking = /^(?:errors\.New|fmt\.Errorf)$/;

/** Whether a function returns a nil error at a statement, or never comes there. */
function succeedsAt(statement: ReturnStatementNode, owner: FunctionNode, semantics: FileSemantics): boolean {
  const value = (statement.child?.children.at(-1) ?? resultNames(owner).at(-1)) as Expression | undefined;
  return (
    // An error that is a nil pointer is not nil.
    (value && semantics.typeOf(value).kind !== "pointer" && isAlwaysNil(value, semantics)) ||
    nilChecksAround(statement).some((check) => {
      const checked = checkedValue(check);
      return checked ? isNil(checked, semantics) : isAlwaysNil(check.name, semantics);
    })
  );
}

/** Whether what is deferred may put an error into the result, whatever has been returned. */
function mayBeSetLater(owner: FunctionNode, semantics: FileSemantics): boolean {
  const result = resultNames(owner).at(-1);
  const variable = result && semantics.objectOf(result);
  if (!variable) return false;
  return semantics.bindings.identifiersOf(variable).some((mention) => {
    const given = givenAt(mention);
    const isOwn = given?.from !== undefined && enclosingFunction(mention) === owner;
    return given !== undefined && !isOwn && !isNil(given, semantics);
  });
}

/** Whether an error is nil wherever it is looked at. */
function isAlwaysNil(error: Expression, semantics: FileSemantics): boolean {
  const value = withoutParentheses(error);
  if (value.kind !== "identifier") return isNilError(value, semantics);
  return givenTo(value, semantics)?.values.every((given) => isNil(given, semantics)) === true;
}

function isNil({ from, isLast }: GivenValue, semantics: FileSemantics): boolean {
  return isLast && from !== undefined && isNilError(from, semantics);
}

function isNilError(error: Expression, semantics: FileSemantics): boolean {
  const value = withoutParentheses(error);
  return value.kind === "nil" || (value.kind === "call_expression" && neverFails(value, semantics));
}
