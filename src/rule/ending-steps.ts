import { packageOwnership, placeOf } from "../flow/index.js";
import type { Account, Ending, HandOver } from "../flow/index.js";
import { isFunction } from "../semantics/index.js";
import type { FileSemantics } from "../semantics/index.js";
import type { CallExpressionNode, SyntaxNode } from "../syntax/index.js";
import { calledText, conditionText, shownText } from "./code-text.js";
import type { ReportStep } from "./context.js";
import type { ResourceWords } from "./resource-words.js";

type Left = Extract<Ending, { kind: "left" }>;
type Released = Extract<Ending, { kind: "released" }>;

/** What the endings of one resource are told with. */
export interface EndingContext {
  readonly acquisition: Account["acquisition"];
  readonly words: ResourceWords;
  readonly semantics: FileSemantics;
  /** Whether the callers that get it are looked at. */
  readonly isFollowedInCallers: boolean;
}

/** An ending as steps to show: where it is, and where the function does it that is called there. */
export function endingSteps(ending: Ending, context: EndingContext): readonly ReportStep[] {
  const at =
    ending.kind === "given up" && ending.exit.kind === "end" ? endOf(ending.exit.body) : placeOf(ending);
  const step = { at, message: endingText(ending, context) };
  const inside = insideOf(ending, context);
  if (!inside) return [step];
  const { semantics } = context;
  const { tree } = inside.at;
  const told = endingText(inside, {
    ...context,
    semantics: semantics.package.program.file(tree) ?? semantics,
  });
  // Of other packages only what is asked for is read, and that from no place in a file.
  return semantics.package.has(tree)
    ? [step, { at: inside.at, message: told }]
    : [{ at, message: `${step.message}: there, ${told}` }];
}

/** What is done in the function that is called where something ends. */
export function insideOf(ending: Ending, { acquisition, semantics }: EndingContext): HandOver | undefined {
  if (ending.kind !== "released" && ending.kind !== "left") return undefined;
  return packageOwnership(semantics.package).insideOf(ending, acquisition.kind);
}

function endOf(body: SyntaxNode): ReportStep["at"] {
  return { tree: body.tree, start: body.end - 1, end: body.end };
}

function endingText(ending: Ending, context: EndingContext): string {
  const { released } = context.words;
  switch (ending.kind) {
    case "released":
      return releaseText(ending, context);
    case "left":
      return departureText(ending, context);
    case "absent":
      return `${assumed(ending.assumption)}, there is nothing to be ${released}`;
    case "expected failure":
      return `a failure is expected here, which leaves nothing to be ${released}`;
    case "drained":
      return "when this does not hold, nothing is left of it: it has released itself";
    case "stopped":
      return stops[ending.exit.kind];
    case "given up":
      return "given up here, which loses nothing that matters";
  }
}

const stops = {
  panic: "this panics, which ends what the function has begun",
  "process-end": "the process ends here",
  goexit: "the goroutine ends here",
};

function assumed(assumption: Extract<Ending, { kind: "absent" }>["assumption"]): string {
  if (assumption.kind === "condition") return conditionText(assumption);
  if (assumption.kind !== "case" && assumption.kind !== "type-case") return "here";
  return assumption.holds ? "in this case" : "in none of the cases";
}

function releaseText({ at, through }: Released, { acquisition, words }: EndingContext): string {
  const { released } = words;
  const isDeferred = at.parent?.kind === "defer_statement";
  const when = isDeferred ? ", deferred: on every way out from here on" : "";
  if (through && at.kind === "call_expression")
    return `${released} by ${calledText(at)}, which is called here${when}`;
  if (at.kind === "return_statement") return `a deferred call has it ${released} when this returns an error`;
  const isCall = at.kind === "call_expression";
  if (!isCall)
    return acquisition.kind.facts.endsWith
      ? "waits here until it has ended"
      : "over once this has been received";
  return `${released} here${when}`;
}

