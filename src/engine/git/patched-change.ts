import { Change } from "./change.js";
import { Repository } from "./repository.js";

/**
 * What a patch changes. Its paths are those of git, from the root of the repository, or relative to the working directory
 * where there is none. Throws `PatchError` when the text is no unified diff.
 */
export function patchedChange(patch: string, workingDirectory: string): Change {
  const change = new Change();
  change.addPatch(patch, Repository.around(workingDirectory)?.root ?? workingDirectory);
  return change;
}
