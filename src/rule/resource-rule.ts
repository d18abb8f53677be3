import {
  chainOf,
  enclosingLoop,
  isBounded,
  isKnownToRepeat,
  isLifelong,
  isTimed,
  isUnheld,
  mayBeMemory,
  mayRunOften,
  packageOwnership,
  resourceKind,
  runsOncePerProcess,
  hasNoStream,
} from "../flow/index.js";
import type { Account, Leak, ResourceFacts, ResourceKind } from "../flow/index.js";
import { enclosingFunction } from "../semantics/index.js";
import type { FileSemantics } from "../semantics/index.js";
import type { CallExpressionNode, SyntaxNode } from "../syntax/index.js";
import { keptFunction } from "./blank-function-fix.js";
import { branchSteps } from "./branch-steps.js";
import { calledText, quoted } from "./code-text.js";
import type { ReportStep, RuleContext } from "./context.js";
import { FreshNames } from "./fresh-names.js";
import { originSteps } from "./origin-steps.js";
import { contextUse, releaseFix, statementOf } from "./release-fix.js";
import type { UnreleasedLeak } from "./release-fix.js";
import { remedyOf } from "./remedy.js";
import { silenceOf } from "./resource-silence.js";
import type { Expectation } from "./resource-silence.js";
import type { ResourceWords } from "./resource-words.js";
import { defineRule } from "./rule.js";
import type { Rule, RuleMeta } from "./rule.js";

type PathLeak = Exclude<Leak, { how: "discarded" }>;

/** A rule about something that has to be released, described by data. */
export interface ResourceRule {
  /** All but the messages, which follow from the facts. */
  readonly meta: Omit<RuleMeta, "messages" | "advice" | "options">;
  /** The kinds of resources that the rule is about. */
  readonly resources: readonly ResourceFacts[];
  /** Further kinds, which depend on the project. */
  readonly projectKinds?: (context: RuleContext) => readonly ResourceKind[];
  readonly words: ResourceWords;
  /** Whether a call of an acquiring function gives, for once, a value that need not be released. */
  readonly holdsNothing?: (call: CallExpressionNode, semantics: FileSemantics) => boolean;
  /** Why what a call acquires may be left unreleased on purpose, if it may: nobody can tell from the code. */
  readonly mayBeMeant?: (call: CallExpressionNode, semantics: FileSemantics) => string | undefined;
}

/** Defines a rule by what acquires and what releases. */
export function defineResourceRule(rule: ResourceRule): Rule {
  const { resources, words } = rule;
  const kinds = resources.map(resourceKind);
  return defineRule<RuleMeta>({
    meta: { ...rule.meta, ...textsOf(rule) },
    create: (context) => ({
      source_file() {
        const { semantics, tree } = context;
        const ownership = packageOwnership(semantics.package);
        const names = new FreshNames();
        for (const kind of [...kinds, ...(rule.projectKinds?.(context) ?? [])]) {
          for (const call of ownership.unfinished(tree, kind)) {
            context.giveUp(call, `${calledText(call)} is followed by more paths than are looked at`);
          }
          for (const leak of inSourceOrder(ownership.leaks(tree, kind))) {
            if (expectationOf(leak, rule, context)) continue;
            const { call } = leak.acquisition;
            const minorBecause = rule.mayBeMeant?.(call, semantics) ?? reasonToBeMinor(leak, context);
            const minor = minorBecause === undefined ? {} : { minor: true, minorBecause };
            context.report({ ...reportOf(leak, words, names, semantics), ...minor });
          }
          if (context.explain) explainSilence(ownership.accounts(tree, kind), rule, context);
        }
      },
    }),
  });
}

/** New names are given out from the top of the file to its end. */
function inSourceOrder(leaks: readonly Leak[]): readonly Leak[] {
  return leaks.toSorted((a, b) => a.acquisition.call.start - b.acquisition.call.start);
}

const messageIds = {
  discarded: "discarded",
  never: "neverReleased",
  skipped: "skipped",
  over: "over",
  overwritten: "overwritten",
};

function textsOf({ resources, projectKinds, words }: ResourceRule): Pick<RuleMeta, "messages" | "advice"> {
  const { acquires, released } = words;
  const positions = resources.flatMap(({ acquire }) => Object.values(acquire).flat());
  const canBeDiscarded =
    projectKinds !== undefined || positions.some((position) => typeof position === "number");
  const canBeOver = resources.some(
    (facts) => facts.release.receive !== undefined || facts.drain !== undefined,
  );
  const loss = resources.some((facts) => facts.loss !== undefined) ? "{{loss}}" : "";
  const messages = {
    ...(canBeDiscarded
      ? {
          discarded: `the {{noun}} that {{call}} ${acquires} is thrown away, so it can never be ${released}${loss}`,
        }
      : {}),
    neverReleased: `{{variable}}, the {{noun}} that {{call}} ${acquires}, is never ${released}${loss}`,
    skipped: `{{variable}}, the {{noun}} that {{call}} ${acquires}, is not ${released} on every path: {{exit}} leaves it behind${loss}`,
    overwritten: `{{variable}}, the {{noun}} that {{call}} ${acquires}, gets another value before it is ${released}${loss}`,
    ...(canBeOver
      ? {
          over: `{{variable}}, the {{noun}} that {{call}} ${acquires}, is never ${released}; nothing is held once {{end}} shows that it is over`,
        }
      : {}),
  };
  return {
    messages,
    advice: Object.fromEntries(Object.keys(messages).map((id) => [id, "{{remedy}}"])),
  };
}

