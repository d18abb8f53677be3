import { readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import type { Dirent, Stats } from "node:fs";
import { sep } from "node:path";
import type { DirectoryEntry, FileStat, FileSystem } from "../project/index.js";
import { systemReason } from "./system-error.js";

/** The disk. */
export const nodeFileSystem: FileSystem = {
  readFile: (path) => {
    try {
      return readFileSync(path);
    } catch (error) {
      throw new Error(systemReason(error), { cause: error });
    }
  },

  readDirectory: (path) => {
    try {
      return readdirSync(path, { withFileTypes: true }).map(toEntry);
    } catch {
      return undefined;
    }
  },

  stat: (path) => {
    try {
      const stats = statSync(path, { throwIfNoEntry: false });
      return stats && toStat(stats);
    } catch {
      return undefined;
    }
  },

  realPath: (path) => {
    try {
      return realpathSync(path).replaceAll(sep, "/");
    } catch {
      return path;
    }
  },
};

function toEntry(entry: Dirent): DirectoryEntry {
  if (entry.isSymbolicLink()) return { name: entry.name, kind: "link" };
  if (entry.isFile()) return { name: entry.name, kind: "file" };
  return { name: entry.name, kind: entry.isDirectory() ? "directory" : "other" };
}

function toStat(stats: Stats): FileStat {
  const kind = stats.isFile() ? "file" : stats.isDirectory() ? "directory" : "other";
  return { kind, size: stats.size, modified: stats.mtimeMs };
}
