import { posix, win32 } from "node:path";

/** Where a server may be, and what of it may be run. */
export interface Surroundings {
  /** Absolute paths of the folders that are open. */
  readonly folders: readonly string[];
  /** Whether the user trusts what lies in these folders. */
  readonly isTrusted: boolean;
  /** The setting `leakcheck.path`; empty where it is not set. */
  readonly configuredPath: string;
  /** The environment's PATH. */
  readonly searchPath: string;
  readonly isWindows: boolean;
  readonly isFile: (path: string) => boolean;
  /** A path without symbolic links; the same path where there is no such file. */
  readonly realPath: (path: string) => string;
}

/** What a search for a server comes to. */
export type SearchResult =
  | { readonly kind: "found"; readonly path: string }
  /** `leakcheck.path` names no file. */
  | { readonly kind: "no-such-file"; readonly path: string }
  /** There is one, but only in a workspace that is not trusted. */
  | { readonly kind: "not-trusted" }
  | { readonly kind: "not-installed" };

/** The command of the package, within `node_modules`. */
const command = ["leakcheck", "bin", "leakcheck.js"] as const;

/**
 * Finds the server: the workspace's own, else what `leakcheck.path` names, else the command on PATH. What lies in a
 * workspace that is not trusted counts for none of the three.
 */
export function findServer(surroundings: Surroundings): SearchResult {
  const { folders, configuredPath, isFile } = surroundings;
  const { isAbsolute, join } = pathsOf(surroundings);
  let refusesSome = false;
  const isUsable = (path: string): boolean => {
    if (!isFile(path)) return false;
    const refused = !surroundings.isTrusted && liesInFolders(path, surroundings);
    refusesSome ||= refused;
    return !refused;
  };

  const own = folders.map((folder) => join(folder, "node_modules", ...command)).find(isUsable);
  if (own !== undefined) return found(own, surroundings);

  if (configuredPath !== "") {
    const [folder = ""] = folders;
    const path = isAbsolute(configuredPath) ? configuredPath : join(folder, configuredPath);
    if (isUsable(path)) return found(path, surroundings);
    return isFile(path) ? { kind: "not-trusted" } : { kind: "no-such-file", path };
  }

  const global = commandsOnPath(surroundings).find(isUsable);
  if (global !== undefined) return found(global, surroundings);
  return { kind: refusesSome ? "not-trusted" : "not-installed" };
}

/** A link to a script stands for the script; other links stay, since some programs go by the name they are called by. */
function found(path: string, { realPath }: Surroundings): SearchResult {
  const real = realPath(path);
  return { kind: "found", path: isScript(real) ? real : path };
}

/** Whether Node has to run a file. */
export function isScript(path: string): boolean {
  return /\.[cm]?js$/.test(path);
}

function commandsOnPath(surroundings: Surroundings): readonly string[] {
  const { searchPath, isWindows } = surroundings;
  const { delimiter, isAbsolute, join } = pathsOf(surroundings);
  const inFolder = (folder: string): readonly string[] =>
    isWindows
      ? // npm's global folder: the script itself needs no shell.
        [
          join(folder, "node_modules", ...command),
          join(folder, "leakcheck.exe"),
          join(folder, "leakcheck.cmd"),
        ]
      : [join(folder, "leakcheck")];
  // A relative entry would mean whatever folder the editor was started in.
  return searchPath.split(delimiter).filter(isAbsolute).flatMap(inFolder);
}

/** Whether any link or folder on the way to a file belongs to one of the open folders, wherever it leads. */
function liesInFolders(path: string, surroundings: Surroundings): boolean {
  const { folders, realPath } = surroundings;
  const { isAbsolute, relative, sep } = pathsOf(surroundings);
  const places = wayTo(path, surroundings).map(realPath);
  return folders.map(realPath).some((folder) =>
    places.some((place) => {
      const way = relative(folder, place);
      return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
    }),
  );
}

/** A path and all folders around it. */
function wayTo(path: string, surroundings: Surroundings): readonly string[] {
  const parent = pathsOf(surroundings).dirname(path);
  return parent === path ? [path] : [...wayTo(parent, surroundings), path];
}

function pathsOf({ isWindows }: Surroundings): typeof posix {
  return isWindows ? win32 : posix;
}