/** Why a leak is none after all: there is nothing to release, or a process may well keep it for as long as it runs. */
function expectationOf(
  { acquisition }: Leak,
  { holdsNothing }: ResourceRule,
  { semantics, file }: RuleContext,
): Expectation | undefined {
  const { call, kind } = acquisition;
  const isEmpty = chainOf(acquisition).some((link) => {
    const around = semantics.package.program.file(link.call.tree) ?? semantics;
    if (link.kind !== kind) return false;
    // What the function that is called does with it cannot be seen here.
    if (isUnheld(link, around)) return link !== acquisition || !goesOn(link, around);
    if (kind.facts.idleWithoutStream === true && hasNoStream(link.call, around)) return true;
    return holdsNothing?.(link.call, around) === true;
  });
  if (isEmpty) return "holds nothing";
  if (kind.facts.atExit !== undefined) return undefined;
  return runsOncePerProcess(call, semantics, file.packageName) ? "process-lifetime" : undefined;
}

/** Whether something goes on with the context beside a cancel function when the function that makes it has returned. */
function goesOn({ call, kind }: Leak["acquisition"], semantics: FileSemantics): boolean {
  const owner = enclosingFunction(call);
  const { endsWith } = kind.facts;
  return !owner || !endsWith || contextUse(call, endsWith.result, owner, semantics) === "yes";
}

/** Tells whoever asks why nothing is said of acquired resources. */
function explainSilence(accounts: readonly Account[], rule: ResourceRule, context: RuleContext): void {
  for (const account of accounts) {
    const { outcome } = account;
    const expected = outcome.kind === "leaks" ? expectationOf(outcome.leak, rule, context) : undefined;
    const silence = silenceOf(account, expected, rule.words, context);
    if (silence) context.explain?.(silence);
  }
}

/** Why what leaks is given back before it can matter; undefined where it is not. */
function reasonToBeMinor(leak: Leak, { semantics, file }: RuleContext): string | undefined {
  const { call, kind } = leak.acquisition;
  if (leak.weakness) return minorReasons[leak.weakness];
  if (mayBeMemory(leak.acquisition, semantics)) return minorReasons.memory;
  if (isUnheld(leak.acquisition, semantics)) return minorReasons.unheld;
  if (isTimed(leak.acquisition, semantics)) return minorReasons.timed;
  if (isHandedToSuccess(leak, semantics)) return minorReasons.success;
  if (kind.facts.atExit !== undefined) return undefined;
  // A path that leaves the function leaves the loops in it, too.
  const leaves = leak.how === "never" || leak.how === "skipped";
  const owner = leaves ? enclosingFunction(call)?.body : undefined;
  if (!mayRunOften(owner ?? call, semantics, file)) return minorReasons.rare;
  if (isLifelong(leak.acquisition, semantics) && !isKnownToRepeat(call, semantics))
    return minorReasons.lifelong;
  if (!owner || !leaves || file.isTest) return undefined;
  if (isBounded(owner, semantics)) return leak.onlyFails ? minorReasons.start : minorReasons.bounded;
  const isStart = leak.onlyFails && kind.facts.lasting === true && !isKnownToRepeat(owner, semantics);
  return isStart ? minorReasons.lasting : undefined;
}

/** Whether a function cancels a context where it fails, and leaves it to something else that goes on where it succeeds. */
function isHandedToSuccess(leak: Leak, semantics: FileSemantics): boolean {
  const { call, kind } = leak.acquisition;
  if (leak.how !== "skipped" || !leak.neverFails || !leak.releasedAt || !kind.facts.endsWith) return false;
  return goesOn(leak.acquisition, semantics) && enclosingLoop(call) === undefined;
}

