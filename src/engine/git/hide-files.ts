import { childPath } from "../../project/index.js";
import type { FileSystem } from "../../project/index.js";

/** A file system without some files, given by absolute path. */
export function hideFiles(below: FileSystem, hidden: ReadonlySet<string>): FileSystem {
  if (hidden.size === 0) return below;
  return {
    ...below,
    readDirectory: (directory) =>
      below.readDirectory(directory)?.filter(({ name }) => !hidden.has(childPath(directory, name))),
    stat: (path) => (hidden.has(path) ? undefined : below.stat(path)),
  };
}
