import { commandFrameworks } from "../knowledge/index.js";
import { importsOf, isFunction } from "../semantics/index.js";
import type { PackageSemantics } from "../semantics/index.js";
import { requestScope } from "./request-scope.js";

const known = new WeakMap<PackageSemantics, boolean>();

/**
 * Whether a package is part of a program that ends soon: it is package main, imports what commands are written with, or lies
 * below the one program that imports it; and no function of it answers requests.
 */
export function belongsToShortProgram(owner: PackageSemantics): boolean {
  let answer = known.get(owner);
  if (answer === undefined) {
    answer = !serves(owner) && (isMain(owner) || hasCommands(owner) || isPrivateToProgram(owner));
    known.set(owner, answer);
  }
  return answer;
}

function isMain(owner: PackageSemantics): boolean {
  return owner.source.name === "main";
}

function serves(owner: PackageSemantics): boolean {
  return owner.trees.some((tree) =>
    tree.root.allChildren.some(
      (node) => isFunction(node) && requestScope(node, owner.file(tree)) !== undefined,
    ),
  );
}

function hasCommands(owner: PackageSemantics): boolean {
  return owner.trees.some((tree) => importsOf(tree).some(({ path }) => commandFrameworks.has(path)));
}

/** Whether nothing imports a package but programs in folders above it. Below the root of a module is everything. */
function isPrivateToProgram(owner: PackageSemantics): boolean {
  const { path, origin } = owner.source;
  if (path === undefined) return false;
  const importers = owner.program.holding(`"${path}"`, owner, {});
  const isAbove = (folder: string): boolean =>
    folder !== origin?.module?.path && path.startsWith(`${folder}/`);
  return (
    importers.length > 0 &&
    importers.every(({ packageName, importPath }) => packageName === "main" && isAbove(importPath))
  );
}
