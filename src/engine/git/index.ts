export { Change, PatchError } from "./change.js";
export { changeSince } from "./change-since.js";
export { patchedChange } from "./patched-change.js";
export { GitError } from "./git-error.js";
export { stagedFiles } from "./staged-files.js";
export type { StagedFiles } from "./staged-files.js";
