import type { Fix } from "../diagnostic/index.js";
import { errorCheckAfter, isRepeated, usedAfterReturn } from "../flow/index.js";
import type { LaterUse, Leak } from "../flow/index.js";
import { memorySinks } from "../knowledge/index.js";
import { enclosingFunction, importsOf } from "../semantics/index.js";
import type { FileSemantics, FunctionNode, Type } from "../semantics/index.js";
import { KindId } from "../syntax/index.js";
import type { CallExpressionNode, Expression, SyntaxNode } from "../syntax/index.js";
import { insertStatementAfter } from "./insert-statement.js";
import { ownLineOf } from "./remove-line.js";

export type UnreleasedLeak = Extract<Leak, { how: "never" | "skipped" | "over" }>;
type Acquisition = Leak["acquisition"];

/**
 * The fix for a defect by which one or more resources are left behind: a deferred release for each. None where one of them has
 * to be seen to by a person, as mending the others alone leaves the defect.
 */
export function releaseFix(leaks: readonly UnreleasedLeak[], semantics: FileSemantics): Fix[] {
  const fixes = leaks.map((leak) => deferredRelease(leak, semantics)[0]);
  const found = fixes.filter((fix) => fix !== undefined);
  if (found.length < fixes.length) return [];
  const edits = new Map(found.flatMap((fix) => fix.edits.map((edit) => [JSON.stringify(edit), edit])));
  return [
    {
      kind: found.every(({ kind }) => kind === "safe") ? "safe" : "suggestion",
      message: [...new Set(found.map(({ message }) => message))].join(" and "),
      edits: [...edits.values()],
    },
  ];
}

/**
 * `defer x.Close()` where it is sure that there is something to close. It is safe where it stands for all that the function
 * does with the resource and cannot disturb any of it; a suggestion where a person should see to that; and nothing where it
 * would break something: in loops, or where the resource is in use when the function is over.
 */
function deferredRelease(leak: UnreleasedLeak, semantics: FileSemantics): Fix[] {
  const { call, kind, part } = leak.acquisition;
  const release = kind.releaseOf(leak.variable?.name ?? "", part);
  const { deferrable = false } = kind.facts.release;
  const owner = enclosingFunction(call);
  if (!owner || !canBeWritten(release, leak.acquisition)) return [];
  if (isRepeated(call, semantics) || isInLoop(call, owner)) return [];
  if (leak.how === "skipped" && (leak.mayLeave || !deferrable)) return [];
  if (kind.facts.atExit === "lost" && writesToOwnMemory(call, owner, semantics)) return [];
  const later = laterUse(leak, semantics);
  const place = later === "yes" ? undefined : placeOfDefer(call, leak.variable?.name, semantics);
  // Where acquiring may have failed, a field of nothing is no place to look for a method.
  if (!place || (!place.isChecked && /\..*\./.test(release))) return [];
  const isSafe =
    deferrable &&
    later === "no" &&
    place.isChecked &&
    isTopLevelStatement(place.after) &&
    !(leak.how !== "skipped" && isMeantEarlier(leak.acquisition, owner, semantics));
  const change = insertedOrMoved(leak, `defer ${release}`, place.after);
  return change ? [{ kind: isSafe ? "safe" : "suggestion", ...change }] : [];
}

/** Whether a loop of its function is around a call: where a turn is the last one, what is deferred in it still looks wrong. */
function isInLoop(call: CallExpressionNode, owner: FunctionNode): boolean {
  for (let around = call.parent; around && around !== owner; around = around.parent)
    if (around.kind === "for_statement") return true;
  return false;
}

/**
 * Whether a writer that finishes its work at the end writes into a buffer of the function: that is taken out of the buffer before
 * anything deferred runs.
 */
function writesToOwnMemory(call: CallExpressionNode, owner: FunctionNode, semantics: FileSemantics): boolean {
  return call.arguments.children.some((argument) => {
    const sink = argument.kind === "unary_expression" ? argument.operand : argument;
    const variable = sink.kind === "identifier" ? semantics.objectOf(sink) : undefined;
    if (variable?.kind !== "variable" || !variable.identifier) return false;
    if (variable.declaration?.kind === "parameter_declaration") return false;
    const type = semantics.typeText(semantics.typeOfObject(variable));
    return memorySinks.has(type.replace(/^\*/, "")) && enclosingFunction(variable.identifier) === owner;
  });
}

/** Whether the resource, or what lives no longer than it, is used when its function is over. */
export function laterUse(
  { acquisition: { call, kind }, variable }: UnreleasedLeak,
  semantics: FileSemantics,
): LaterUse {
  const owner = enclosingFunction(call);
  if (!owner) return "yes";
  const { details = [], endsWith } = kind.facts;
  const subject = { kind: "resource", details } as const;
  const later = variable ? usedAfterReturn(variable, owner, subject, semantics) : "no";
  return endsWith && later !== "yes" ? contextUse(call, endsWith.result, owner, semantics) : later;
}

/** Whether the context that a call gives is used when its function is over. */
export function contextUse(
  call: CallExpressionNode,
  result: number,
  owner: FunctionNode,
  semantics: FileSemantics,
): LaterUse {
  const target = targetsOf(call)[result];
  const variable = target?.kind === "identifier" ? semantics.objectOf(target) : undefined;
  if (target?.text === "_") return "no";
  if (!variable?.identifier || enclosingFunction(variable.identifier) !== owner) return "yes";
  return usedAfterReturn(variable, owner, { kind: "context", details: [] }, semantics);
}

