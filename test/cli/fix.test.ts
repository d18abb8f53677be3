import { chmodSync } from "node:fs";
import { afterEach, describe, expect, test } from "@jest/globals";
import { GoProject, unstopped } from "./go-project.js";

const leaking = `package app

import (
	"io"
	"os"
)

func read(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(f)
}
`;
const fixed = leaking.replace("\treturn io", "\tdefer f.Close()\n\treturn io");

/** A suggestion alone: nobody looks at the error. */
const unchecked = leaking
  .replace("f, err := os.Open(path)\n\tif err != nil {\n\t\treturn nil, err\n\t}", "f, _ := os.Open(path)")
  .replace("func read", "func readUnchecked");

let project: GoProject;
afterEach(() => project.remove());

test("--fix changes the files, says how much, and leaves nothing to report", async () => {
  project = new GoProject({ "a.go": leaking });
  const { exitCode, stdout } = await project.run(["--fix"]);
  expect(project.read("a.go")).toBe(fixed);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^No findings in 1 file; 1 fixed; /);
});

test("what remains is reported as it stands in the changed file, and makes the run fail", async () => {
  project = new GoProject({ "a.go": `${leaking}${unchecked.slice(unchecked.indexOf("\nfunc"))}` });
  const { exitCode, stdout } = await project.run(["--fix", ".", "--format", "compact"]);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^a\.go:18:10: /);
  expect(project.read("a.go")).toContain(fixed);
});

test("--fix=suggestions makes those as well", async () => {
  project = new GoProject({ "a.go": unchecked });
  expect((await project.run(["--fix"])).exitCode).toBe(1);
  expect(project.read("a.go")).toBe(unchecked);
  expect((await project.run(["--fix=suggestions"])).exitCode).toBe(0);
  expect(project.read("a.go")).toContain("f, _ := os.Open(path)\n\tdefer f.Close()\n");
});

test("the path behind --fix is a path", async () => {
  project = new GoProject({ "a.go": leaking, "b/b.go": leaking });
  await project.run(["--fix", "b"]);
  expect(project.read("a.go")).toBe(leaking);
  expect(project.read("b/b.go")).toBe(fixed);
});

test("a run without --fix says what it would mend", async () => {
  project = new GoProject({ "a.go": leaking, "b.go": unchecked });
  const { stdout } = await project.run([]);
  expect(stdout).toContain("fix (--fix): add `defer f.Close()`");
  expect(stdout).toContain("; fixable: 1 with --fix, 2 with --fix=suggestions; ");
});

test("JSON tells how many fixes were made", async () => {
  project = new GoProject({ "a.go": leaking });
  const { stdout } = await project.run(["--fix", "--format=json"]);
  expect(JSON.parse(stdout)).toMatchObject({ summary: { findings: 0, fixed: 1 }, diagnostics: [] });
});

test("a file that may not be written is told, and the run fails", async () => {
  project = new GoProject({ "a.go": leaking });
  chmodSync(project.path("a.go"), 0o444);
  const { exitCode, stdout } = await project.run(["--fix"]);
  chmodSync(project.path("a.go"), 0o644);
  expect(exitCode).toBe(2);
  expect(stdout).toMatch(/a\.go.*its fixes cannot be written: /);
  expect(project.read("a.go")).toBe(leaking);
});

test("what a baseline knows stays as it is", async () => {
  project = new GoProject({ "a.go": leaking });
  await project.run(["baseline", "create"]);
  project.write("b.go", leaking.replace("func read", "func readOther"));
  const { exitCode } = await project.run(["--fix"]);
  expect(exitCode).toBe(0);
  expect(project.read("a.go")).toBe(leaking);
  expect(project.read("b.go")).toContain("defer f.Close()");
});

describe("--dry-run", () => {
  const diff = `--- a/a.go
+++ b/a.go
@@ -10,5 +10,6 @@
 	if err != nil {
 		return nil, err
 	}
+	defer f.Close()
 	return io.ReadAll(f)
 }
`;

  test("prints a diff and writes nothing", async () => {
    project = new GoProject({ "a.go": leaking });
    const { exitCode, stdout, stderr } = await project.run(["--fix", "--dry-run"]);
    expect(stdout).toBe(diff);
    expect(stderr).toBe("leakcheck: would fix 1 finding in 1 file\n");
    expect(project.read("a.go")).toBe(leaking);
    // The finding is still there.
    expect(exitCode).toBe(1);
  });

  test("prints nothing where there is nothing to fix", async () => {
    project = new GoProject({ "a.go": unstopped });
    const { stdout, stderr } = await project.run(["--fix", "--dry-run", "--only", "unclosed-file"]);
    expect(stdout).toBe("");
    expect(stderr).toBe("leakcheck: would fix 0 findings in 0 files\n");
  });

  test("writes reports to files as without --fix", async () => {
    project = new GoProject({ "a.go": leaking });
    const { stdout } = await project.run(["--fix", "--dry-run", "--format=json:report.json"]);
    expect(stdout).toBe(diff);
    expect(JSON.parse(project.read("report.json"))).toMatchObject({ summary: { findings: 1 } });
  });

  test("works on standard input", async () => {
    project = new GoProject({});
    const { stdout } = await project.spawn(["--fix", "--dry-run", "--stdin-filename", "a.go"], {
      stdin: leaking,
    });
    expect(stdout).toBe(diff);
  });

  test("shows escape sequences of the code where the output is coloured", async () => {
    project = new GoProject({ "a.go": leaking.replace("\treturn io", "\t// \u001B[2J\n\treturn io") });
    const { stdout } = await project.run(["--fix", "--dry-run", "--color"]);
    expect(stdout).not.toContain("\u001B[2J");
    expect(stdout).toContain("defer f.Close()");
  });
});

test.each([
  [["--dry-run"], "--dry-run shows what --fix or --suppress would do"],
  [["--fix", "--stdin-filename", "a.go"], "--fix cannot change standard input"],
  [["--fix", "--dry-run", "--format", "json"], "standard output is for the diff"],
  [["--fix=all"], "suggestions"],
  [["--fix", "--fix"], "--fix can be given only once"],
])("%j is refused", async (args, message) => {
  project = new GoProject({ "a.go": leaking });
  const { exitCode, stderr } = await project.run(args);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(message);
  expect(project.read("a.go")).toBe(leaking);
});