const minorReasons = {
  over: "It comes to its end by itself: all that is missing is the release that should be there.",
  "ends with context": "The context that it is bound to is done when this function is.",
  "ends with client": "It ends with the client that it is made of, and that this function has been given.",
  "failing close":
    "It takes an error of closing what has only been read, or a connection, which is next to impossible.",
  unheld: "Nothing holds it but what goes on with it: its parent is never done, and does not know of it.",
  timed: "It comes to its end by itself, at the time that it is given.",
  success:
    "It is cancelled where this function fails; where it succeeds, something goes on with the context, which ends with its parent.",
  lifelong: "It is meant to be there as long as the process: nothing in the module makes it again and again.",
  lasting:
    "It is opened once, and a process that fails to start ends: nothing in the module starts it again and again.",
  memory:
    "It may be memory alone, as what is embedded in the program is: nothing shows that what it comes from lies on disk.",
  rare: "This code helps tests, or is part of a program that ends soon: the end of the process gives it back.",
  bounded:
    "Only the start of a program, or a command of it, leads here: it does not add up while the process runs.",
  start: "Only the start of a program, or a command of it, leads here: the process ends with the error.",
};

function reportOf(
  leak: Leak,
  words: ResourceWords,
  names: FreshNames,
  semantics: FileSemantics,
): Parameters<RuleContext["report"]>[0] {
  const { call, kind } = leak.acquisition;
  const acquired = { at: call, message: `${words.acquired} here` };
  const { noun, loss } = kind.facts;
  const remedy = remedyOf(leak, words, semantics);
  const data = { noun, call: calledText(call), loss: loss === undefined ? "" : `; ${loss}`, remedy };
  const origin = originSteps(leak.acquisition);
  const base = { at: call, messageId: messageIds[leak.how], related: origin };
  if (leak.how === "discarded") {
    const lost = {
      at: statementOf(call),
      message: `thrown away here, where it could still have been ${words.released}`,
    };
    return { ...base, data, path: [acquired, lost], fixes: keptFunction(leak, names, semantics) };
  }
  const variable = leak.variable?.name ?? "";
  return {
    ...base,
    data: { ...data, variable, exit: exitText(leak), end: endText(leak) },
    path: [acquired, ...startStep(leak), ...branchSteps(leak.branches), endStep(leak, words)],
    related: [...origin, ...besideThePath(leak, words)],
    fixes: isUnreleased(leak) ? releaseFix([leak, ...repetitionsOf(leak, semantics)], semantics) : [],
  };
}

/** The other resources that the same defect leaves behind. */
function repetitionsOf(leak: Leak, semantics: FileSemantics): readonly UnreleasedLeak[] {
  return packageOwnership(semantics.package).repetitionsOf(leak).filter(isUnreleased);
}

function isUnreleased(leak: Leak): leak is UnreleasedLeak {
  return leak.how !== "discarded" && leak.how !== "overwritten";
}

/** The start of the goroutine in which the path goes on. */
function startStep(leak: PathLeak): ReportStep[] {
  const start = startOf(leak);
  return start ? [{ at: start, message: "the goroutine that has it starts here" }] : [];
}

function startOf(leak: PathLeak): SyntaxNode | undefined {
  return leak.how === "overwritten" || leak.how === "over" ? undefined : leak.startedAt;
}

function endStep(leak: PathLeak, { released }: ResourceWords): ReportStep {
  if (leak.how === "overwritten") {
    const { at, variable } = leak;
    return {
      at,
      message: `${variable.name} gets another value here; nothing has ${released} the one before`,
    };
  }
  if (leak.how === "over") return { at: leak.at, message: "it is over by itself here" };
  const { exit, startedAt } = leak;
  const left = startedAt ? "goroutine" : "function";
  return exit.kind === "return"
    ? { at: exit.statement, message: `the ${left} returns here; nothing has ${released} it` }
    : { at: endOf(exit.body), message: `the ${left} ends here; nothing has ${released} it` };
}

/** How many of the other returns that leave a resource behind are shown. */
const shownExits = 3;

/** Places that the path need not come by: the last mention of all, other exits, and where another path releases. */
function besideThePath(leak: PathLeak, { released }: ResourceWords): ReportStep[] {
  if (leak.how === "overwritten" || leak.how === "over") return [];
  const { lastUse, otherExits, releasedAt } = leak;
  const use =
    lastUse && leak.how === "never" ? [{ at: lastUse, message: `last use of ${lastUse.text}` }] : [];
  const other = releasedAt ? [{ at: releasedAt, message: `${released} here, on another path` }] : [];
  const exits = (leak.how === "skipped" ? otherExits : [])
    .slice(0, shownExits)
    .map((at) => ({ at, message: `the function returns here, too; nothing has ${released} it` }));
  return [...use, ...exits, ...other];
}

function exitText(leak: PathLeak): string {
  if (leak.how === "overwritten" || leak.how === "over") return "the end of the function";
  if (leak.exit.kind === "end") return `the end of the ${leak.startedAt ? "goroutine" : "function"}`;
  return quoted(leak.exit.statement) ?? "a return";
}

function endText(leak: PathLeak): string {
  return leak.how === "over" ? (quoted(leak.at) ?? "its last answer") : "";
}

function endOf(body: SyntaxNode): ReportStep["at"] {
  return { tree: body.tree, start: body.end - 1, end: body.end };
}
