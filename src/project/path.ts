/**
 * Absolute paths as the file system port speaks them: `/` between the parts on every platform, a root of
 * `/`, `C:/` or `//server/share/`, no `.` or `..` parts, and no `/` at the end except in a root itself.
 */

const rootPattern = /^(?:\/\/[^/]+\/[^/]+(?:\/|$)|[A-Za-z]:\/|\/)/;

/** The absolute path that `path`, as a person writes it, means in `directory`. Backslashes count as `/`. */
export function resolvePath(directory: string, path: string): string {
  const slashed = path.replaceAll("\\", "/");
  const root = rootOf(slashed);
  if (root === "") return normalize(childPath(directory, slashed));
  // `/x` on Windows is a path on the drive at hand.
  const drive = root === "/" ? /^[A-Za-z]:(?=\/)/.exec(directory) : null;
  return normalize((drive?.[0] ?? "") + slashed);
}

/** The directory that holds a path; a root is its own parent. */
export function parentPath(path: string): string {
  const root = rootOf(path);
  return path.slice(0, Math.max(path.lastIndexOf("/"), root.length)) || root;
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The path of an entry of a directory. */
export function childPath(directory: string, name: string): string {
  return directory.endsWith("/") ? directory + name : `${directory}/${name}`;
}

/** The way from `directory` down to `path`, empty for the directory itself; undefined when it is not below. */
export function pathBelow(directory: string, path: string): string | undefined {
  if (path === directory) return "";
  const prefix = childPath(directory, "");
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}

/** `top`, the directories between, and `path`, downwards; `path` alone where it is not below `top`. */
export function pathsDownTo(top: string, path: string): readonly string[] {
  if (pathBelow(top, path) === undefined) return [path];
  const way = [path];
  for (let at = path; at !== top; at = parentPath(at)) way.push(parentPath(at));
  return way.toReversed();
}

function rootOf(path: string): string {
  return rootPattern.exec(path)?.[0] ?? "";
}

function normalize(path: string): string {
  const root = rootOf(path);
  const parts: string[] = [];
  for (const part of path.slice(root.length).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return childPath(root, parts.join("/"));
}
