import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "@jest/globals";
import { GitProject } from "./git-project.js";
import { GoProject, clean, unclosed } from "./go-project.js";

/** Windows allows neither line breaks nor quotes in names. */
const oddNames: readonly (readonly [what: string, name: string])[] = [
  ["umlauts", "ä b.go"],
  ...(process.platform === "win32"
    ? []
    : ([
        ["a line break", "a\nb.go"],
        ["quotes", '"b".go'],
      ] as const)),
];

let project: GoProject;

function repository(files: Readonly<Record<string, string>>): GitProject {
  const made = new GitProject(files);
  project = made;
  return made;
}

afterEach(() => project.remove());

describe("--staged lints what is about to be committed", () => {
  test("nothing where nothing is staged", async () => {
    const git = repository({ "a.go": unclosed });
    expect(await git.found("--staged")).toEqual([]);
    expect(await git.run(["--staged"])).toMatchObject({ exitCode: 0, stderr: "" });
  });

  test("only the files that are staged", async () => {
    const git = repository({ "a.go": clean });
    git.write("a.go", unclosed);
    git.write("b/b.go", unclosed);
    git.git("add", "b");
    expect(await git.found("--staged")).toEqual(["b/b.go:6"]);
  });

  test("their contents in the index, not in the work tree", async () => {
    const git = repository({ "a.go": clean, "b/b.go": clean });
    git.write("a.go", unclosed);
    git.write("b/b.go", `${clean}// staged\n`);
    git.git("add", "-A");
    git.write("a.go", clean);
    git.write("b/b.go", unclosed);
    expect(await git.found("--staged")).toEqual(["a.go:6"]);
  });

  test("with the files around them as the index has them", async () => {
    const opens = 'package app\n\nimport "os"\n\nfunc use() {\n\tf, _ := os.Open("x")\n\tend(f)\n}\n';
    const closes = 'package app\n\nimport "os"\n\nfunc end(f *os.File) { f.Close() }\n';
    const forgets = closes.replace("f.Close()", "f.Name()");
    const git = repository({ "use.go": clean, "end.go": closes });
    git.write("use.go", opens);
    git.git("add", "use.go");
    git.write("end.go", forgets);
    expect(await git.found("use.go")).toEqual(["use.go:6"]);
    git.write("untracked.go", "package app\n\nfunc end() {}\n");
    expect(await git.found("--staged")).toEqual([]);
  });

  test("files that are deleted, renamed or replaced by a folder in the work tree", async () => {
    const git = repository({ "a.go": clean, "old.go": unclosed.replace("size", "old") });
    git.write("a.go", unclosed);
    git.git("add", "-A");
    git.git("mv", "old.go", "new.go");
    rmSync(git.path("a.go"));
    mkdirSync(git.path("a.go"));
    expect(await git.found("--staged")).toEqual(["a.go:6", "new.go:6"]);
  });

  test("no file whose deletion is staged, nor one that is only intended to be added", async () => {
    const git = repository({ "a.go": unclosed, "b.go": clean });
    git.git("rm", "-q", "a.go");
    git.write("c.go", unclosed);
    git.git("add", "--intent-to-add", "c.go");
    expect(await git.found("--staged")).toEqual([]);
  });

  test("before the first commit", async () => {
    const git = repository({});
    git.git("update-ref", "-d", "HEAD");
    git.write("a.go", unclosed);
    git.git("add", "a.go");
    expect(await git.found("--staged")).toEqual(["a.go:6"]);
  });

  test("on a detached head, from a folder below the root, and only in the named folder", async () => {
    const git = repository({ "a.go": clean, "b/b.go": clean });
    git.git("checkout", "-q", "--detach");
    for (const path of ["a.go", "b/b.go"]) git.write(path, unclosed);
    git.git("add", "-A");
    expect(await git.found("--staged", "b/...")).toEqual(["b/b.go:6"]);
    const { stdout } = await git.run(["--staged", "--format", "compact"], "b");
    expect(stdout).toMatch(/^\/.*\/a\.go:6:.*\nb\.go:6:/);
  });

  test("in a worktree of its own", async () => {
    const git = repository({ "a.go": clean });
    git.git("worktree", "add", "-q", "tree");
    git.write("tree/a.go", unclosed);
    execFileSync("git", ["add", "-A"], { cwd: git.path("tree") });
    const { stdout } = await git.run(["--staged", "--format", "compact"], "tree");
    expect(stdout).toMatch(/^a\.go:6:/);
  });

  test("past a submodule that moved on", async () => {
    const git = repository({ "a.go": clean });
    const inner = new GitProject({ "inner.go": clean });
    git.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", inner.root, "inner");
    git.write("a.go", unclosed);
    git.git("add", "-A");
    git.write("inner/inner.go", unclosed);
    expect(await git.found("--staged")).toEqual(["a.go:6"]);
    inner.remove();
  });

  test.each(oddNames)("a path with %s", async (_what, name) => {
    const git = repository({ [name]: clean });
    git.write(name, unclosed);
    git.git("add", "-A");
    git.write(name, clean);
    const { stdout } = await git.run(["--staged", "--format", "json"]);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { location: { file: string } }[] };
    expect(diagnostics.map(({ location }) => location.file)).toEqual([name]);
  });
});

describe("--staged is refused", () => {
  test("in the middle of a merge with conflicts", async () => {
    const git = repository({ "a.go": clean });
    git.git("checkout", "-q", "-b", "other");
    git.write("a.go", `${clean}// theirs\n`);
    git.commit();
    git.git("checkout", "-q", "main");
    git.write("a.go", `${clean}// ours\n`);
    git.commit();
    expect(() => git.git("merge", "-q", "other")).toThrow();
    expect(await git.run(["--staged"])).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: "leakcheck: a.go has merge conflicts: resolve them and stage the file, then try again.\n",
    });
  });

  test("outside of any repository", async () => {
    project = new GoProject({ "a.go": unclosed });
    renameSync(project.path(".git"), project.path("no-git"));
    expect(await project.run(["--staged"])).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: "leakcheck: This is not a git repository, so there is no change to look at.\n",
    });
  });

  test("together with --fix", async () => {
    project = new GoProject({ "a.go": unclosed });
    const { exitCode, stderr } = await project.run(["--staged", "--fix"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("--fix cannot change what is staged");
  });

  test("together with standard input", async () => {
    project = new GoProject({});
    writeFileSync(project.path("a.go"), clean);
    const { exitCode, stderr } = await project.run(["--staged", "--stdin-filename", "a.go"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("--stdin-filename lints standard input");
  });
});
