import { panickingOnNil } from "../../knowledge/index.js";
import type { ResourceFacts } from "../../knowledge/index.js";
import { enclosingFunction, withoutParentheses } from "../../semantics/index.js";
import type { FileSemantics, GoObject, NamedFunction } from "../../semantics/index.js";
import { KindId } from "../../syntax/index.js";
import type {
  AssignmentStatementNode,
  CallExpressionNode,
  DeferStatementNode,
  Expression,
  FuncLiteralNode,
  ReturnStatementNode,
  SelectorExpressionNode,
  ShortVarDeclarationNode,
  SyntaxNode,
  VarSpecNode,
} from "../../syntax/index.js";
import { lastWord } from "../calls/call-table.js";
import type { Block } from "../cfg/index.js";
import { ownNodes } from "../nodes/own-nodes.js";
import { graphOf } from "../paths/graph-of.js";
import type { IndexedGraph } from "../paths/graph-of.js";

/** Something that is used although nobody knows yet whether there is anything: it is nil when the call has failed. */
export interface EarlyUse {
  readonly call: CallExpressionNode;
  readonly variable: GoObject;
  /** The variable with the error; undefined where the error is thrown away. */
  readonly error: GoObject | undefined;
  readonly use: DeferStatementNode | SelectorExpressionNode;
  /** Whether the use is sure to panic when there is nothing. */
  readonly panics: boolean;
}

/** A statement that may give the results of a call to variables. */
export type Assigning = ShortVarDeclarationNode | AssignmentStatementNode | VarSpecNode;

/** What is known of the value that a call gives beside its error. */
interface Opened {
  readonly call: CallExpressionNode;
  readonly variable: GoObject;
  readonly error: GoObject | undefined;
  /** The fields and methods that lead to its release: `Close`, `Body.Close`. */
  readonly releases: readonly string[];
}

/** Finds what is used before the error beside it is looked at; told apart by the functions that open resources. */
export class EarlyUses {
  readonly #releases = new Map<string, readonly string[]>();
  /** Most calls are told apart by their last word, before any name is resolved. */
  readonly #words = new Set<string>();
  readonly #except: ReadonlySet<string>;

  /** `except` names functions that give something even when they fail. */
  constructor(kinds: readonly ResourceFacts[], except: ReadonlySet<string>) {
    this.#except = except;
    for (const { acquire, release } of kinds) {
      for (const [name, positions] of Object.entries(acquire)) {
        if (!release.methods || !positions.includes(0)) continue;
        this.#releases.set(name, release.methods);
        this.#words.add(name.slice(name.lastIndexOf(".") + 1));
      }
    }
  }

  find(statement: Assigning, semantics: FileSemantics): EarlyUse | undefined {
    const opened = this.#opened(statement, semantics);
    return opened && firstUse(opened, semantics);
  }

  #opened(statement: Assigning, semantics: FileSemantics): Opened | undefined {
    const targets = statement.kind === "var_spec" ? statement.names : statement.left.children;
    const values = (statement.kind === "var_spec" ? statement.value : statement.right)?.children ?? [];
    const [first] = targets;
    const last = targets.at(-1);
    const call = values.length === 1 && values[0] ? withoutParentheses(values[0]) : undefined;
    if (call?.kind !== "call_expression" || targets.length < 2 || !first || !last) return undefined;
    const releases = this.#releasesOf(call, semantics);
    const variable = localVariable(first, semantics);
    if (!releases || !variable || !mayBeNil(first, semantics)) return undefined;
    // Who throws the error away does not want to know; with a response that is as good as a panic.
    if (last.text === "_") {
      return releases.includes("Body.Close") ? { call, variable, error: undefined, releases } : undefined;
    }
    const error = localVariable(last, semantics);
    return error && isError(error, semantics) ? { call, variable, error, releases } : undefined;
  }

  #releasesOf(call: CallExpressionNode, semantics: FileSemantics): readonly string[] | undefined {
    if (this.#words.has(lastWord(call))) {
      const name = semantics.calleeName(call) ?? "";
      const known = this.#except.has(name) ? undefined : this.#releases.get(name);
      if (known) return known;
    }
    // Whatever else the package opens: what it calls is looked up only where it is worth while.
    const callee = isBeforeDefer(call) ? semantics.callee(call) : undefined;
    if (callee?.kind !== "declared") return undefined;
    return callee.declarations.every(givesNil) ? ["Close", "Body.Close"] : undefined;
  }
}

