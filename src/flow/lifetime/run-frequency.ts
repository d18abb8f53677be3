import { commandMethods, commandParameters } from "../../knowledge/index.js";
import { enclosingFunction } from "../../semantics/index.js";
import type {
  FileSemantics,
  FunctionNode,
  GoObject,
  NamedFunction,
  PackageSemantics,
} from "../../semantics/index.js";
import type { SyntaxNode } from "../../syntax/index.js";
import { isTested, mentionsOf } from "../calls/callable-mentions.js";
import type { Mention } from "../calls/callable-mentions.js";
import { callableOf, callableUse } from "../calls/callable.js";
import type { Callable, CallableUse } from "../calls/callable.js";
import { enclosingLoop } from "../loops/enclosing-loop.js";
import { isCounted } from "./process-lifetime.js";
import { requestScope } from "./request-scope.js";

/** How often code runs in the life of a process, by all that calls it in its module. */
export type Frequency =
  /** Never, but for tests. */
  | "never"
  /** As often as the start of a program, or a command of it, says; no loop and no request lies on the way. */
  | "bounded"
  /** A loop or a request runs it. */
  | "repeated"
  | "unknown";

/**
 * How often code runs: who calls the function around it, who calls those, and so on, in the whole module, up to `main` and
 * to the commands of a program. What other modules may call is taken to be called in the same way as in its own, if it is
 * called there at all. Loops that count or go through a collection are passed over if `countedLoops` says so.
 */
export function runFrequency(
  node: SyntaxNode,
  semantics: FileSemantics,
  { countedLoops }: { readonly countedLoops: boolean },
): Frequency {
  return new FrequencySearch(semantics.package, countedLoops).of(node, semantics);
}

/** The search gives up when it has come to more functions than these: no start-up is as long. */
const maximumFunctions = 64;

class FrequencySearch {
  readonly #from: PackageSemantics;
  readonly #countedLoops: boolean;
  /** By callable. What is being looked at calls itself: how often it does is not known. */
  readonly #known = new Map<string, Frequency>();
  /** That have been looked at. */
  readonly #variables = new Set<GoObject>();

  constructor(from: PackageSemantics, countedLoops: boolean) {
    this.#from = from;
    this.#countedLoops = countedLoops;
  }

  of(node: SyntaxNode, semantics: FileSemantics): Frequency {
    if (this.#isInLoop(node, semantics)) return "repeated";
    const around = enclosingFunction(node);
    // Initialisers of package variables.
    if (!around) return "bounded";
    if (requestScope(around, semantics)) return "repeated";
    if (isCommand(around, semantics)) return "bounded";
    if (around.kind === "func_literal") return this.#ofUse(callableUse(around, semantics), semantics);
    const callable = callableOf(around, semantics.package);
    if (!callable) return "unknown";
    return this.#ofCallable(
      callable,
      mayBeNamedElsewhere(callable, semantics),
      () => !isExternal(around, callable),
    );
  }

  #isInLoop(node: SyntaxNode, semantics: FileSemantics): boolean {
    let loop = enclosingLoop(node);
    while (loop && this.#countedLoops && isCounted(loop, semantics)) loop = enclosingLoop(loop);
    return loop !== undefined;
  }

