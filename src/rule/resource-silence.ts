import { endingsOf, packageOwnership } from "../flow/index.js";
import type { Account, Departure, ResourceKind } from "../flow/index.js";
import { calledText } from "./code-text.js";
import type { RuleContext, Silence, SilenceReason } from "./context.js";
import { endingSteps, insideOf } from "./ending-steps.js";
import type { EndingContext } from "./ending-steps.js";
import type { ResourceWords } from "./resource-words.js";

type Endings = ReturnType<typeof endingsOf>;

/** Why a resource that leaks is no finding. */
export type Expectation = "holds nothing" | "process-lifetime";

/** Why a resource rule says nothing of something that is acquired; undefined for what it reports. */
export function silenceOf(
  { acquisition, outcome }: Account,
  expected: Expectation | undefined,
  words: ResourceWords,
  context: RuleContext,
): Silence | undefined {
  const { call, kind } = acquisition;
  const subject = `the ${kind.facts.noun} that ${calledText(call)} ${words.acquires}`;
  const silent = (why: SilenceReason, message: string, shownBy: Silence["shownBy"] = []): Silence => ({
    at: call,
    why,
    message,
    shownBy,
  });
  switch (outcome.kind) {
    case "settled": {
      const endings = endingsOf(outcome.fate);
      const { semantics } = context;
      const isFollowedInCallers = packageOwnership(semantics.package).isFollowedInCallers(outcome.fate);
      const text = { acquisition, words, semantics, isFollowedInCallers };
      const { why, message } = summary(endings, departuresOf(endings, text), subject, words, kind);
      return silent(
        why,
        message,
        endings.flatMap((ending) => endingSteps(ending, text)),
      );
    }
    case "bound":
      return silent("bound", `${subject} ends together with what it belongs to`, [
        { at: outcome.to.at, message: bindings[outcome.to.kind] },
      ]);
    case "repeats":
      return silent("repeated", `${subject} is lost together with another one, which is reported`, [
        { at: outcome.leak.acquisition.call, message: "what mends this mends both" },
      ]);
    case "unfinished":
      return silent("unfinished", `${subject} is followed by more paths than are looked at`);
    case "not followed":
      return silent(
        "process-lifetime",
        `${subject} is not followed: it is acquired outside of functions, or where no path leads`,
      );
    case "leaks":
      return expected && silent(...expectedTexts(expected, subject, words));
  }
}

const bindings = {
  request: "it ends with this request",
  given: "it ends with this, which comes from elsewhere and is released there",
  lost: "it ends with what is acquired here, which is reported",
  released: "it ends with what is acquired here, which is released on every path",
};

function expectedTexts(
  expected: Expectation,
  subject: string,
  { released }: ResourceWords,
): [SilenceReason, string] {
  return expected === "holds nothing"
    ? ["absent", `${subject} has nothing in it that would have to be ${released}`]
    : [
        "process-lifetime",
        `${subject} is never ${released}, and may be there until the process ends: this code runs once in its life`,
      ];
}

/** How a resource gets to somebody else: where that is in a function that is called, how it does so there. */
function departuresOf(endings: Endings, context: EndingContext): readonly Departure[] {
  return endings.flatMap((ending) => {
    if (ending.kind !== "left") return [];
    const inside = insideOf(ending, context);
    return [inside?.kind === "left" ? inside.how : ending.how];
  });
}

/** What all endings together mean. */
function summary(
  endings: Endings,
  departures: readonly Departure[],
  subject: string,
  { released }: ResourceWords,
  kind: ResourceKind,
): { readonly why: SilenceReason; readonly message: string } {
  const has = (...kinds: readonly string[]): boolean => endings.some((ending) => kinds.includes(ending.kind));
  if (departures.some((how) => outOfSight.has(how)))
    return {
      why: "unknown",
      message: `${subject} gets out of sight, where somebody may have ${released} it`,
    };
  const isReleased = has("released", "drained");
  if (departures.length > 0) {
    const verb = isReleased ? `${released} or handed over` : "handed over";
    return { why: "transferred", message: `${subject} is ${verb} on every path` };
  }
  if (has("given up")) {
    const first = isReleased
      ? `${subject} is ${released} where all goes well`
      : `${subject} is given up where the function fails`;
    return {
      why: isReleased ? "released" : "absent",
      message: `${first}, and a ${kind.facts.noun} that is given up holds nothing`,
    };
  }
  if (isReleased) return { why: "released", message: `${subject} is ${released} on every path` };
  return has("absent", "expected failure", "stopped")
    ? { why: "absent", message: `${subject} is lost on no path` }
    : { why: "process-lifetime", message: `${subject} is lost on no path: none leaves the function` };
}

const outOfSight: ReadonlySet<Departure> = new Set(["passed", "captured", "addressed", "started"]);
