import type { Leak } from "./leak.js";

/**
 * Which leaks are the same defect as an earlier one, so that one change mends both: resources for the same variable, as the
 * arms of a branch acquire them, or of one call, that are lost in the same place. Gives the earlier one for each.
 */
export function repeatedDefects(leaks: readonly Leak[]): ReadonlyMap<Leak, Leak> {
  const first: Leak[] = [];
  const repeated = new Map<Leak, Leak>();
  for (const leak of leaks.toSorted((one, other) => startOf(one) - startOf(other))) {
    const same = first.find((before) => isSameDefect(before, leak));
    if (same) repeated.set(leak, same);
    else first.push(leak);
  }
  return repeated;
}

function isSameDefect(one: Leak, other: Leak): boolean {
  if (one.how === "discarded" || one.how === "over" || other.how === "discarded" || other.how === "over")
    return false;
  if (one.weakness !== other.weakness) return false;
  if (placeOf(one) !== placeOf(other)) return false;
  if (one.variable === other.variable) return true;
  // What is never released wants a release for each; one return wants to be mended once.
  return one.acquisition.call === other.acquisition.call && one.how !== "never" && other.how !== "never";
}

/** Where a resource is lost. */
function placeOf(leak: Exclude<Leak, { how: "discarded" | "over" }>): unknown {
  if (leak.how === "overwritten") return leak.at;
  return leak.exit.kind === "return" ? leak.exit.statement : leak.exit.body;
}

function startOf({ acquisition }: Leak): number {
  return acquisition.call.start;
}
