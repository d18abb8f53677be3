import { commandParameters } from "../../knowledge/index.js";
import { enclosingFunction, importedPaths } from "../../semantics/index.js";
import type { FileSemantics, FunctionNode } from "../../semantics/index.js";
import type { SyntaxNode } from "../../syntax/index.js";
import { enclosingLoop } from "../loops/enclosing-loop.js";
import { runsBoundedTimes, runsOncePerProcess } from "./process-lifetime.js";
import { belongsToShortProgram } from "./program-package.js";
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
 * tests call, never counts. In a program that ends soon it takes a loop or a request to show that; elsewhere every function
 * counts but those known to run once.
 */
export function mayRunOften(
  node: SyntaxNode,
  semantics: FileSemantics,
  { packageName, isTest = false }: CodePlace,
): boolean {
  if (!isTest && helpsTests(node)) return false;
  if (runsRepeatedly(node, semantics)) return true;
  if (runsOncePerProcess(node, semantics, packageName)) return false;
  const isOfCommand = functionsAround(node).some((around) =>
    around.parameters.children.some(({ type }) => commandParameters.has(semantics.namedType(type) ?? "")),
  );
  if (isOfCommand) return false;
  if (packageName === "main" && runsBoundedTimes(node, semantics, packageName)) return false;
  const isOfProgram = belongsToShortProgram(semantics);
  if (isTest || (isOfProgram && packageName === "main")) return !isOfProgram;
  const frequency = runFrequency(node, semantics, { countedLoops: false });
  return frequency === "repeated" || (frequency !== "never" && !isOfProgram);
}

/**
 * Whether code runs a number of times that is settled when the process starts, by all that the code of the module tells: only
 * the start of a program, or a command of it, leads there, and an error that it returns ends the process.
 */
export function isBounded(node: SyntaxNode, semantics: FileSemantics): boolean {
  return runFrequency(node, semantics, { countedLoops: false }) === "bounded";
}

/** Whether something in the module shows that code runs again and again. Loops that count or go through a collection do not. */
export function isKnownToRepeat(node: SyntaxNode, semantics: FileSemantics): boolean {
  return runFrequency(node, semantics, { countedLoops: true }) === "repeated";
}

/** Whether a file that is no test imports what tests are written with. */
function helpsTests({ tree }: SyntaxNode): boolean {
  return importedPaths(tree).some((path) => testing.test(path));
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
