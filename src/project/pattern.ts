import { parentPath, resolvePath } from "./path.js";

/** An argument that says what to report on. */
export type Pattern =
  /** A file, or a folder with everything below it. */
  | { readonly kind: "path"; readonly path: string }
  /** Go's `...`, which stands for any text: the folders at and below `base` that match. */
  | { readonly kind: "wildcard"; readonly base: string; readonly matches: (directory: string) => boolean };

/** Reads an argument. Backslashes count as `/`, so that what Windows shells complete can be passed on. */
export function parsePattern(workingDirectory: string, argument: string): Pattern {
  const path = resolvePath(workingDirectory, argument);
  const wildcard = path.indexOf("...");
  if (wildcard < 0) return { kind: "path", path };
  const base = parentPath(path.slice(0, wildcard) + "x");
  if (path.slice(wildcard) === "..." && path[wildcard - 1] === "/") {
    return { kind: "wildcard", base, matches: () => true };
  }
  const pattern = wildcardPattern(path);
  return { kind: "wildcard", base, matches: (directory) => pattern.test(directory) };
}

function wildcardPattern(path: string): RegExp {
  const source = path
    .split("...")
    .map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))
    .join(".*");
  // `x/...` means `x` as well.
  return new RegExp(`^${source.replace(/\/\.\*$/, "(?:/.*)?")}$`, "s");
}
