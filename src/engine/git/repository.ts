import { spawnSync } from "node:child_process";
import { GitError } from "./git-error.js";

/** What a user may have configured must not change what we read. */
const settings = ["-c", "core.quotePath=false", "-c", "diff.renames=true", "-c", "core.fsmonitor=false"];

/** Enough for the diff of anything that is reviewed. */
const largestAnswer = 1 << 30;

/** A git work tree, seen through the git on PATH. Only reads. */
export class Repository {
  /** Absolute path of the top folder of the work tree, with `/`. */
  readonly root: string;

  private constructor(root: string) {
    this.root = root;
  }

  /** The repository that a folder lies in. Throws {@link GitError} where there is none, or no git. */
  static containing(directory: string): Repository {
    const answer = git(directory, ["rev-parse", "--show-toplevel"]).toString();
    return new Repository(answer.replace(/\r?\n$/, "").replaceAll("\\", "/"));
  }

  /** The repository that a folder lies in; undefined where there is none, or no git. */
  static around(directory: string): Repository | undefined {
    try {
      return Repository.containing(directory);
    } catch {
      return undefined;
    }
  }

  /** What a command of git writes to standard output. Throws {@link GitError} when it fails. */
  run(args: readonly string[], input?: string): Buffer {
    return git(this.root, args, input);
  }

  /** What a command with `-z` lists; paths may hold any character but NUL. */
  list(args: readonly string[]): readonly string[] {
    return this.run(args)
      .toString()
      .split("\0")
      .filter((item) => item !== "");
  }

  /** Absolute path of what git names relative to the root. */
  path(relative: string): string {
    return `${this.root}/${relative}`;
  }
}

function git(directory: string, args: readonly string[], input?: string): Buffer {
  const { error, status, stdout, stderr } = spawnSync("git", [...settings, ...args], {
    cwd: directory,
    maxBuffer: largestAnswer,
    // Another git may be at work: the hook that called us.
    env: { ...process.env, GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" },
    windowsHide: true,
    ...(input === undefined ? {} : { input }),
  });
  if (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw new GitError(isMissing ? "git is not on PATH, which this needs." : `git: ${error.message}`);
  }
  if (status !== 0) throw new GitError(explain(stderr.toString().trim(), args));
  return stdout;
}

function explain(complaint: string, args: readonly string[]): string {
  if (/not a git repository/.test(complaint))
    return "This is not a git repository, so there is no change to look at.";
  if (/must be run in a work tree/.test(complaint)) return "This git repository has no work tree.";
  return `git ${args[0]} failed: ${complaint.replace(/^(?:fatal|error): /, "")}`;
}
