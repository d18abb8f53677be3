import { enclosingFunction } from "../semantics/index.js";
import type { FileSemantics, FunctionNode } from "../semantics/index.js";
import type { SyntaxNode } from "../syntax/index.js";
import { enclosingLoop } from "./enclosing-loop.js";
import { runsOncePerProcess } from "./process-lifetime.js";
import { requestScope } from "./request-scope.js";

/** Types of the parameter that a command of a command line tool gets: it runs once, then the process ends. */
const commandTypes: ReadonlySet<string> = new Set([
  "github.com/spf13/cobra.Command",
  "github.com/urfave/cli.Context",
  "github.com/urfave/cli/v2.Context",
  "github.com/urfave/cli/v3.Command",
]);

/** Folders whose packages are parts of a program, or help its tests. */
const programPart = /(?:^|\/)(?:cmd|e2e|tests?|testutils?|\w+test)(?:\/|$)/;

/** The package that code stands in. */
export interface CodePlace {
  readonly packageName: string;
  /** Undefined outside of any module. */
  readonly importPath: string | undefined;
}

/**
 * Whether code may run any number of times in the life of a process. In a program of its own (package main, `cmd/`) it
 * takes a loop or a request to show that; elsewhere every function counts but those known to run once.
 */
export function mayRunOften(
  node: SyntaxNode,
  semantics: FileSemantics,
  { packageName, importPath = "" }: CodePlace,
): boolean {
  if (runsRepeatedly(node, semantics)) return true;
  if (packageName === "main" || programPart.test(importPath)) return false;
  if (runsOncePerProcess(node, semantics, packageName)) return false;
  return !functionsAround(node).some((around) =>
    around.parameters.children.some(({ type }) => commandTypes.has(semantics.namedType(type) ?? "")),
  );
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
