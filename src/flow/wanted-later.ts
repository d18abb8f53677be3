import type { FileSemantics, GoObject } from "../semantics/index.js";
import { KindId } from "../syntax/index.js";
import type {
  CallExpressionNode,
  DeferStatementNode,
  Expression,
  FuncLiteralNode,
  IfStatementNode,
  ReturnStatementNode,
  SyntaxNode,
} from "../syntax/index.js";
import { ownNodes } from "./own-nodes.js";
import { lastWord } from "./package-calls.js";
import type { Turn } from "./turn.js";
import { rootOf, valueOf } from "./turn-values.js";

/**
 * Whether the effect that a deferred call ends is meant to last beyond the turn, although nothing that the program holds
 * shows it: locks taken together, files and containers that what comes after the loop works with, steps that are undone
 * when the function fails.
 */
export function isWantedLater(
  statement: DeferStatementNode,
  fresh: ReadonlySet<GoObject>,
  turn: Turn,
  semantics: FileSemantics,
): boolean {
  const { child: call } = statement;
  if (call.kind !== "call_expression") return false;
  if (call.function.kind === "func_literal") {
    if (isUndoneOnFailure(call.function, turn, semantics) || !endsAnything(call.function)) return true;
  } else if (isOnlyTold(call, fresh, semantics)) return true;
  const isEffect =
    isLast(statement, turn) ||
    undoing.test(call.text) ||
    [...fresh].some((variable) => standsForEffect(variable, semantics));
  return isEffect && isFollowed(turn.head);
}

/** Whether deferred code ends something at all; else it is work that is put off. */
export function endsAnything(code: SyntaxNode): boolean {
  const { kinds, subtreeEnds } = code.tree.arena;
  for (let id = code.id; id < (subtreeEnds[code.id] as number); id++) {
    if (kinds[id] === KindId.call_expression && isEnding(code.tree.node(id) as CallExpressionNode))
      return true;
  }
  return false;
}

/** Whether the turn has come to its end: a call that is put off even there is put off on purpose. */
function isLast(statement: SyntaxNode, { loop }: Turn): boolean {
  return loop?.body.child?.children.at(-1) === statement;
}

/** How calls are named that undo what others may rely on, unlike those that give back what the turn alone has. */
const undoing =
  /unlock|release|delete|remove|destroy|kill|terminate|teardown|restore|reset|revert|unset|u(?:n)?mount|unregister|unsubscribe|detach|decref|unref|abort/i;

/** Whether a deferred literal does nothing unless something from before the loop says so: `if err != nil { … }`. */
function isUndoneOnFailure({ body }: FuncLiteralNode, turn: Turn, semantics: FileSemantics): boolean {
  const statements = body.child?.children ?? [];
  const [first] = statements;
  if (first?.kind !== "if_statement" || first.initializer || !asksAboutBefore(first, turn, semantics))
    return false;
  return statements.length === 1 || first.consequence.child?.children.at(-1)?.kind === "return_statement";
}

function asksAboutBefore({ condition }: IfStatementNode, turn: Turn, semantics: FileSemantics): boolean {
  const names = [condition, ...ownNodes(condition, KindId.identifier)];
  return names.some((name) => {
    const variable = name.kind === "identifier" ? semantics.objectOf(name) : undefined;
    return (
      variable?.kind === "variable" &&
      variable.identifier !== undefined &&
      !turn.contains(variable.identifier)
    );
  });
}

/** Whether a call only tells something from before the loop about what the turn has made: `log.Record(entry)`. */
function isOnlyTold(
  call: CallExpressionNode,
  fresh: ReadonlySet<GoObject>,
  semantics: FileSemantics,
): boolean {
  if (call.function.kind !== "selector_expression" || isEnding(call)) return false;
  const root = rootOf(call.function);
  const receiver = root.kind === "identifier" ? semantics.objectOf(root) : undefined;
  return receiver?.kind === "variable" && !fresh.has(receiver);
}

/** How functions are named that end something: `Close`, `closeQuietly`, `tryClose`. */
const endings = [
  "cancel",
  "clean",
  "close",
  "commit",
  "delete",
  "destroy",
  "discard",
  "dispose",
  "done",
  "end",
  "finalize",
  "finish",
  "free",
  "put",
  "release",
  "remove",
  "return",
  "rollback",
  "shutdown",
  "stop",
  "unlock",
  "unregister",
];

const endingWord = new RegExp(
  `^(?:${endings.join("|")})|${endings.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("|")}`,
);

/** Whether a function is named as one that ends something. */
export function isEnding(call: CallExpressionNode): boolean {
  return endingWord.test(lastWord(call));
}

/**
 * Whether a variable is what one needs to take back an effect: a lock, or a function that is the only result of a call
 * (`undo := apply(option)`), or what a call gives that was handed a callback for later.
 */
function standsForEffect(variable: GoObject, semantics: FileSemantics): boolean {
  const value = valueOf(variable);
  if (value?.kind !== "call_expression") return false;
  if (/^lock|Lock/.test(lastWord(value))) return true;
  if (value.arguments.children.some(({ kind }) => kind === "func_literal")) return true;
  return isFunctionAlone(variable, semantics);
}

function isFunctionAlone(variable: GoObject, semantics: FileSemantics): boolean {
  const { declaration } = variable;
  const isAlone = declaration?.kind === "short_var_declaration" && declaration.left.children.length === 1;
  const { members } = semantics.package.program.types;
  return isAlone && members.core(semantics.typeOfObject(variable)).kind === "signature";
}

/** Whether anything comes after a loop but leaving the function with what is there. */
function isFollowed(loop: SyntaxNode): boolean {
  let inner: SyntaxNode = loop;
  for (let list = inner.parent; list && list.kind !== "func_literal"; inner = list, list = list.parent) {
    if (list.kind !== "statement_list") continue;
    const later = list.allChildren.slice(list.allChildren.indexOf(inner) + 1);
    if (later.some((statement) => statement.kind !== "return_statement" || worksOn(statement))) return true;
  }
  return false;
}

function worksOn({ child }: ReturnStatementNode): boolean {
  return (child?.children ?? []).some((result: Expression) => result.kind === "call_expression");
}
