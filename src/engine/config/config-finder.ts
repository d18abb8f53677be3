import { childPath, parentPath } from "../../project/index.js";
import type { DirectoryEntry } from "../../project/index.js";
import { nodeFileSystem } from "../node-file-system.js";
import { ConfigError } from "./config-error.js";

/** The names of config files. */
export const configFileNames: readonly string[] = [
  ".leakcheckrc",
  ".leakcheckrc.json",
  ".leakcheckrc.yaml",
  ".leakcheckrc.yml",
  "leakcheck.config.js",
  "leakcheck.config.mjs",
  "leakcheck.config.cjs",
];

const repositoryMarks: ReadonlySet<string> = new Set([".git", "go.work"]);

/** Finds config files, looking into each directory once. */
export class ConfigFinder {
  readonly #found = new Map<string, string | undefined>();

  /**
   * The config file nearest to a directory: in it or above it, up to the root of the repository, or of the file
   * system where there is no repository. A home directory is like any other. Throws {@link ConfigError} when a
   * directory has several.
   */
  find(directory: string): string | undefined {
    if (this.#found.has(directory)) return this.#found.get(directory);
    const file = this.#search(directory);
    this.#found.set(directory, file);
    return file;
  }

  #search(directory: string): string | undefined {
    // A directory that is not there (of text piped in under a name) or cannot be listed holds no config.
    const entries = nodeFileSystem.readDirectory(directory) ?? [];
    const [name, ...others] = configFileNames.filter((candidate) =>
      entries.some((entry) => entry.name === candidate && !isFolder(directory, entry)),
    );
    if (name !== undefined && others.length > 0) {
      const names = [name, ...others].join(" and ");
      const message = `${names} lie side by side in one folder: keep one of them`;
      throw new ConfigError([{ file: childPath(directory, name), message }]);
    }
    if (name !== undefined) return childPath(directory, name);
    if (entries.some((entry) => repositoryMarks.has(entry.name))) return undefined;
    const parent = parentPath(directory);
    return parent === directory ? undefined : this.find(parent);
  }
}

function isFolder(directory: string, { name, kind }: DirectoryEntry): boolean {
  if (kind !== "link") return kind === "directory";
  return (
    configFileNames.includes(name) && nodeFileSystem.stat(childPath(directory, name))?.kind === "directory"
  );
}
