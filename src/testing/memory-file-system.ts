import type { DirectoryEntry, FileSystem } from "../project/index.js";
import { baseName, parentPath } from "../project/index.js";

/** A file system that holds the given texts, by absolute path, and the folders above them. */
export function memoryFileSystem(files: ReadonlyMap<string, string>): FileSystem {
  const encoder = new TextEncoder();
  const contents = new Map([...files].map(([path, text]) => [path, encoder.encode(text)]));
  const directories = directoriesOf(files.keys());
  return {
    readFile: (path) => {
      const bytes = contents.get(path);
      if (!bytes) throw new Error(`there is no file ${path}`);
      return bytes;
    },
    readDirectory: (path) => directories.get(path),
    stat: (path) => {
      const bytes = contents.get(path);
      if (bytes) return { kind: "file", size: bytes.length };
      return directories.has(path) ? { kind: "directory", size: 0 } : undefined;
    },
    realPath: (path) => path,
  };
}

function directoriesOf(paths: Iterable<string>): ReadonlyMap<string, readonly DirectoryEntry[]> {
  const directories = new Map<string, DirectoryEntry[]>([["/", []]]);
  const enter = (path: string, kind: DirectoryEntry["kind"]): void => {
    const parent = parentPath(path);
    if (!directories.has(parent)) {
      directories.set(parent, []);
      enter(parent, "directory");
    }
    directories.get(parent)?.push({ name: baseName(path), kind });
  };
  for (const path of paths) enter(path, "file");
  return directories;
}
