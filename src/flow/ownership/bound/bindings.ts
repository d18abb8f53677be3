import { enclosingFunction } from "../../../semantics/index.js";
import type { PackageSemantics } from "../../../semantics/index.js";
import type { CallExpressionNode } from "../../../syntax/index.js";
import { calledName } from "../../calls/called-name.js";
import { operandAt } from "../../calls/operand.js";
import { parameterNames } from "../../calls/results.js";
import { enclosingLoop } from "../../loops/enclosing-loop.js";
import type { Acquisition } from "../acquisition.js";
import type { LeakFinder } from "../leak-finder.js";
import type { Leak, LeakWeakness } from "../leak.js";
import type { Binding } from "../outcome.js";
import type { PackageFates } from "../package-fates.js";
import { resourceKinds } from "../resource-kind.js";
import { resourcePaths } from "../resource-paths.js";
import type { ResourcePaths } from "../resource-paths.js";
import { boundOperand, carrierOf } from "./bound-operand.js";
import { deferredEnd } from "./deferred-end.js";
import { endsWithRequest, isAnswered, isRequestContext } from "./request-context.js";
import { isEndedByRunner } from "./runner-context.js";
import { contextOrigin, originOf } from "./value-call.js";

/** Tells what else ends a resource that nobody releases. */
export class Bindings {
  readonly #semantics: PackageSemantics;
  readonly #paths: ResourcePaths;
  readonly #fates: PackageFates;
  readonly #leaks: LeakFinder;

  constructor(semantics: PackageSemantics, fates: PackageFates, leaks: LeakFinder) {
    this.#semantics = semantics;
    this.#paths = resourcePaths(semantics.program);
    this.#fates = fates;
    this.#leaks = leaks;
  }

  /** What a resource that is left behind ends together with, as a statement with its transaction. */
  of(leak: Leak): Binding | undefined {
    const { acquisition } = leak;
    const { call } = acquisition;
    const owner = this.#ownerOf(acquisition);
    if (owner && this.#isReleasedHere(owner)) return { at: owner, kind: "released" };
    const bound = boundOperand(acquisition, this.#paths);
    if (!bound) return undefined;
    const { operand, position } = bound;
    if (!operand) return { at: call, kind: "given" };
    const semantics = this.#semantics.file(call.tree);
    const origin = contextOrigin(operand, call, semantics);
    // A stream may go on for long, and what each turn of a loop adds with it.
    const isStream = origin && calledName(origin, semantics) !== "net/http.(*Request).Context";
    if (origin && isRequestContext(origin, semantics) && !(isStream && staysInLoop(leak)))
      return { at: origin, kind: "request" };
    if (position !== "receiver" && !staysInLoop(leak) && endsWithRequest(operand, semantics))
      return { at: operand, kind: "request" };
    if (origin && (position !== "receiver" || this.#isAcquired(origin))) {
      if (this.#isReleased(origin)) return { at: origin, kind: "released" };
      // Whoever mends the other leak mends this one.
      return position === "receiver" && !staysInLoop(leak) ? { at: origin, kind: "lost" } : undefined;
    }
    if (position !== "receiver") return undefined;
    // Whoever passed it, or keeps it, will end it: only in a loop does what hangs on it add up until then.
    if (!staysInLoop(leak)) return { at: operand, kind: "given" };
    const end = deferredEnd(acquisition, semantics);
    return end && { at: end, kind: "released" };
  }

  /** What makes the value that a resource is released with. */
  #ownerOf({ call, kind }: Acquisition): CallExpressionNode | undefined {
    const semantics = this.#semantics.file(call.tree);
    const position = kind.facts.releasedWith?.[calledName(call, semantics)];
    const operand = position === undefined ? undefined : operandAt(call, position);
    return operand && originOf(operand, call, semantics);
  }

  /** Whether an answer is over when a call gives it: the context of the request is made, and ended, by the function that is called. */
  isEnded(acquisition: Acquisition): boolean {
    return carrierOf(acquisition, this.#paths)?.kind === "ended";
  }

  /** What makes a leak hardly matter, as something else ends it. */
  weaknessOf(leak: Leak): LeakWeakness | undefined {
    if (this.#endsWithContext(leak.acquisition)) return "ends with context";
    return this.#isMadeOfGiven(leak.acquisition) && !staysInLoop(leak) ? "ends with client" : undefined;
  }

  /**
   * Whether a request is made with a context that is cancelled in the same function, or with that of the request which the
   * function answers: both close the connection.
   */
  #endsWithContext(acquisition: Acquisition): boolean {
    const carrier = carrierOf(acquisition, this.#paths);
    if (!carrier || carrier.kind === "ended") return carrier !== undefined;
    const { call } = acquisition;
    const semantics = this.#semantics.file(call.tree);
    if (carrier.kind === "request") return isAnswered(carrier.at, semantics);
    if (isEndedByRunner(carrier.at, semantics)) return true;
    const origin = contextOrigin(carrier.at, call, semantics);
    if (!origin) return false;
    const request = isRequestContext(origin, semantics) ? operandAt(origin, "receiver") : undefined;
    return (request !== undefined && isAnswered(request, semantics)) || this.#isReleased(origin);
  }

  /** Whether a resource ends with a client that its function has been given, and that somebody else closes. */
  #isMadeOfGiven({ call, kind }: Acquisition): boolean {
    const semantics = this.#semantics.file(call.tree);
    const position = kind.facts.madeOf?.[calledName(call, semantics)];
    let client = position === undefined ? undefined : operandAt(call, position);
    while (client?.kind === "selector_expression") client = client.operand;
    const owner = enclosingFunction(call);
    const variable = client?.kind === "identifier" ? semantics.objectOf(client) : undefined;
    return owner !== undefined && variable?.identifier !== undefined
      ? parameterNames(owner).includes(variable.identifier)
      : false;
  }

  /** Whether a call is known to acquire something: of what other calls give, nobody can tell whose it is. */
  #isAcquired(call: CallExpressionNode): boolean {
    return resourceKinds.some((kind) =>
      this.#fates.of(kind).some(({ acquisition }) => acquisition.call === call),
    );
  }

  /** Whether what a call acquires is released on all paths, and by nobody else. */
  #isReleasedHere(call: CallExpressionNode): boolean {
    const fates = resourceKinds.flatMap((kind) => this.#fates.of(kind));
    const own = fates.filter(({ acquisition }) => acquisition.call === call);
    return (
      own.length > 0 &&
      own.every(({ earlier, ends }) => !earlier && ends.every(({ kind }) => kind === "released"))
    );
  }

  /** Whether nothing that a call acquires is lost. */
  #isReleased(call: CallExpressionNode): boolean {
    return resourceKinds.some((kind) =>
      this.#fates.of(kind).some((fate) => fate.acquisition.call === call && !this.#leaks.leakOf(fate)),
    );
  }
}

/** Whether one is left behind for each turn of a loop that goes on. */
function staysInLoop(leak: Leak): boolean {
  return enclosingLoop(leak.acquisition.call) !== undefined && !("onlyFails" in leak && leak.onlyFails);
}
