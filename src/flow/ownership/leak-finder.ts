import type { GoObject, PackageSemantics } from "../../semantics/index.js";
import type { CallExpressionNode, ReturnStatementNode, SyntaxNode } from "../../syntax/index.js";
import { mayFail } from "../calls/results.js";
import type { Assumption } from "../cfg/index.js";
import { closesWithoutLoss } from "../errors/closing-error.js";
import { failedCallOfCheck } from "../errors/failed-call.js";
import { failsAt } from "../errors/failing-return.js";
import type { Acquisition } from "./acquisition.js";
import type { Fate } from "./fate.js";
import type { Holder } from "./holder.js";
import type { Leak } from "./leak.js";
import { branchesOf, branchesTo } from "./path-end.js";
import type { PathEnd } from "./path-end.js";
import { isLoss, isReceived, isUsedUp } from "./resource-paths.js";

/** Tells whether what becomes of the resources of a package is a leak, and at which of its ends that shows best. */
export class LeakFinder {
  readonly #semantics: PackageSemantics;
  readonly #failing = new Map<ReturnStatementNode, boolean>();
  /** By the branch that shows the error: all that is lost behind it asks again. */
  readonly #failingCloses = new Map<Assumption, boolean>();

  constructor(semantics: PackageSemantics) {
    this.#semantics = semantics;
  }

  /** The leak that the paths of a resource show; undefined where nothing is lost, or not all of them were followed. */
  leakOf(fate: Fate): Leak | undefined {
    const { acquisition, beginning, ends, isComplete, isPartlyReleased } = fate;
    if (!isComplete) return undefined;
    if (beginning.kind === "dropped")
      return isNeverThere(fate) ? undefined : { acquisition, how: "discarded" };
    if (beginning.kind === "used") {
      // A function that never ends may need what it receives from for ever.
      const isLost = isUsedUp(beginning, acquisition.kind)
        ? ends.some(isLoss)
        : beginning.effect.kind === "keeps";
      return isLost ? { acquisition, how: "discarded" } : undefined;
    }
    const isSettledElsewhere = ends.some(
      (end) => end.kind === "released" || end.kind === "left" || isReceived(end),
    );
    const losses = ends.filter(
      (end) => isLoss(end) && !this.#isGivenUp(end, acquisition, isSettledElsewhere),
    );
    // What every reader believes: a return because of an error, as there are in all functions.
    const likely = losses.filter((end) => !this.#isAtFailingClose(end));
    const shown = likely.length > 0 ? likely : losses;
    const lost = (isSettledElsewhere ? shown.find(isAtFailure) : undefined) ?? shown[0];
    if (lost?.kind === "overwritten") {
      const { at, variable, before } = lost;
      if (acquisition.kind.facts.abandonable === true && this.#isReplacedUnused(acquisition, variable, at))
        return undefined;
      return { acquisition, how: "overwritten", at, variable, branches: branchesTo(before) };
    }
    if (!lost && !isPartlyReleased) return this.#leftOver(acquisition, beginning.holder, ends);
    if (lost?.kind !== "leaked" || (lost.exit.kind !== "return" && lost.exit.kind !== "end"))
      return undefined;
    // `for rows.Next() { … }`, and a Close where it has long been over.
    const isTidied = ends.some((end) => end.kind === "tidied");
    const releasedAt = lost.goroutine?.releasedAt ?? ends.find((end) => end.kind === "released")?.at;
    return {
      acquisition,
      how: isSettledElsewhere || isPartlyReleased || isTidied ? "skipped" : "never",
      variable: beginning.holder.variable,
      exit: lost.exit,
      branches: branchesOf(lost),
      otherExits: otherExits(likely, lost),
      startedAt: lost.goroutine?.start,
      lastUse: this.#lastUse(beginning.holder, acquisition.call),
      mayLeave: isPartlyReleased || ends.some((end) => end.kind === "left"),
      onlyFails: ends.every((end) => !isLoss(end) || this.#failsAt(end)),
      neverFails: !ends.some((end) => isLoss(end) && this.#failsAt(end)),
      releasedAt,
      ...(likely.length === 0 ? { weakness: "failing close" } : {}),
    };
  }

  /** Whether a path leaves the function right after closing something has failed that has only been read. */
  #isAtFailingClose(end: PathEnd): boolean {
    const branch = end.kind === "leaked" && !end.goroutine ? end.before.assumption : undefined;
    if (!branch) return false;
    let isClose = this.#failingCloses.get(branch);
    if (isClose === undefined) {
      const call = failedCallOfCheck(branch);
      isClose = call !== undefined && closesWithoutLoss(call, this.#semantics.file(call.tree));
      this.#failingCloses.set(branch, isClose);
    }
    return isClose;
  }

  /** Whether what is left behind has lost nothing that matters: something fails, or all is well where it is finished. */
  #isGivenUp(end: PathEnd, { kind }: Acquisition, isSettledElsewhere: boolean): boolean {
    if (kind.facts.abandonable !== true || end.kind !== "leaked") return false;
    return isSettledElsewhere || this.#failsAt(end);
  }

  /** Whether a variable gets another value before anything is done with the one that a call gives it. */
  #isReplacedUnused({ call }: Acquisition, variable: GoObject, place: SyntaxNode): boolean {
    const mentions = this.#semantics.file(call.tree).bindings.identifiersOf(variable);
    const isBetween = (mention: SyntaxNode): boolean =>
      mention.start >= call.end && mention.end <= place.start;
    return place.start >= call.end && !mentions.some(isBetween);
  }

  #failsAt(end: PathEnd): boolean {
    // What a goroutine returns, nobody gets.
    if (end.kind !== "leaked" || end.exit.kind !== "return" || end.goroutine) return false;
    const { statement } = end.exit;
    let fails = this.#failing.get(statement);
    if (fails === undefined) {
      fails = failsAt(statement, this.#semantics.file(statement.tree));
      this.#failing.set(statement, fails);
    }
    return fails;
  }

  /** What nobody ever releases, as it comes to its end by itself. */
  #leftOver(acquisition: Acquisition, { variable }: Holder, ends: readonly PathEnd[]): Leak | undefined {
    const over = ends.find((end) => end.kind === "over");
    const isReleased = ends.some(({ kind }) => kind === "released" || kind === "left" || kind === "tidied");
    if (!over || isReleased) return undefined;
    return {
      acquisition,
      how: "over",
      weakness: "over",
      variable,
      at: over.at,
      branches: branchesTo(over.before),
    };
  }

  #lastUse({ variable }: Holder, { tree, end }: CallExpressionNode): SyntaxNode | undefined {
    const mentions = this.#semantics.file(tree).bindings.identifiersOf(variable);
    return mentions.findLast((mention) => mention.start >= end);
  }
}

