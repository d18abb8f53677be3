import { KindId } from "../syntax/index.js";
import type { ImportSpecNode, SyntaxTree } from "../syntax/index.js";

/** One import of a file. */
export interface Import {
  readonly path: string;
  /** The name it is used by in the file; undefined for blank and dot imports. */
  readonly name: string | undefined;
  readonly form: "named" | "implicit" | "blank" | "dot";
  readonly spec: ImportSpecNode;
}

/** The imports of a file, in source order. */
export function importsOf(tree: SyntaxTree): readonly Import[] {
  const { kinds, size } = tree.arena;
  const found: Import[] = [];
  for (let id = 0; id < size; id++) {
    // Imports come before all other declarations.
    if (kinds[id] === KindId.function_declaration || kinds[id] === KindId.method_declaration) break;
    if (kinds[id] === KindId.import_spec) found.push(readImport(tree.node(id) as ImportSpecNode));
  }
  return found;
}

// By arena: trees that are the same but for what is remembered of them share it.
const paths = new WeakMap<SyntaxTree["arena"], readonly string[]>();

/** The paths that a file imports, in source order. */
export function importedPaths(tree: SyntaxTree): readonly string[] {
  let known = paths.get(tree.arena);
  if (!known) paths.set(tree.arena, (known = importsOf(tree).map(({ path }) => path)));
  return known;
}

function readImport(spec: ImportSpecNode): Import {
  const path = spec.path.text.slice(1, -1);
  const alias = spec.name;
  if (alias?.kind === "dot") return { path, name: undefined, form: "dot", spec };
  if (alias?.kind === "blank_identifier" || alias?.text === "_")
    return { path, name: undefined, form: "blank", spec };
  if (alias) return { path, name: alias.text, form: "named", spec };
  return { path, name: packageNameOf(path), form: "implicit", spec };
}

/**
 * The name a package most likely declares, from its import path alone: the last element without a major
 * version (`example.com/x/v2`, `gopkg.in/x.v2`). The package's own clause decides where it can be read.
 */
export function packageNameOf(path: string): string {
  const withoutVersion = path.replace(/\/v\d+$/, "");
  return withoutVersion.slice(withoutVersion.lastIndexOf("/") + 1).replace(/\.v\d+$/, "");
}
