import type { FileSystem } from "../project/index.js";

/** A file system in which one file has other contents than on the disk: standard input, an unsaved buffer. */
export function overlayFile(below: FileSystem, path: string, bytes: Uint8Array): FileSystem {
  const slash = path.lastIndexOf("/");
  const directory = path.slice(0, slash) || "/";
  const name = path.slice(slash + 1);
  return {
    readFile: (asked) => (asked === path ? bytes : below.readFile(asked)),
    readDirectory: (asked) => {
      const entries = below.readDirectory(asked);
      if (asked !== directory) return entries;
      const others = (entries ?? []).filter((entry) => entry.name !== name);
      return [...others, { name, kind: "file" }];
    },
    stat: (asked) => (asked === path ? { kind: "file", size: bytes.length } : below.stat(asked)),
    realPath: (asked) => (asked === path ? path : below.realPath(asked)),
  };
}