/** Follows all ways from a call until the error is looked at. */
function firstUse(opened: Opened, semantics: FileSemantics): EarlyUse | undefined {
  const owner = enclosingFunction(opened.call);
  const graph = owner && graphOf(owner, semantics);
  const place = graph?.steps.placeOf(opened.call);
  if (!graph || !place) return undefined;
  const variables = opened.error ? [opened.error, opened.variable] : [opened.variable];
  const mentioning = variables.map((variable) => blocksMentioning(variable, graph, semantics));
  const looked = new Set<Block>();
  const pending = [{ block: place.block, from: place.position + 1 }];
  for (let at = pending.pop(); at; at = pending.pop()) {
    const { block, from } = at;
    const isMentioned = mentioning.some((blocks) => blocks.has(block));
    const outcome = isMentioned ? firstOutcome(block.steps.slice(from), opened, semantics) : undefined;
    if (outcome === "looked at") continue;
    if (outcome) return { ...opened, use: outcome, panics: panicsOnNil(outcome, opened, semantics) };
    for (const { to } of block.edges) {
      if (looked.has(to)) continue;
      looked.add(to);
      pending.push({ block: to, from: 0 });
    }
  }
  return undefined;
}

// A function may open a thousand things and look at one variable for the errors of all of them.
const mentioningBlocks = new WeakMap<IndexedGraph, Map<GoObject, ReadonlySet<Block>>>();

/** The blocks of a function in which a variable is mentioned. */
function blocksMentioning(
  variable: GoObject,
  graph: IndexedGraph,
  semantics: FileSemantics,
): ReadonlySet<Block> {
  let known = mentioningBlocks.get(graph);
  if (!known) mentioningBlocks.set(graph, (known = new Map()));
  let blocks = known.get(variable);
  if (!blocks) {
    const mentions = semantics.bindings.identifiersOf(variable);
    blocks = new Set(mentions.flatMap((mention) => graph.steps.placeOf(mention)?.block ?? []));
    known.set(variable, blocks);
  }
  return blocks;
}

function isBeforeDefer(call: CallExpressionNode): boolean {
  let statement: SyntaxNode = call;
  while (statement.parent && statement.parent.kind !== "statement_list") statement = statement.parent;
  const list = statement.parent?.allChildren ?? [];
  return list[list.indexOf(statement) + 1]?.kind === "defer_statement";
}

/** Whether a function of the package returns nil as its first result, and something else as its last: an error. */
function givesNil(declaration: NamedFunction): boolean {
  const returns = ownNodes(declaration, KindId.return_statement) as ReturnStatementNode[];
  return returns.some(
    ({ child }) => child?.children[0]?.kind === "nil" && child.children.at(-1)?.kind !== "nil",
  );
}

function localVariable(target: Expression, semantics: FileSemantics): GoObject | undefined {
  const name = withoutParentheses(target);
  const variable = name.kind === "identifier" ? semantics.objectOf(name) : undefined;
  return variable?.kind === "variable" && variable.level === "local" ? variable : undefined;
}

function isError(variable: GoObject, semantics: FileSemantics): boolean {
  return semantics.typeText(semantics.typeOfObject(variable)) === "error";
}

function mayBeNil(target: Expression, semantics: FileSemantics): boolean {
  const { kind } = semantics.package.program.types.members.underlying(semantics.typeOf(target));
  return kind === "pointer" || kind === "interface";
}

