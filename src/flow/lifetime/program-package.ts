import { commandFrameworks } from "../../knowledge/index.js";
import { importedPaths, isFunction } from "../../semantics/index.js";
import type { FileSemantics, PackageSemantics } from "../../semantics/index.js";
import { requestScope } from "./request-scope.js";

const known = new WeakMap<PackageSemantics, boolean>();

/**
 * Whether a file is part of a program that ends soon: it is of package main, imports what commands are written with, or its
 * package lies below the programs that import it, and no others do; and no function of the package answers requests.
 */
export function belongsToShortProgram({ tree, package: owner }: FileSemantics): boolean {
  if (importedPaths(tree).some((path) => commandFrameworks.has(path))) return !serves(owner);
  let answer = known.get(owner);
  if (answer === undefined) {
    answer = !serves(owner) && (owner.source.name === "main" || isPrivateToPrograms(owner));
    known.set(owner, answer);
  }
  return answer;
}

function serves(owner: PackageSemantics): boolean {
  return owner.trees.some((tree) =>
    tree.root.allChildren.some(
      (node) => isFunction(node) && requestScope(node, owner.file(tree)) !== undefined,
    ),
  );
}

/** Whether nothing imports a package but programs in folders above it. Below the root of a module is everything. */
function isPrivateToPrograms(owner: PackageSemantics): boolean {
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
