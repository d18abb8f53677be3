import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { isAbsolute, sep } from "node:path";
import { childPath, parentPath, resolvePath } from "../../project/index.js";

/** Whether a config means a file by this text, and not a preset or a package. */
export function isFilePath(text: string): boolean {
  return /^(?:\.{1,2}(?:[\\/]|$)|[\\/]|[A-Za-z]:[\\/])/.test(text);
}

/**
 * Absolute path of the file that a config file means by `./a/file` or by the name of a package, which is looked
 * for from the config file's own folder upwards. Undefined when it is not there.
 */
export function resolveModule(text: string, from: string): string | undefined {
  if (!isFilePath(text)) return resolveRequired(text, from) ?? resolveImported(text, from);
  const path = resolvePath(parentPath(from), text);
  return isFile(path) ? path : undefined;
}

function resolveRequired(name: string, from: string): string | undefined {
  try {
    const path = createRequire(from).resolve(name);
    // A module of Node itself comes back by its name.
    return isAbsolute(path) ? path.replaceAll(sep, "/") : undefined;
  } catch {
    return undefined;
  }
}

// Node resolves for `import` only from the file that asks. What remains to be found here are packages whose
// `exports` serve nothing else.
function resolveImported(name: string, from: string): string | undefined {
  const [, packageName = "", subpath = ""] = /^((?:@[^/]+\/)?[^/]+)(.*)$/.exec(name) ?? [];
  const folder = createRequire(from)
    .resolve.paths(name)
    ?.map((modules) => childPath(modules.replaceAll(sep, "/"), packageName))
    .find((candidate) => isFile(childPath(candidate, "package.json")));
  if (folder === undefined) return undefined;
  const target = exportTarget(readExports(childPath(folder, "package.json")), `.${subpath}`);
  return target === undefined ? undefined : resolveModule(target, childPath(folder, "package.json"));
}

function readExports(manifest: string): unknown {
  try {
    return (JSON.parse(readFileSync(manifest, "utf8")) as { exports?: unknown } | null)?.exports;
  } catch {
    return undefined;
  }
}

/** The file that `exports` names for a subpath: directly, or under the conditions that `import` has. */
function exportTarget(exported: unknown, subpath: string): string | undefined {
  if (typeof exported === "string") return exported;
  if (typeof exported !== "object" || exported === null) return undefined;
  const entries = Object.entries(exported);
  const isBySubpath = entries.some(([key]) => key.startsWith("."));
  const [, chosen] =
    entries.find(([key]) => (isBySubpath ? key === subpath : importConditions.has(key))) ?? [];
  return exportTarget(chosen, subpath);
}

const importConditions: ReadonlySet<string> = new Set(["node", "import", "default"]);

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
