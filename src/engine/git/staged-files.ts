import type { FileSystem } from "../../project/index.js";
import { baseName, pathBelow, resolvePath } from "../../project/index.js";
import { overlayFiles } from "../overlay-file-system.js";
import { GitError } from "./git-error.js";
import { hideFiles } from "./hide-files.js";
import { Repository } from "./repository.js";

/** What is about to be committed. */
export interface StagedFiles {
  /** Absolute paths of the Go files that the index adds or changes. */
  readonly files: readonly string[];
  /** Files as the index has them, where the work tree differs. */
  readonly fileSystem: FileSystem;
}

/** A mode, an object's name and a status for each of two sides, as `git diff-files --raw` writes them. */
const rawEntry = /^:\d+ \d+ (?<object>[0-9a-f]+) [0-9a-f]+ (?<status>[A-Z])/;

/** What of a repository the analysis reads, besides configuration. */
const goNames = /\.go$|^go\.(?:mod|work)$|^modules\.txt$/;

/**
 * Reads git's index, whole or only for some files and folders, relative to `directory`. Throws {@link GitError} where
 * that cannot be done, as in the middle of a merge.
 */
export function stagedFiles(
  directory: string,
  below: FileSystem,
  within: readonly string[] = [],
): StagedFiles {
  const repository = Repository.containing(directory);
  refuseConflicts(repository);
  const changed = repository.list([
    "diff",
    "--cached",
    "--name-only",
    "-z",
    "--diff-filter=ACMRT",
    "--no-ext-diff",
  ]);
  const folders = within.map((path) => resolvePath(directory, path.replace(/(?:^|\/)\.\.\.$/, "")));
  const files = changed
    .filter((path) => path.endsWith(".go"))
    .map((path) => repository.path(path))
    .filter(
      (path) => folders.length === 0 || folders.some((folder) => pathBelow(folder, path) !== undefined),
    );
  const { objects, unknown } = differences(repository);
  const untracked = repository.list(["ls-files", "--others", "--exclude-standard", "-z", "--", "*.go"]);
  const hidden = new Set([...unknown, ...untracked].map((path) => repository.path(path)));
  return {
    files,
    fileSystem: overlayFiles(hideFiles(below, hidden), contents(repository, objects)),
  };
}

function refuseConflicts(repository: Repository): void {
  const [first] = repository.list(["diff", "--name-only", "--diff-filter=U", "-z"]);
  if (first !== undefined)
    throw new GitError(`${first} has merge conflicts: resolve them and stage the file, then try again.`);
}

/**
 * Where the work tree differs from the index: the object that the index has for each path, and the paths whose contents
 * it does not have yet (`git add --intent-to-add`).
 */
function differences(repository: Repository): {
  readonly objects: ReadonlyMap<string, string>;
  readonly unknown: readonly string[];
} {
  const objects = new Map<string, string>();
  const unknown: string[] = [];
  const items = repository.list([
    "diff-files",
    "--raw",
    "-z",
    "--no-renames",
    "--no-abbrev",
    "--ignore-submodules",
  ]);
  for (let index = 0; index + 1 < items.length; index += 2) {
    const path = items[index + 1] as string;
    const { object, status } = rawEntry.exec(items[index] as string)?.groups ?? {};
    if (object === undefined || !goNames.test(baseName(path))) continue;
    if (status === "A") unknown.push(path);
    else objects.set(path, object);
  }
  return { objects, unknown };
}

/** The contents of objects by absolute path, from one `git cat-file` for all. */
function contents(
  repository: Repository,
  objects: ReadonlyMap<string, string>,
): ReadonlyMap<string, Uint8Array> {
  if (objects.size === 0) return new Map();
  const answer = repository.run(
    ["cat-file", "--batch"],
    [...objects.values()].map((name) => `${name}\n`).join(""),
  );
  const files = new Map<string, Uint8Array>();
  let offset = 0;
  for (const path of objects.keys()) {
    // `<object> <type> <size>`, the contents, a line break.
    const start = answer.indexOf("\n", offset) + 1;
    const size = Number(answer.toString("latin1", offset, start).split(" ")[2]);
    files.set(repository.path(path), answer.subarray(start, start + size));
    offset = start + size + 1;
  }
  return files;
}
