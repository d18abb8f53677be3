import type { Leak } from "../flow/index.js";
import type { FileSemantics } from "../semantics/index.js";
import { laterUse, mayBeError, targetsOf } from "./release-fix.js";
import { releaseText } from "./release-text.js";
import type { ResourceWords } from "./resource-words.js";

type PathLeak = Exclude<Leak, { how: "discarded" }>;
type ExitLeak = Extract<Leak, { how: "never" | "skipped" }>;

/** What to do about a leak, as a sentence. */
export function remedyOf(leak: Leak, words: ResourceWords, semantics: FileSemantics): string {
  if (leak.how === "discarded" || !holdsAll(leak, semantics)) return keeping(leak, words, semantics);
  const release = releaseText(leak, semantics);
  switch (leak.how) {
    case "never":
      return neverReleased(leak, release, words, semantics);
    case "skipped":
      return skipped(leak, release, words, semantics);
    case "over":
      return `Defer ${release} all the same: it serves the paths that end earlier, by a panic or after a change.`;
    case "overwritten":
      return `Call ${release} before ${leak.variable.name} gets another value.`;
  }
}

/** Whether a variable has the resource itself, and not just a channel on which what a call gives sends. */
function holdsAll({ acquisition, variable }: PathLeak, semantics: FileSemantics): boolean {
  const { kind, position } = acquisition;
  if (!variable || kind.facts.channels === undefined || typeof position !== "number") return true;
  return semantics.typeOfObject(variable).kind !== "channel";
}

function keeping(
  { acquisition: { call, kind } }: Leak,
  { release }: ResourceWords,
  semantics: FileSemantics,
): string {
  const { noun, acquire } = kind.facts;
  const isFeed = kind.givesFeed(semantics.calleeName(call) ?? "");
  const other = isFeed ? Object.keys(acquire).find((name) => !kind.givesFeed(name)) : undefined;
  return other === undefined
    ? `Keep the ${noun} in a variable and ${release} it.`
    : `Make the ${noun} with ${other}, keep it in a variable and ${release} it.`;
}

function neverReleased(
  leak: ExitLeak,
  release: string,
  words: ResourceWords,
  semantics: FileSemantics,
): string {
  if (laterUse(leak, semantics) === "yes")
    return `Call ${release} after the last use, which may come when the function has returned.`;
  return `Defer ${release} ${place(leak, semantics)}; in a loop, ${words.release} it at the end of each turn.`;
}

function skipped(leak: ExitLeak, release: string, words: ResourceWords, semantics: FileSemantics): string {
  if (leak.startedAt)
    return `Defer ${release} in the goroutine or the function that starts it, whichever uses it last, or ${words.release} it before every return.`;
  if (leak.mayLeave) return `Call ${release} before every return that does not hand it on.`;
  return `Defer ${release} ${place(leak, semantics)}, or ${words.release} it before every return.`;
}

/** Where to defer a release so that no path goes past it. */
function place({ acquisition: { call } }: ExitLeak, semantics: FileSemantics): string {
  const type = semantics.typeOf(call);
  const last = type.kind === "tuple" ? type.types.at(-1) : type;
  if (targetsOf(call).length === 1) return "right after the call";
  return last && mayBeError(last, semantics) ? "once the call has succeeded" : "right after the call";
}
