import { commandParameters } from "../knowledge/index.js";
import { enclosingFunction, importsOf, isFunction } from "../semantics/index.js";
import type { FileSemantics, FunctionNode, PackageSemantics } from "../semantics/index.js";
import type { SyntaxNode } from "../syntax/index.js";
import { enclosingLoop } from "./enclosing-loop.js";
import { runsBoundedTimes, runsOncePerProcess } from "./process-lifetime.js";
import { requestScope } from "./request-scope.js";
import { runFrequency } from "./run-frequency.js";

/** What tests are written with. */
const testing =
  /^(?:testing|github\.com\/onsi\/(?:ginkgo|gomega)(?:\/v\d+)?|github\.com\/stretchr\/testify\/(?:assert|require))$/;

/** The package that code stands in. */
export interface CodePlace {
  readonly packageName: string;
  /** Whether the file is itself a test, which somebody wants to see findings in. */
  readonly isTest?: boolean;
}

/**
 * Whether code may run any number of times in the life of a process that lives long. Code that helps tests, or that only
 * tests call, never counts. In package main of a program that does not serve requests it takes a loop to show that; elsewhere
 * every function counts but those known to run once.
 */
export function mayRunOften(
  node: SyntaxNode,
  semantics: FileSemantics,
  { packageName, isTest = false }: CodePlace,
): boolean {
  if (!isTest && helpsTests(node)) return false;
  if (runsRepeatedly(node, semantics)) return true;
  if (
    packageName === "main" &&
    (!serves(semantics.package) || runsBoundedTimes(node, semantics, packageName))
  )
    return false;
  if (runsOncePerProcess(node, semantics, packageName)) return false;
  const isOfCommand = functionsAround(node).some((around) =>
    around.parameters.children.some(({ type }) => commandParameters.has(semantics.namedType(type) ?? "")),
  );
  if (isOfCommand) return false;
  return isTest || runFrequency(node, semantics, { countedLoops: false }) !== "never";
}

/**
 * Whether an error that code returns ends the process, or does so for all that the code of the module tells: only the start of
 * a program, or a command of it, leads there.
 */
export function endsWithError(node: SyntaxNode, semantics: FileSemantics): boolean {
  return runFrequency(node, semantics, { countedLoops: false }) === "bounded";
}

/** Whether some code of the module, be it far away, runs a place again and again while the process lives. */
export function isKnownToRepeat(node: SyntaxNode, semantics: FileSemantics): boolean {
  return runFrequency(node, semantics, { countedLoops: true }) === "repeated";
}

/** Whether a file that is no test imports what tests are written with. */
function helpsTests({ tree }: SyntaxNode): boolean {
  return importsOf(tree).some(({ path }) => testing.test(path));
}

const services = new WeakMap<PackageSemantics, boolean>();

/** Whether some function of a package answers requests. */
function serves(owner: PackageSemantics): boolean {
  let known = services.get(owner);
  if (known === undefined) {
    known = owner.trees.some((tree) =>
      tree.root.allChildren.some(
        (node) => isFunction(node) && requestScope(node, owner.file(tree)) !== undefined,
      ),
    );
    services.set(owner, known);
  }
  return known;
}

/** Whether a loop or a request around some code shows that it runs again and again. */
export function runsRepeatedly(node: SyntaxNode, semantics: FileSemantics): boolean {
  if (enclosingLoop(node)) return true;
  return functionsAround(node).some((around) => requestScope(around, semantics) !== undefined);
}

function functionsAround(node: SyntaxNode): readonly FunctionNode[] {
  const functions: FunctionNode[] = [];
  for (let around = enclosingFunction(node); around; around = enclosingFunction(around))
    functions.push(around);
  return functions;
}
