import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { GoProject } from "./go-project.js";

const settings = [
  "-c",
  "user.name=a",
  "-c",
  "user.email=a@example.com",
  "-c",
  "commit.gpgsign=false",
  "-c",
  "core.autocrlf=false",
];

/** A Go module in a git repository of its own, with all its files committed. */
export class GitProject extends GoProject {
  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    super(files);
    rmSync(this.path(".git"), { recursive: true });
    this.git("init", "-q", "-b", "main");
    this.commit();
  }

  git(...args: readonly string[]): string {
    return execFileSync("git", [...settings, ...args], { cwd: this.root, encoding: "utf8", stdio: "pipe" });
  }

  /** Commits all there is. */
  commit(): void {
    this.git("add", "-A");
    this.git("commit", "-q", "--allow-empty", "-m", "state");
  }

  /** Where findings are, `file:line`, of a run that did not fail. */
  async found(...args: readonly string[]): Promise<readonly string[]> {
    const { stdout, stderr, exitCode } = await this.run(["--format", "compact", ...args]);
    if (exitCode !== 0 && exitCode !== 1) throw new Error(stderr);
    return [...stdout.matchAll(/^(.*?:\d+):\d+: /gm)].map(([, place = ""]) => place);
  }
}