/** The first thing in a row of steps that looks at the error, or uses what may not be there. */
function firstOutcome(
  steps: readonly SyntaxNode[],
  opened: Opened,
  semantics: FileSemantics,
): EarlyUse["use"] | "looked at" | undefined {
  for (const step of steps) {
    const outcome =
      step.kind === "defer_statement"
        ? outcomeOfDefer(step, opened, semantics)
        : outcomeOfStep(step, opened, semantics);
    if (outcome) return outcome;
  }
  return undefined;
}

function outcomeOfStep(
  step: SyntaxNode,
  opened: Opened,
  semantics: FileSemantics,
): SelectorExpressionNode | "looked at" | undefined {
  if (mentionsIn(step, opened.error, semantics).length > 0) return "looked at";
  const mentions = mentionsIn(step, opened.variable, semantics);
  if (mentions.length === 0) return undefined;
  const selector = opened.error && mentions.map((mention) => readField(mention, opened)).find(Boolean);
  return selector && enclosingFunction(selector) === enclosingFunction(opened.call) ? selector : "looked at";
}

function outcomeOfDefer(
  statement: DeferStatementNode,
  opened: Opened,
  semantics: FileSemantics,
): DeferStatementNode | "looked at" | undefined {
  const mentions = mentionsIn(statement, opened.variable, semantics);
  if (mentions.length === 0) return undefined;
  const { child: call } = statement;
  const literal =
    call.kind === "call_expression" && call.function.kind === "func_literal" ? call.function : undefined;
  if (literal?.contains(mentions[0] as SyntaxNode)) {
    return mayRunForNothing(literal, mentions, opened, semantics) ? statement : undefined;
  }
  return mentions.some((mention) => isRelease(mention, opened)) ? statement : "looked at";
}

/** Whether a deferred function literal releases without having asked whether there is anything to release. */
function mayRunForNothing(
  literal: FuncLiteralNode,
  mentions: readonly SyntaxNode[],
  opened: Opened,
  semantics: FileSemantics,
): boolean {
  const isAsked =
    mentionsIn(literal, opened.error, semantics).length > 0 ||
    ownNodes(literal, KindId.if_statement).length > 0;
  return !isAsked && mentions.some((mention) => isRelease(mention, opened));
}

/** Whether a mention begins what releases it, or reads a field on the way there: `f.Close`, `resp.Body`. */
function isRelease(mention: SyntaxNode, opened: Opened): boolean {
  const { parent } = mention;
  if (parent?.kind !== "selector_expression" || parent.operand !== mention) return false;
  const { text } = parent.field;
  return opened.releases.includes(text) || readField(mention, opened) !== undefined;
}

/** The selection of a field of what may not be there. */
function readField({ parent }: SyntaxNode, { releases }: Opened): SelectorExpressionNode | undefined {
  if (parent?.kind !== "selector_expression") return undefined;
  return releases.some((path) => path.startsWith(`${parent.field.text}.`)) ? parent : undefined;
}

function mentionsIn(
  code: SyntaxNode,
  variable: GoObject | undefined,
  semantics: FileSemantics,
): readonly SyntaxNode[] {
  return variable ? semantics.bindings.identifiersIn(code, variable) : [];
}

/** A field of nil, a method of an interface that is nil, or one that needs something to point to. */
function panicsOnNil(use: EarlyUse["use"], opened: Opened, semantics: FileSemantics): boolean {
  const { members } = semantics.package.program.types;
  const { variable } = opened;
  if (members.underlying(semantics.typeOfObject(variable)).kind === "interface") return true;
  if (use.kind === "selector_expression") return true;
  return mentionsIn(use, variable, semantics).some(
    (mention) =>
      readField(mention, opened) !== undefined || isPanickingCall(mention.parent?.parent, semantics),
  );
}

function isPanickingCall(call: SyntaxNode | undefined, semantics: FileSemantics): boolean {
  return call?.kind === "call_expression" && panickingOnNil.has(semantics.calleeName(call) ?? "");
}
