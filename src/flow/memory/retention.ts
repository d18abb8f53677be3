import { borrowers } from "../../knowledge/index.js";
import { enclosingFunction, isFunction, withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics, GoObject } from "../../semantics/index.js";
import type { CallExpressionNode, Expression, SliceExpressionNode, SyntaxNode } from "../../syntax/index.js";
import { destinationOf } from "../values/assigned-variable.js";
import { constantInteger } from "../values/constant-integer.js";
import { useOf } from "../values/use.js";
import { isBigBuffer } from "./big-buffer.js";

/** A small piece of a big buffer that lives on and keeps the whole of it in memory. */
export interface Retention {
  /** The call that gives the buffer. */
  readonly buffer: CallExpressionNode;
  readonly variable: GoObject;
  /** The statement that lets the piece outlive the function. */
  readonly kept: SyntaxNode;
  readonly holder: Holder;
}

/** Where a piece lives on: with the caller, in a variable of the package, or in what a parameter or receiver refers to. */
export type Holder = "caller" | "package" | "parameter";

/** A piece of more elements may be most of the buffer. */
const smallLength = 4096n;

/** Whether a slice expression takes a small piece of a big local buffer and keeps it when the buffer itself is done. */
export function findRetention(piece: SliceExpressionNode, semantics: FileSemantics): Retention | undefined {
  if (!isSmall(piece, semantics)) return undefined;
  const operand = withoutParentheses(piece.operand);
  const variable = operand.kind === "identifier" ? semantics.objectOf(operand) : undefined;
  if (variable?.kind !== "variable" || variable.level !== "local") return undefined;
  const buffer = onlyBuffer(variable, semantics);
  if (!buffer) return undefined;
  const kept = whereKept(piece, semantics);
  return kept && { buffer, variable, ...kept };
}

/** Whether constant bounds say that a piece is small. */
function isSmall({ low, high }: SliceExpressionNode, semantics: FileSemantics): boolean {
  const end = high && constantInteger(high, semantics);
  const start = low ? constantInteger(low, semantics) : 0n;
  return end !== undefined && start !== undefined && end > start && end - start <= smallLength;
}

/** The one big buffer that a variable ever holds, if nothing else may keep the whole of it. */
function onlyBuffer(variable: GoObject, semantics: FileSemantics): CallExpressionNode | undefined {
  const buffers: CallExpressionNode[] = [];
  for (const mention of semantics.package.identifiersOf(variable)) {
    const value = valueGiven(mention);
    if (value) {
      const call = withoutParentheses(value);
      if (call.kind !== "call_expression" || !isBigBuffer(call, semantics)) return undefined;
      if (destinationOf(call, 0, semantics).kind !== "variable") return undefined;
      buffers.push(call);
    } else if (mention !== variable.identifier && !leavesWhole(mention, semantics)) {
      return undefined;
    }
  }
  return buffers.length === 1 ? buffers[0] : undefined;
}

/** What an assignment or declaration gives the variable that is mentioned on its left side. */
function valueGiven(mention: SyntaxNode): Expression | undefined {
  const around = mention.parent;
  if (around?.kind === "var_spec") return around.value?.children[0];
  const statement = around?.parent;
  if (around?.kind !== "expression_list") return undefined;
  if (statement?.kind !== "assignment_statement" && statement?.kind !== "short_var_declaration")
    return undefined;
  if (statement.left !== around) return undefined;
  const values = statement.right.children;
  return values[values.length === 1 ? 0 : around.children.indexOf(mention as Expression)];
}

/** Methods that may not keep what they are given, by the contracts of package io. */
const borrowingMethods = new Set(["Read", "ReadAt", "Write", "WriteAt"]);

/** Whether a mention of the buffer, or of a piece of it, keeps nothing but small pieces. */
function leavesWhole(mention: SyntaxNode, semantics: FileSemantics): boolean {
  const around = mention.parent;
  if (around?.kind === "index_expression") return around.operand === mention;
  if (around?.kind === "slice_expression" && around.operand === mention)
    return isSmall(around, semantics) || leavesWhole(around, semantics);
  const use = useOf(mention, semantics);
  switch (use.kind) {
    case "argument":
      return isBorrowed(use.call, semantics);
    case "receive":
    case "comparison":
    case "discard":
      return true;
    default:
      return around?.kind === "type_conversion_expression" && isCopy(around, semantics);
  }
}

/** Functions that read bytes and keep none of them. */
const readers = new Set([
  "bytes.Compare",
  "bytes.Contains",
  "bytes.Count",
  "bytes.Equal",
  "bytes.HasPrefix",
  "bytes.HasSuffix",
  "bytes.Index",
  "bytes.IndexByte",
  "encoding/json.Unmarshal",
  "encoding/json.Valid",
  "encoding/xml.Unmarshal",
  "hash/crc32.ChecksumIEEE",
  "net/http.DetectContentType",
  "os.WriteFile",
  "unicode/utf8.Valid",
]);