/**
 * Whether a release does what it says where it would be written: nobody has to choose a context for it, and the package
 * of its function is imported under its own name; C has it only if the file includes its header.
 */
function canBeWritten(release: string, { call, kind, part }: Acquisition): boolean {
  if (part !== "" && kind.releasesOf(part).length === 0) return false;
  const releasing = kind.releasingFunction;
  if (releasing === undefined) return !kind.wantsContext;
  const word = releasing.slice(releasing.lastIndexOf(".") + 1);
  const imports = importsOf(call.tree).filter(({ form }) => form === "implicit");
  const isImported = imports.some(
    ({ path, name }) => releasing === `${path}.${word}` && release.startsWith(`${name}.`),
  );
  if (releasing === "C.free" && !declaresFree.test(call.tree.text)) return false;
  return isImported && (!release.includes("unsafe.") || imports.some(({ path }) => path === "unsafe"));
}

/** What shows that a file can call C's `free`. */
const declaresFree = /^[ \t/*]*#\s*include\s*<stdlib\.h>|\bC\.free\(/m;

/** After what a deferred release can stand. */
interface DeferPlace {
  readonly after: SyntaxNode;
  /** Whether it is sure there that acquiring has succeeded. */
  readonly isChecked: boolean;
}

/** The statement after which a variable holds the resource: the one that acquires, or the error check after it. */
function placeOfDefer(
  call: CallExpressionNode,
  variable: string | undefined,
  semantics: FileSemantics,
): DeferPlace | undefined {
  const statement = statementOf(call);
  if (statement.parent?.kind !== "statement_list") return undefined;
  // A call alone acquires what its argument holds: signal.Notify(c).
  if (statement.kind === "expression_statement") return { after: statement, isChecked: true };
  const targets = targetsOf(call);
  const last = targets.at(-1);
  if (!last) return undefined;
  if (last.text === "_") return { after: statement, isChecked: false };
  if (last.text === variable) return { after: statement, isChecked: true };
  // Where a flag tells whether there is anything to release, a person has to find the place.
  if (semantics.typeText(semantics.typeOf(last)) === "bool") return undefined;
  if (!mayBeError(semantics.typeOf(last), semantics)) return { after: statement, isChecked: true };
  const check = errorCheckAfter(statement, last.text, semantics);
  return check && { after: check, isChecked: true };
}

/** What the results of a call are assigned to; nothing where something else is made of them. */
export function targetsOf(call: CallExpressionNode): readonly Expression[] {
  const statement = statementOf(call);
  const isAssignment =
    statement.kind === "short_var_declaration" ||
    (statement.kind === "assignment_statement" && statement.operator === "=");
  if (!isAssignment || statement.right.children.length !== 1) return [];
  return statement.right.children[0] === call ? statement.left.children : [];
}

/** Whether values of a type may be errors. */
export function mayBeError(type: Type, semantics: FileSemantics): boolean {
  return (
    type.kind === "unknown" ||
    semantics.package.program.types.members.select(type, "Error")?.kind === "method"
  );
}

/** Whether a statement stands directly in a function's body, so that what is deferred there has no shorter life in mind. */
export function isTopLevelStatement(statement: SyntaxNode): boolean {
  return statement.parent?.parent?.parent === enclosingFunction(statement);
}

/** Whether the function does something to which an open resource may be in the way, or an unfinished one too little. */
function isMeantEarlier({ call, kind }: Acquisition, owner: FunctionNode, semantics: FileSemantics): boolean {
  const names = kind.facts.releasedBefore ?? [];
  if (names.length === 0) return false;
  const { kinds, subtreeEnds } = owner.tree.arena;
  for (let id = owner.id; id < (subtreeEnds[owner.id] as number); id++) {
    const node = kinds[id] === KindId.call_expression ? owner.tree.node(id) : undefined;
    if (node?.kind !== "call_expression" || node.start < call.end) continue;
    if (names.includes(semantics.calleeName(node) ?? "")) return true;
  }
  return false;
}

/** A new line; or, where the same line stands too far down, that one moved up. */
function insertedOrMoved(
  leak: UnreleasedLeak,
  text: string,
  after: SyntaxNode,
): Omit<Fix, "kind"> | undefined {
  const late = lateDefer(leak, text, after);
  const line = late && ownLineOf(late);
  const edits = insertStatementAfter(after, line?.text ?? text);
  if (!edits) return undefined;
  if (!line) return { message: `add \`${text}\``, edits };
  return { message: `move \`${text}\` up, before anything can return`, edits: [...edits, line.removal] };
}

/** The defer that some paths reach, if nothing else is deferred before it: what is deferred runs in the opposite order. */
function lateDefer(leak: UnreleasedLeak, text: string, after: SyntaxNode): SyntaxNode | undefined {
  const statement = leak.how === "skipped" ? leak.releasedAt?.parent : undefined;
  if (statement?.kind !== "defer_statement" || statement.text !== text) return undefined;
  const siblings: readonly SyntaxNode[] = after.parent?.allChildren ?? [];
  const [from, to] = [siblings.indexOf(after), siblings.indexOf(statement)];
  const between = siblings.slice(from + 1, to);
  return to > from + 1 && !between.some(({ kind }) => kind === "defer_statement") ? statement : undefined;
}

/** The statement of a list, or of the head of an `if`, in which a node stands. */
export function statementOf(node: SyntaxNode): SyntaxNode {
  let statement = node;
  while (statement.parent && statement.parent.kind !== "statement_list") statement = statement.parent;
  return statement;
}
