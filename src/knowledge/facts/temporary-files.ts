import type { ResourceFacts } from "./resource.js";

/** Files that nobody removes but the program. Their names are what has to be removed: `os.Remove(f.Name())`. */
export const temporaryFiles: ResourceFacts = {
  noun: "temporary file",
  acquire: {
    "io/ioutil.TempFile": [0],
    "os.CreateTemp": [0],
  },
  release: { functions: ["os.Remove", "os.RemoveAll", "os.Rename"], written: "os.Remove({}.Name())" },
  // Whoever knows the name may remove the file.
  handOut: ["Name"],
  atExit: "stays",
  keepable: "active",
};

/** Directories that nobody removes but the program; the acquired value is the path. */
export const temporaryDirectories: ResourceFacts = {
  noun: "temporary directory",
  acquire: {
    "io/ioutil.TempDir": [0],
    "os.MkdirTemp": [0],
  },
  release: { functions: ["os.RemoveAll", "os.Remove", "os.Rename"] },
  atExit: "stays",
  keepable: "active",
};

/** Functions that give a directory in which others have files, too. */
export const sharedDirectories: ReadonlySet<string> = new Set([
  "os.TempDir",
  "path.Dir",
  "path/filepath.Dir",
]);