function isBorrowed(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const callee = semantics.callee(call);
  if (callee?.kind === "builtin") return /^(?:len|cap|copy)$/.test(callee.name);
  const called = withoutParentheses(call.function);
  const method = called.kind === "selector_expression" ? called.field.text : "";
  const name = semantics.calleeName(call);
  if (name === undefined) return borrowingMethods.has(method) || isCopy(call, semantics);
  const isReader = borrowers.has(name) || readers.has(name) || /^crypto\/[^/]+\.Sum/.test(name);
  return isReader || (name.includes("(") && borrowingMethods.has(method));
}

/** A conversion to a string or array copies. */
function isCopy(conversion: Expression, semantics: FileSemantics): boolean {
  const { members } = semantics.package.program.types;
  const { kind } = members.underlying(semantics.typeOf(conversion));
  return isConversion(conversion, semantics) && (kind === "basic" || kind === "array");
}

function isConversion(expression: Expression, semantics: FileSemantics): boolean {
  if (expression.kind === "type_conversion_expression") return true;
  if (expression.kind !== "call_expression") return false;
  return semantics.package.program.types.ifType(expression.function) !== undefined;
}

/** Where a piece goes that lives on after the function, through conversions, literals and one local variable. */
function whereKept(
  value: SyntaxNode,
  semantics: FileSemantics,
  throughVariable = false,
): Pick<Retention, "kept" | "holder"> | undefined {
  const outer = carrierOf(value, semantics);
  const list = outer.parent;
  const statement = list?.parent;
  if (list?.kind !== "expression_list" || !statement) return undefined;
  if (statement.kind === "return_statement") {
    const owner = enclosingFunction(statement);
    return owner?.kind === "func_literal" ? undefined : { kept: statement, holder: "caller" };
  }
  if (statement.kind === "assignment_statement" && statement.right === list) {
    const at = list.children.indexOf(outer as Expression);
    const target = statement.left.children[at];
    const holder = target && holderOf(target, semantics);
    if (holder) return { kept: statement, holder };
  }
  const destination = destinationOf(outer as Expression, 0, semantics);
  if (destination.kind !== "variable" || throughVariable) return undefined;
  for (const mention of semantics.package.identifiersOf(destination.variable)) {
    if (mention === destination.variable.identifier || mention.start < outer.end) continue;
    const kept = whereKept(mention, semantics, true);
    if (kept) return kept;
  }
  return undefined;
}

/** The outermost expression whose value holds the same memory: a conversion, a literal, `append(s, piece)`. */
function carrierOf(value: SyntaxNode, semantics: FileSemantics): SyntaxNode {
  let outer = value;
  for (;;) {
    const around: SyntaxNode | undefined = outer.parent;
    switch (around?.kind) {
      case "parenthesized_expression":
      case "literal_element":
      case "literal_value":
      case "composite_literal":
        break;
      case "keyed_element":
        if (around.key.contains(outer)) return outer;
        break;
      case "unary_expression":
        if (around.operator !== "&") return outer;
        break;
      case "type_conversion_expression":
        if (!isSlice(around, semantics)) return outer;
        break;
      case "argument_list":
        if (!passesOn(around.parent, outer, semantics)) return outer;
        break;
      case "call_expression":
        if (around.function === outer) return outer;
        break;
      default:
        return outer;
    }
    outer = around;
  }
}

/** Whether a call gives back the memory of its argument: a conversion to a slice, `append(s, piece)` of a slice of slices. */
function passesOn(call: SyntaxNode | undefined, argument: SyntaxNode, semantics: FileSemantics): boolean {
  if (call?.kind !== "call_expression") return false;
  if (isConversion(call, semantics)) return isSlice(call, semantics);
  const callee = semantics.callee(call);
  return callee?.kind === "builtin" && callee.name === "append" && call.arguments.children[0] !== argument;
}

function isSlice(expression: Expression, semantics: FileSemantics): boolean {
  const { members } = semantics.package.program.types;
  return members.underlying(semantics.typeOf(expression)).kind === "slice";
}

/** What holds an assigned value when the function has returned. */
function holderOf(target: Expression, semantics: FileSemantics): Holder | undefined {
  let root = withoutParentheses(target);
  let isPart = false;
  while (
    root.kind === "selector_expression" ||
    root.kind === "index_expression" ||
    root.kind === "unary_expression"
  ) {
    isPart = true;
    root = withoutParentheses(root.operand);
  }
  const variable = root.kind === "identifier" ? semantics.objectOf(root) : undefined;
  if (variable?.kind !== "variable") return undefined;
  if (variable.level === "package") return "package";
  const { declaration } = variable;
  if (!isPart || declaration?.kind !== "parameter_declaration" || !isFunction(declaration.parent?.parent))
    return undefined;
  const { members } = semantics.package.program.types;
  const { kind } = members.underlying(semantics.typeOfObject(variable));
  return kind === "pointer" || kind === "map" || kind === "slice" ? "parameter" : undefined;
}
