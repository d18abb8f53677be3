import { Change } from "./change.js";
import { GitError } from "./git-error.js";
import { Repository } from "./repository.js";

/** As little as possible around each change, and prefixes that a user's settings do not change. */
const format = [
  "--unified=0",
  "--no-color",
  "--no-ext-diff",
  "--no-textconv",
  "--src-prefix=a/",
  "--dst-prefix=b/",
];

/**
 * What the work tree changes since it went its own way from a revision (the merge base: what others added to a branch
 * meanwhile is not our change), with untracked files. Throws {@link GitError} where git cannot tell.
 */
export function changeSince(revision: string, directory: string): Change {
  const repository = Repository.containing(directory);
  const base = mergeBase(repository, revision);
  const change = new Change();
  const patch = repository.run(["diff", ...format, "--ignore-submodules", base, "--", "*.go"]).toString();
  change.addPatch(patch, repository.root);
  for (const path of repository.list(["ls-files", "--others", "--exclude-standard", "-z", "--", "*.go"]))
    change.addFile(repository.path(path));
  return change;
}

function mergeBase(repository: Repository, revision: string): string {
  const commit = commitOf(repository, revision);
  try {
    return repository.run(["merge-base", commit, "HEAD"]).toString().trim();
  } catch (error) {
    if (!isShallow(repository))
      throw new GitError(`HEAD and ${revision} have no commit in common.`, { cause: error });
    throw new GitError(
      `This clone is too shallow to tell what changed since ${revision}: fetch more history (git fetch --unshallow; fetch-depth: 0 in GitHub Actions).`,
      { cause: error },
    );
  }
}

function commitOf(repository: Repository, revision: string): string {
  try {
    return repository
      .run(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`])
      .toString()
      .trim();
  } catch (error) {
    const hint = isShallow(repository) ? "; this clone is shallow: it may have to be fetched first" : "";
    throw new GitError(`git knows no revision ${revision}${hint}.`, { cause: error });
  }
}

function isShallow(repository: Repository): boolean {
  return repository.run(["rev-parse", "--is-shallow-repository"]).toString().trim() === "true";
}