function departureText(left: Left, context: EndingContext): string {
  const { at, how } = left;
  const { released, release } = context.words;
  switch (how) {
    case "returned":
      return context.isFollowedInCallers
        ? `returned here: the caller has to ${release} it, and calls in this package are looked at like this one`
        : `returned here: the caller has to ${release} it`;
    case "stored":
      return storedText(at, context);
    case "taken":
      return `${callText(at)} is known to take it over`;
    case "kept":
      return keptText(left);
    case "started":
      return `the goroutine that is started here gets it`;
    case "entrusted":
      return `the goroutine that is started here has it ${released} on all of its paths`;
    case "handed out":
      return handedOutText(at, released);
    case "passed":
      return passedText(at, context.semantics);
    case "captured":
      return capturedText(at);
    case "addressed":
      return "its address is taken here: whoever has that can change or release it";
  }
}

function keptText({ at, through }: Left): string {
  const name = callText(at);
  if (through?.function.body === undefined) return `${name} gets it, whose body is not at hand`;
  return `${name} gets it, and it may stay there`;
}

function callText(at: SyntaxNode): string {
  return at.kind === "call_expression" ? calledText(at) : "what is called here";
}

function storedText(at: SyntaxNode, { acquisition: { call, position } }: EndingContext): string {
  if (typeof position !== "number" && call.contains(at))
    return at.kind === "call_expression"
      ? `no variable has what ${calledText(at)} gives, by which it could be followed`
      : `${shownText(at) ?? "this"} was there before, and belongs to whoever made it`;
  switch (at.kind) {
    case "send_statement":
      return "sent on a channel here: whoever receives it has to look after it";
    case "composite_literal":
      return `becomes part of this ${shownText(at.type) ?? "value"}, which has to look after it`;
    case "assignment_statement":
      return `stored in ${shownText(at.left) ?? "something"}, which lives on`;
    case "call_expression":
      return "goes with other values here, and is not followed further";
    case "slice_expression":
    case "index_expression":
    case "type_assertion_expression":
      return `${shownText(at) ?? "this"} has it from here on, and is not followed further`;
    case "identifier":
      return `given to ${at.text}, a variable that is not of this function alone`;
    default:
      return `stored in ${shownText(at) ?? "something"}, which lives on`;
  }
}

function handedOutText(at: SyntaxNode, released: string): string {
  if (at.kind === "call_expression") return `${calledText(at)} gives others a way to have it ${released}`;
  const what = isFunction(at) ? "this function literal" : (shownText(at) ?? "this");
  return `whoever gets ${what} can have it ${released}`;
}

function capturedText(at: SyntaxNode): string {
  if (!isFunction(at)) return "whoever gets this function goes on using it";
  const call = at.parent;
  const isStarted =
    call?.kind === "call_expression" && call.function === at && call.parent?.kind === "go_statement";
  return isStarted
    ? "the goroutine that is started here has it"
    : "this function literal has it, and may run at any time";
}

function passedText(at: SyntaxNode, semantics: FileSemantics): string {
  if (at.kind !== "call_expression") return "used here in a way that is not followed";
  return `${calledText(at)} gets it: ${whyUnread(at, semantics)}`;
}

/** Why it cannot be told what a called function does with its arguments. */
function whyUnread(call: CallExpressionNode, semantics: FileSemantics): string {
  if (isInterfaceMethod(call, semantics)) return "a method of an interface, which may be any method";
  const callee = semantics.callee(call);
  if (callee?.kind === "value") return "a function value, which may be any function";
  return callee?.kind === "imported"
    ? `what ${callee.name} does with it is not known`
    : "it is not known what this calls";
}

function isInterfaceMethod({ function: called }: CallExpressionNode, semantics: FileSemantics): boolean {
  if (called.kind !== "selector_expression") return false;
  const { members } = semantics.package.program.types;
  return members.underlying(semantics.typeOf(called.operand)).kind === "interface";
}
