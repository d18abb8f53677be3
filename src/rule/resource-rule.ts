import type { Fix } from "../diagnostic/index.js";
import {
  enclosingLoop,
  errorCheckAfter,
  findUnreleased,
  neverReturns,
  runsOncePerProcess,
} from "../flow/index.js";
import type { ResourceProtocol, Unreleased } from "../flow/index.js";
import { enclosingFunction, withoutParentheses } from "../semantics/index.js";
import type { FileSemantics } from "../semantics/index.js";
import type { CallExpressionNode, SyntaxNode } from "../syntax/index.js";
import type { ReportStep, RuleContext } from "./context.js";
import { insertStatementAfter } from "./insert-statement.js";
import { defineRule } from "./rule.js";
import type { Rule, RuleMeta } from "./rule.js";

type NeverReleased = Extract<Unreleased, { kind: "never-released" }>;

/** Messages that every resource rule has; `{{call}}` and `{{variable}}` are filled in. */
interface ResourceMessages {
  /** The acquired value is thrown away. */
  readonly discarded: string;
  /** It is kept, looked at and never released. */
  readonly neverReleased: string;
}

/** A rule about something that has to be released: which functions acquire it and which methods release it. */
export interface ResourceRule<M extends RuleMeta & { readonly messages: ResourceMessages }> {
  readonly meta: M;
  readonly protocol: ResourceProtocol;
  /** Whether a call of an acquiring function gives, for once, a value that need not be released. */
  readonly holdsNothing?: (call: CallExpressionNode, semantics: FileSemantics) => boolean;
  /** What acquiring and releasing is called in the steps of the path: "opened", "closed". */
  readonly words: { readonly acquired: string; readonly released: string };
}

/** Defines a rule by its protocol alone. */
export function defineResourceRule<const M extends RuleMeta & { readonly messages: ResourceMessages }>(
  rule: ResourceRule<M>,
): Rule {
  const { meta, protocol, words } = rule;
  const names = new Set(Object.keys(protocol.acquire).map((name) => name.slice(name.lastIndexOf(".") + 1)));
  return defineRule<RuleMeta>({
    meta,
    create: (context) => ({
      call_expression(call) {
        // Most calls are told apart by their last word, before any name is resolved.
        if (!names.has(lastWord(call))) return;
        const name = context.semantics.calleeName(call) ?? "";
        for (const result of protocol.acquire[name] ?? []) {
          const found = findUnreleased(call, { name, result }, protocol, context.semantics);
          if (!found || rule.holdsNothing?.(call, context.semantics) === true) continue;
          if (!livesAsLongAsNeeded(call, found, context)) reportUnreleased(call, found, context);
        }
      },
    }),
  });

  function reportUnreleased(call: CallExpressionNode, found: Unreleased, context: RuleContext): void {
    const acquired = { at: call, message: `${words.acquired} here` };
    if (found.kind !== "never-released") {
      context.report({
        at: call,
        messageId: "discarded",
        data: { call: calledText(call) },
        path: [acquired, lost(call, found)],
      });
      return;
    }
    const variable = found.variable.name;
    const release = `${variable}.${protocol.release[0] as string}`;
    context.report({
      at: call,
      messageId: "neverReleased",
      data: { call: calledText(call), variable },
      path: [
        acquired,
        ...lastUseStep(found),
        ending(
          call,
          found.lastUse,
          `nothing has ${words.released} ${release.slice(0, release.lastIndexOf("."))}`,
        ),
      ],
      fixes: deferredRelease(found, release),
    });
  }

  function lost(call: CallExpressionNode, found: Exclude<Unreleased, NeverReleased>): ReportStep {
    return found.kind === "discarded"
      ? { at: found.at, message: `thrown away here, where it could still have been ${words.released}` }
      : ending(call, call, `nothing can have ${words.released} it`);
  }
}

/** The name by which a call calls, without what it is selected from; empty for calls of other expressions. */
function lastWord(call: CallExpressionNode): string {
  const called = withoutParentheses(call.function);
  if (called.kind === "selector_expression") return called.field.text;
  return called.kind === "identifier" ? called.text : "";
}

/** What a call calls, as messages show it: one line, in which long expressions are left out. */
function calledText(call: CallExpressionNode): string {
  const { text } = call.function;
  return text.length <= longestCalled && !text.includes("\n") ? text : lastWord(call);
}

const longestCalled = 60;

/** Whether there is no moment at which the value should have been released. */
function livesAsLongAsNeeded(call: CallExpressionNode, found: Unreleased, context: RuleContext): boolean {
  if (runsOncePerProcess(call, context.semantics, context.file.packageName)) return true;
  if (found.kind === "discarded" || enclosingLoop(call)) return false;
  const places = found.kind === "never-released" ? [call, found.lastUse] : [call];
  const users = places.flatMap((place) => enclosingFunction(place) ?? []);
  return users.some((user) => neverReturns(user, context.semantics));
}

function lastUseStep(found: NeverReleased): ReportStep[] {
  const { lastUse, statement, variable } = found;
  return statement.contains(lastUse) ? [] : [{ at: lastUse, message: `last use of ${variable.name}` }];
}

/** The closing brace after which a value is out of reach: of the loop that acquires it anew, or of the function. */
function ending(call: CallExpressionNode, lastUse: SyntaxNode, outcome: string): ReportStep {
  const loop = enclosingLoop(call);
  const inLoop = loop?.contains(lastUse) === true;
  const { end } = (inLoop ? loop : enclosingFunction(call)) ?? call;
  const at = { tree: call.tree, start: end - 1, end };
  return { at, message: `${inLoop ? "this turn of the loop" : "the function"} ends here; ${outcome}` };
}

/** `defer x.Close()` after the error check, where that is plainly the place for it. */
function deferredRelease(found: NeverReleased, release: string): Fix[] {
  const { statement } = found;
  if (statement.kind !== "short_var_declaration" || !isTopLevelStatement(statement)) return [];
  const results = statement.left.children;
  const error = results.length > 1 ? results.at(-1)?.text : undefined;
  const after = error === undefined || error === "_" ? statement : errorCheckAfter(statement, error);
  const text = `defer ${release}()`;
  const edit = after && insertStatementAfter(after, text);
  return edit ? [{ kind: "suggestion", message: `add \`${text}\``, edits: [edit] }] : [];
}

/** Whether a statement stands directly in a function's body: a defer in a loop would pile up. */
function isTopLevelStatement(statement: SyntaxNode): boolean {
  return statement.parent?.parent?.parent === enclosingFunction(statement);
}