  /**
   * `isOpen`: whether other modules can name it. `isSeen` tells, where no code in sight calls it, whether nothing out of
   * sight does.
   */
  #ofCallable(callable: Callable, isOpen: boolean, isSeen: () => boolean): Frequency {
    const key = `${callable.kind} ${callable.path} ${callable.owner}.${callable.name}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size >= maximumFunctions) return "unknown";
    this.#known.set(key, "unknown");
    const mentions = knownMentions(callable, this.#from);
    const frequency = mentions
      ? mostOf(mentions, (mention) => this.#ofMention(mention, callable, isOpen))
      : "unknown";
    // What nobody calls at all may have just been written.
    const isForTests = frequency === undefined && !isOpen && isSeen() && isTested(callable, this.#from);
    const answer = frequency ?? (isForTests ? "never" : "unknown");
    this.#known.set(key, answer);
    return answer;
  }

  #ofMention({ node, semantics, isSure }: Mention, callable: Callable, isOpen: boolean): Frequency {
    const frequency = this.#ofUse(callableUse(node, semantics), semantics);
    // Nor is it known that a place which runs again and again leads here.
    if (!isSure && frequency === "repeated") return "unknown";
    const isExample = isOpen && frequency === "bounded" && isExampleOf(callable, semantics);
    return isExample ? "unknown" : frequency;
  }

  #ofUse(use: CallableUse, semantics: FileSemantics): Frequency {
    switch (use.kind) {
      case "called":
        return this.of(use.call, semantics);
      case "command":
        return "bounded";
      case "kept":
        return this.#ofCallable(use.in, false, () => false);
      case "local":
        return this.#ofVariable(use.variable, use.semantics);
      case "unused":
        return "never";
      default:
        return "unknown";
    }
  }

  #ofVariable(variable: GoObject, semantics: FileSemantics): Frequency {
    if (this.#variables.has(variable)) return "unknown";
    this.#variables.add(variable);
    const uses = semantics.package.identifiersOf(variable);
    const others = uses.filter((mention) => mention !== variable.identifier);
    return mostOf(others, (mention) => this.#ofUse(callableUse(mention, semantics), semantics)) ?? "unknown";
  }
}

const rank: Readonly<Record<Frequency, number>> = { never: 0, bounded: 1, unknown: 2, repeated: 3 };

/** The frequency that counts among those of some places; undefined without any. */
function mostOf<T>(places: readonly T[], frequencyOf: (place: T) => Frequency): Frequency | undefined {
  let most: Frequency | undefined;
  for (const place of places) {
    const frequency = frequencyOf(place);
    if (frequency === "repeated") return frequency;
    if (most === undefined || rank[frequency] > rank[most]) most = frequency;
  }
  return most;
}

const mentionsKnown = new WeakMap<PackageSemantics, Map<string, readonly Mention[] | undefined>>();

function knownMentions(callable: Callable, from: PackageSemantics): readonly Mention[] | undefined {
  let known = mentionsKnown.get(from);
  if (!known) mentionsKnown.set(from, (known = new Map()));
  const key = `${callable.kind} ${callable.path} ${callable.owner}.${callable.name}`;
  if (!known.has(key)) known.set(key, mentionsOf(callable, from));
  return known.get(key);
}

/** Whether a function is where a process starts, or where a framework runs a command. */
function isCommand(around: FunctionNode, semantics: FileSemantics): boolean {
  const isOfCommand = around.parameters.children.some(({ type }) =>
    commandParameters.has(semantics.namedType(type) ?? ""),
  );
  if (isOfCommand || around.kind === "func_literal") return isOfCommand;
  const name = around.name.text;
  if (around.kind === "method_declaration") return isCommandMethod(around, semantics);
  return name === "init" || (name === "main" && semantics.package.source.name === "main");
}

function isCommandMethod(method: NamedFunction, semantics: FileSemantics): boolean {
  const { source, program } = semantics.package;
  const candidates = commandMethods.filter(({ name }) => name === method.name.text);
  if (candidates.length === 0) return false;
  const required = new Set(source.origin?.module?.file.requires.map(({ path }) => path));
  const type = semantics.typeText(program.types.signature(method));
  return candidates.some(
    (candidate) => candidate.type === type && candidate.modules.some((module) => required.has(module)),
  );
}

/** Whether other modules can name something. */
function mayBeNamedElsewhere({ path, name }: Callable, semantics: FileSemantics): boolean {
  if (!/^\p{Lu}/u.test(name) || semantics.package.source.name === "main") return false;
  return !/(?:^|\/)internal(?:\/|$)/.test(path);
}

/**
 * Whether a program may be there to show how others use what it calls: it lies below the package that declares that, or in
 * another module. Programs elsewhere in the module are what a package is made for.
 */
function isExampleOf({ path }: Callable, { package: { source } }: FileSemantics): boolean {
  const module = source.origin?.module?.path;
  const isOfModule = module === undefined || path === module || path.startsWith(`${module}/`);
  return !isOfModule || source.path?.startsWith(`${path}/`) === true;
}

/** Whether code that does not name a function may call it: through an interface, or from C. */
function isExternal(declaration: NamedFunction, { name }: Callable): boolean {
  const mayBeBehindInterface = declaration.kind === "method_declaration" && /^\p{Lu}/u.test(name);
  return mayBeBehindInterface || isLinked(declaration);
}

/** In characters. */
const longestComment = 4_000;

/** Whether C or another package calls a function by a name that it is given in a comment. */
function isLinked({ tree, start }: NamedFunction): boolean {
  const before = tree.text.slice(Math.max(0, start - longestComment), start);
  return /\n\/\/(?:export|go:linkname) [^\n]*\n(?:\/\/[^\n]*\n)*$/.test(before);
}
