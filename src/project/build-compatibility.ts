import { isBuilt, unconstrained, type BuildConstraint } from "./build-constraint.js";
import { tagsOf } from "./build-expression.js";
import { architectures, operatingSystems, releaseOf, systemTags } from "./build-tags.js";

/** The tags that hold under one choice, such as `linux` and `unix` for a system. */
type Alternative = readonly string[];

/** Above this many combinations of tags the answer is `true` without a look. Real files need a few dozen. */
const maxCombinations = 1 << 14;

const systems: readonly Alternative[] = [...operatingSystems].map(systemTags);
const processors: readonly Alternative[] = [...architectures].map((architecture) => [architecture]);
const compilers: readonly Alternative[] = [["gc"], ["gccgo"]];
const exclusive: ReadonlySet<string> = new Set([...systems, ...processors, ...compilers].flat());

// Asked for pairs of declarations: the same few constraints come again and again.
const answers = new WeakMap<BuildConstraint, WeakMap<BuildConstraint, boolean>>();

/**
 * Whether there is a build that both files are part of: one with exactly one operating system, one
 * architecture, one compiler, one release of Go, and any other tags. `compatible(a, a)` asks whether there
 * is any build for `a` at all. Errs, for expressions over very many tags, on the side of `true`.
 */
export function compatible(a: BuildConstraint, b: BuildConstraint): boolean {
  if (a === unconstrained && b === unconstrained) return true;
  const known = answers.get(a)?.get(b);
  if (known !== undefined) return known;
  const answer = search(a, b);
  remember(a, b, answer);
  remember(b, a, answer);
  return answer;
}

function remember(a: BuildConstraint, b: BuildConstraint, answer: boolean): void {
  let answersOfA = answers.get(a);
  if (answersOfA === undefined) answers.set(a, (answersOfA = new WeakMap()));
  answersOfA.set(b, answer);
}

function search(a: BuildConstraint, b: BuildConstraint): boolean {
  const mentioned = new Set<string>();
  for (const { expression } of [a, b]) if (expression !== undefined) tagsOf(expression, mentioned);
  const choices = choicesAmong(mentioned);
  const combinations = choices.reduce((product, alternatives) => product * alternatives.length, 1);
  if (combinations > maxCombinations) return true;
  for (let combination = 0; combination < combinations; combination++) {
    const tags = chosenTags(choices, combination);
    if (isBuilt(a, tags) && isBuilt(b, tags)) return true;
  }
  return false;
}

/** The choices that a build makes independently of each other, as far as the mentioned tags tell them apart. */
function choicesAmong(mentioned: ReadonlySet<string>): (readonly Alternative[])[] {
  const choices = [systems, processors, compilers].map((choice) => distinguishable(choice, mentioned));
  const releases: string[] = [];
  for (const tag of mentioned) {
    if (exclusive.has(tag)) continue;
    if (releaseOf(tag) === undefined) choices.push([[], [tag]]);
    else releases.push(tag);
  }
  return [...choices, releaseChoice(releases)];
}

function distinguishable(choice: readonly Alternative[], mentioned: ReadonlySet<string>): Alternative[] {
  const kinds = new Map<string, Alternative>();
  for (const alternative of choice) {
    const tags = alternative.filter((tag) => mentioned.has(tag));
    kinds.set(tags.join(" "), tags);
  }
  return [...kinds.values()];
}

/** A release of Go has its own tag and those of all releases before it. */
function releaseChoice(tags: readonly string[]): Alternative[] {
  const ascending = tags.toSorted((a, b) => (releaseOf(a) ?? 0) - (releaseOf(b) ?? 0));
  return [[], ...ascending.map((_, index) => ascending.slice(0, index + 1))];
}

/** Reads `combination` as a number whose digits pick one alternative of each choice. */
function chosenTags(choices: readonly (readonly Alternative[])[], combination: number): Set<string> {
  const tags = new Set<string>();
  let rest = combination;
  for (const alternatives of choices) {
    for (const tag of alternatives[rest % alternatives.length] ?? []) tags.add(tag);
    rest = Math.floor(rest / alternatives.length);
  }
  return tags;
}
