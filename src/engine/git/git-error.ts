/** git cannot give what was asked for. The message says why, and what to do. */
export class GitError extends Error {
  override readonly name = "GitError";
}
