import { borrowers } from "../../knowledge/index.js";
import type { FileSemantics } from "../../semantics/index.js";
import type {
  AssignmentStatementNode,
  CallExpressionNode,
  Expression,
  IndexExpressionNode,
  SyntaxNode,
} from "../../syntax/index.js";
import { constantInteger } from "../values/constant-integer.js";
import { useOf } from "../values/use.js";
import type { ContainerKind } from "./container.js";

/** What the mention of a container does to it. */
export type ContainerUse =
  /** Puts something in. */
  | {
      readonly kind: "grows";
      readonly at: SyntaxNode;
      readonly key?: Expression;
      readonly values: readonly Expression[];
    }
  /** Leaves what is in it where it is. */
  | { readonly kind: "looks" }
  /** Gives the variable another container: `m = …` */
  | { readonly kind: "replaces"; readonly at: AssignmentStatementNode }
  /** Takes something out, looks at the size, or lets others do anything with the container. */
  | { readonly kind: "other" };

const looks: ContainerUse = { kind: "looks" };
const other: ContainerUse = { kind: "other" };

/** What a mention of a variable that holds a container does to the container. */
export function containerUse(
  mention: SyntaxNode,
  container: ContainerKind,
  semantics: FileSemantics,
): ContainerUse {
  const use = useOf(mention, semantics);
  switch (use.kind) {
    case "method-call":
      return methodUse(use.method, use.call, container);
    case "argument":
      return argumentUse(mention, use.call, semantics);
    case "receive":
    case "comparison":
    case "discard":
      return looks;
    case "assignment":
      return assignmentUse(mention, semantics);
    default:
      return mention.parent?.kind === "index_expression" && mention.parent.operand === mention
        ? indexUse(mention.parent, container, semantics)
        : other;
  }
}

const growingMethods: Readonly<Record<string, readonly string[]>> = {
  "sync.Map": ["LoadOrStore", "Store", "Swap"],
  list: ["PushBack", "PushFront"],
};

const lookingMethods: Readonly<Record<string, readonly string[]>> = {
  "sync.Map": ["CompareAndSwap", "Load", "Range"],
  list: ["Back", "Front"],
};

function methodUse(method: string, call: CallExpressionNode, container: ContainerKind): ContainerUse {
  if (lookingMethods[container]?.includes(method) === true) return looks;
  if (growingMethods[container]?.includes(method) !== true) return other;
  const [first, second] = call.arguments.children as readonly Expression[];
  if (!first) return other;
  return container === "list"
    ? { kind: "grows", at: call, values: [first] }
    : { kind: "grows", at: call, key: first, values: second ? [second] : [] };
}

function argumentUse(mention: SyntaxNode, call: CallExpressionNode, semantics: FileSemantics): ContainerUse {
  const builtin = builtinName(call, semantics);
  if (builtin === "len") return lengthUse(call, semantics);
  // The other end of `s = append(s, x)`, which the assignment speaks of.
  if (builtin === "append") return isAppendToItself(call, mention, semantics) ? looks : other;
  const callee = semantics.calleeName(call);
  return callee !== undefined && borrowers.has(callee) ? looks : other;
}

/** A size that only makes room, ends a loop or tells whether there is anything limits nothing. */
function lengthUse(length: CallExpressionNode, semantics: FileSemantics): ContainerUse {
  const around = length.parent;
  if (around?.kind === "argument_list") {
    const call = around.parent;
    return call?.kind === "call_expression" && builtinName(call, semantics) === "make" ? looks : other;
  }
  if (around?.kind !== "binary_expression") return other;
  const limit = constantInteger(around.left === length ? around.right : around.left, semantics);
  return limit === 0n || around.parent?.kind === "for_clause" ? looks : other;
}

function assignmentUse(mention: SyntaxNode, semantics: FileSemantics): ContainerUse {
  const statement = mention.parent?.parent;
  if (statement?.kind !== "assignment_statement") return other;
  const value = assignedTo(statement, mention);
  if (!value) return other;
  if (value.kind === "call_expression" && isAppendToItself(value, value.arguments.children[0], semantics)) {
    const values = value.arguments.children.slice(1);
    if (values.length === 0) return looks;
    return { kind: "grows", at: statement, values: values.map(spreadValue) };
  }
  return { kind: "replaces", at: statement };
}

function spreadValue(argument: SyntaxNode): Expression {
  return (argument.kind === "variadic_argument" ? argument.child : argument) as Expression;
}

/** Whether a call is the right side of `s = append(s, …)`, with s as the given mention. */
function isAppendToItself(
  call: CallExpressionNode,
  mention: SyntaxNode | undefined,
  semantics: FileSemantics,
): boolean {
  if (builtinName(call, semantics) !== "append" || !mention) return false;
  if (call.arguments.children[0] !== mention) return false;
  const statement = call.parent?.parent;
  if (statement?.kind !== "assignment_statement" || statement.operator !== "=") return false;
  const target = statement.left.children[statement.right.children.indexOf(call)];
  return target?.kind === "identifier" && semantics.objectOf(target) === semantics.objectOf(mention);
}

function assignedTo(statement: AssignmentStatementNode, target: SyntaxNode): Expression | undefined {
  const targets = statement.left.children;
  const values = statement.right.children;
  if (statement.operator !== "=" || targets.length !== values.length) return undefined;
  return values[targets.indexOf(target as Expression)];
}

/** `m[key]`, where it is read or written. */
function indexUse(
  index: IndexExpressionNode,
  container: ContainerKind,
  semantics: FileSemantics,
): ContainerUse {
  const around = index.parent;
  if (around?.kind === "inc_statement") return entry(index, around, [], container);
  const statement = around?.parent;
  const isTarget =
    around?.kind === "expression_list" &&
    statement?.kind === "assignment_statement" &&
    statement.left === around;
  if (isTarget) {
    const at = around.children.indexOf(index);
    const value = statement.right.children[statement.right.children.length === 1 ? 0 : at];
    return entry(index, statement, value ? [value] : [], container);
  }
  // An element of a slice may be changed through its address, and that of a map be emptied.
  if (around?.kind === "unary_expression" && around.operator === "&") return other;
  return isEmptied(index, semantics) ? other : looks;
}

function entry(
  index: IndexExpressionNode,
  at: SyntaxNode,
  values: readonly Expression[],
  container: ContainerKind,
): ContainerUse {
  return container === "map" ? { kind: "grows", at, key: index.index, values } : looks;
}

/** `delete(m[a], b)`, `clear(m[a])`: somebody takes care of what is in it. */
function isEmptied(index: IndexExpressionNode, semantics: FileSemantics): boolean {
  const use = useOf(index, semantics);
  const builtin = use.kind === "argument" ? builtinName(use.call, semantics) : undefined;
  return builtin === "delete" || builtin === "clear";
}

function builtinName(call: CallExpressionNode, semantics: FileSemantics): string | undefined {
  const callee = semantics.callee(call);
  return callee?.kind === "builtin" ? callee.name : undefined;
}