/** Whether a resource that nobody holds is looked for, and there is none on any path that comes to its end. */
function isNeverThere({ ends, emptyEnds }: Fate): boolean {
  return !ends.some(isLoss) && emptyEnds.some(({ kind }) => kind === "absent" || kind === "expected failure");
}

/** The returns beside one at which a resource is lost. */
function otherExits(
  losses: readonly PathEnd[],
  { exit: shown }: Extract<PathEnd, { kind: "leaked" }>,
): readonly ReturnStatementNode[] {
  const returns = losses.flatMap((end) =>
    end.kind === "leaked" && !end.goroutine && end.exit.kind === "return" ? [end.exit.statement] : [],
  );
  const others = new Set(returns.filter((other) => shown.kind !== "return" || other !== shown.statement));
  return [...others].toSorted((a, b) => a.start - b.start);
}

/** Whether a path leaves the function with an error right after having seen that there is one. */
function isAtFailure(end: PathEnd): boolean {
  if (end.kind !== "leaked" || end.exit.kind !== "return" || end.goroutine) return false;
  if (!mayFail(end.exit.statement)) return false;
  const branch = end.before.assumption;
  return (
    branch?.kind === "condition" &&
    branch.holds &&
    branch.expression.kind === "binary_expression" &&
    branch.expression.operator === "!=" &&
    branch.expression.right.kind === "nil"
  );
}
