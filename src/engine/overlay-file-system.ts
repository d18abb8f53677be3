import { baseName, childPath, parentPath } from "../project/index.js";
import type { DirectoryEntry, FileSystem } from "../project/index.js";

/**
 * A file system in which some files, by absolute path, have other contents than on the disk: standard input, unsaved
 * buffers. They need not be on the disk. Later changes of the map count.
 */
export function overlayFiles(below: FileSystem, files: ReadonlyMap<string, Uint8Array>): FileSystem {
  return {
    readFile: (asked) => files.get(asked) ?? below.readFile(asked),
    readDirectory: (asked) => {
      const entries = below.readDirectory(asked);
      const added = [...files.keys()].filter((path) => parentPath(path) === asked);
      if (added.length === 0) return entries;
      const others = (entries ?? []).filter(({ name }) => !files.has(childPath(asked, name)));
      return [...others, ...added.map(toEntry)];
    },
    stat: (asked) => {
      const bytes = files.get(asked);
      return bytes ? { kind: "file", size: bytes.length } : below.stat(asked);
    },
    realPath: (asked) => (files.has(asked) ? asked : below.realPath(asked)),
  };
}

function toEntry(path: string): DirectoryEntry {
  return { name: baseName(path), kind: "file" };
}
