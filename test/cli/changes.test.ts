import { renameSync } from "node:fs";
import { afterEach, describe, expect, test } from "@jest/globals";
import { GitProject } from "./git-project.js";
import { GoProject, clean, unclosed } from "./go-project.js";

let project: GoProject;

function repository(files: Readonly<Record<string, string>>): GitProject {
  const made = new GitProject(files);
  project = made;
  return made;
}

afterEach(() => project.remove());

/** A function that opens on line 6, fails on line 11 and closes on line 13. */
const guarded = `package app

import "os"

func read() error {
	f, err := os.Open("x")
	if err != nil {
		return err
	}
	if broken() {
		return nil
	}
	return f.Close()
}

func broken() bool { return true }
`;

describe("--since reports what a change touches", () => {
  test("new code in old files, new files and untracked ones", async () => {
    const git = repository({ "a.go": `${unclosed}\nfunc more() {}\n`, "b/b.go": clean });
    git.write("a.go", `${unclosed}\nfunc more() {\n\tf, _ := os.Open("y")\n\tf.Stat()\n}\n`);
    git.commit();
    git.write("c/c.go", unclosed);
    expect(await git.found("--since", "HEAD~1")).toEqual(["a.go:12", "c/c.go:6"]);
    const { stdout } = await git.run(["--since", "HEAD~1"]);
    expect(stdout).toMatch(/; 1 outside of the change; /);
  });

  test("an old opening whose path to the leak is new", async () => {
    const git = repository({ "a.go": guarded.replace(/\tif broken\(\) \{\n.*\n\t\}\n/, "") });
    git.write("a.go", guarded);
    expect(await git.found("--since", "HEAD")).toEqual(["a.go:6"]);
  });

  test("a leak that comes of what was taken out", async () => {
    const git = repository({ "a.go": unclosed.replace("\tinfo,", "\tdefer f.Close()\n\tinfo,") });
    git.write("a.go", unclosed);
    expect(await git.found("--since", "HEAD")).toEqual(["a.go:6"]);
  });

  test("nothing where a file only moved, or was deleted", async () => {
    const git = repository({ "a.go": unclosed, "b/b.go": unclosed });
    git.git("mv", "a.go", "renamed.go");
    git.git("rm", "-q", "b/b.go");
    expect(await git.found("--since", "HEAD")).toEqual([]);
    expect(await git.found()).toEqual(["renamed.go:6"]);
  });

  test("what this branch did, not what others did to the other", async () => {
    const git = repository({ "a.go": clean });
    git.git("checkout", "-q", "-b", "feature");
    git.write("b/b.go", unclosed);
    git.commit();
    git.git("checkout", "-q", "main");
    git.write("a.go", unclosed);
    git.commit();
    git.git("checkout", "-q", "feature");
    expect(await git.found("--since", "main")).toEqual(["b/b.go:6"]);
  });

  test("from a folder below the root, whatever the user's settings of git", async () => {
    const git = repository({ "b/b.go": clean });
    git.git("config", "diff.noprefix", "true");
    git.git("config", "diff.mnemonicPrefix", "true");
    git.git("config", "color.ui", "always");
    git.write("b/b.go", unclosed);
    const { stdout } = await git.run(["--since", "HEAD", "--format", "compact"], "b");
    expect(stdout).toMatch(/^b\.go:6:/);
  });
});

test("--fix mends only what the change touches", async () => {
  const open =
    'package app\n\nimport "os"\n\nfunc first() {\n\tf, err := os.Open("x")\n\tif err != nil {\n\t\treturn\n\t}\n\tf.Stat()\n}\n';
  const git = repository({ "a.go": open });
  git.write("a.go", open + open.slice(open.indexOf("func")).replace("first", "second"));
  const { stdout } = await git.run(["--since", "HEAD", "--fix"]);
  expect(stdout).toMatch(/1 outside of the change/);
  expect(git.read("a.go").match(/defer f\.Close\(\)/g)).toHaveLength(1);
  expect(git.read("a.go").indexOf("defer")).toBeGreaterThan(git.read("a.go").indexOf("second"));
});

describe("--since is refused", () => {
  test("for a revision that is not there", async () => {
    const git = repository({ "a.go": clean });
    expect(await git.run(["--since", "nowhere"])).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: "leakcheck: git knows no revision nowhere.\n",
    });
  });

  test("in a clone too shallow to know where the branch began", async () => {
    const origin = repository({ "a.go": clean });
    origin.git("checkout", "-q", "-b", "feature");
    for (const text of ["// 1\n", "// 2\n"]) {
      origin.write("a.go", clean + text);
      origin.commit();
    }
    const shallow = new GitProject({});
    shallow.git("fetch", "-q", "--depth", "1", `file://${origin.root}`, "main:refs/remotes/origin/main");
    shallow.git("fetch", "-q", "--depth", "1", `file://${origin.root}`, "feature");
    shallow.git("checkout", "-q", "FETCH_HEAD");
    const { exitCode, stderr } = await shallow.run(["--since", "origin/main"]);
    shallow.remove();
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /^leakcheck: This clone is too shallow to tell what changed since origin\/main: fetch/,
    );
  });

  test("outside of any repository", async () => {
    project = new GoProject({ "a.go": unclosed });
    renameSync(project.path(".git"), project.path("no-git"));
    const { exitCode, stderr } = await project.run(["--since", "HEAD"]);
    expect(exitCode).toBe(2);
    expect(stderr).toBe("leakcheck: This is not a git repository, so there is no change to look at.\n");
  });
});

describe("--patch reports what a unified diff touches", () => {
  test("as git writes it, relative to the repository's root", async () => {
    const git = repository({ "b/b.go": clean, "a.go": unclosed });
    git.write("b/b.go", unclosed);
    git.write("change.patch", git.git("diff"));
    expect(await git.found("--patch", "change.patch")).toEqual(["b/b.go:6"]);
    const { stdout } = await git.run(["--patch", "../change.patch", "--format", "compact"], "b");
    expect(stdout).toMatch(/^b\.go:6:/);
  });

  test("as diff writes it, outside of any repository", async () => {
    project = new GoProject({ "a.go": unclosed, "b/b.go": unclosed });
    renameSync(project.path(".git"), project.path("no-git"));
    project.write("p", '--- a.go\n+++ a.go\n@@ -6 +6 @@\n-\tf, _ := os.Open("w")\n+\tf, _ := os.Open("x")\n');
    const { stdout } = await project.run(["--patch", "p", "--format", "compact"]);
    expect(stdout).toMatch(/^a\.go:6:.*\n$/);
  });

  test("nothing for an empty patch, or one of other files", async () => {
    const git = repository({ "a.go": unclosed });
    git.write("empty", "");
    git.write("other", "--- a/x.md\n+++ b/x.md\n@@ -1 +1 @@\n-x\n+y\n");
    expect(await git.found("--patch", "empty")).toEqual([]);
    expect(await git.found("--patch", "other")).toEqual([]);
  });

  test.each([
    ["that is not there", undefined, "The patch p cannot be read: there is no such file"],
    ["that names no file", "hello\n", "The patch is no unified diff: it names no file."],
    ["that is cut off", "--- a/a.go\n+++ b/a.go\n@@ -1,3 +1,3 @@\n-x\n", "The patch is no unified diff: "],
  ])("and refuses one %s", async (_what, contents, message) => {
    const git = repository({ "a.go": clean });
    if (contents !== undefined) git.write("p", contents);
    const { exitCode, stderr } = await git.run(["--patch", "p"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`leakcheck: ${message}`);
  });
});
