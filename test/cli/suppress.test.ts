import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "@jest/globals";
import { GitProject } from "./git-project.js";
import { GoProject } from "./go-project.js";

const leaking = `package app

import "os"

func size(path string) int64 {
	f, err := os.Open(path)
	if err != nil {
		return 0
	}
	info, _ := f.Stat()
	return info.Size()
}
`;
const because = ["--suppress", "--reason", "the process ends right after"];
const directive = "//leakcheck:ignore unclosed-file the process ends right after";
const silenced = leaking.replace("os.Open(path)", `os.Open(path) ${directive}`);

let project: GoProject;
afterEach(() => project.remove());

function withCarriageReturns(text: string): string {
  return `\uFEFF${text.replaceAll("\n", "\r\n")}`;
}

/** What a file becomes; nothing is left to report. */
async function suppressed(text: string, ...args: readonly string[]): Promise<string> {
  project = new GoProject({ "a.go": text });
  const { exitCode, stdout } = await project.run([...because, ...args]);
  expect(stdout).toMatch(/^No findings in 1 file; \d directives? written; /);
  expect(exitCode).toBe(0);
  expect((await project.run([...args])).exitCode).toBe(0);
  return project.read("a.go");
}

test("--suppress writes a directive, says so, and leaves nothing to report", async () => {
  project = new GoProject({ "a.go": leaking });
  const { exitCode, stdout } = await project.run(because);
  expect(project.read("a.go")).toBe(silenced);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^No findings in 1 file; 1 directive written; 1 suppressed; /);
});

test("a second run has nothing to write", async () => {
  project = new GoProject({ "a.go": silenced });
  const { stdout } = await project.run(because);
  expect(stdout).toContain("; 0 directives written; 1 suppressed; ");
  expect(project.read("a.go")).toBe(silenced);
});

test("JSON tells how many there are", async () => {
  project = new GoProject({ "a.go": leaking });
  const { stdout } = await project.run([...because, "--format=json"]);
  expect(JSON.parse(stdout)).toMatchObject({ summary: { findings: 0, suppressed: 1, directives: 1 } });
});

describe("a directive stands where gofmt leaves it and its finding is covered", () => {
  test("behind the first line of a block, for that line alone", async () => {
    const text = `package app

import "os"

func use(path string) {
	if f, err := os.Open(path); err == nil {
		f.Sync()
	}
}
`;
    expect(await suppressed(text)).toBe(text.replace("nil {", `nil { ${directive}`));
  });

  test("above a statement of several lines", async () => {
    const text = leaking.replace("os.Open(path)", "os.Open(\n\t\tpath,\n\t)");
    expect(await suppressed(text)).toBe(text.replace("\tf, err", `\t${directive}\n\tf, err`));
  });

  test.each([
    ["on its line", "os.Open(path) // as it is", ""],
    ["on the line below", "os.Open(path)", " // checked"],
  ])("above where there is a comment %s that gofmt would align with it", async (_where, open, check) => {
    const text = leaking.replace("os.Open(path)", open).replace("err != nil {", `err != nil {${check}`);
    expect(await suppressed(text)).toBe(text.replace("\tf, err", `\t${directive}\n\tf, err`));
  });

  test("above where the line ends within a string", async () => {
    const text = leaking.replace("os.Open(path)", "os.Open(path + `{\n`)");
    expect(await suppressed(text)).toBe(text.replace("\tf, err", `\t${directive}\n\tf, err`));
  });

  test("after an empty line of a documentation comment", async () => {
    const text = `package app

import "os"

// Use opens.
func Use(path string) { f, _ := os.Open(path); f.Sync() } // short
`;
    expect(await suppressed(text)).toBe(text.replace("func", `//\n${directive}\nfunc`));
  });
});

test("a statement with several findings gets one directive", async () => {
  const text = `package app

import (
	"net/http"
	"os"
)

func use(run func(func())) {
	run(func() { f, _ := os.Open("a"); f.Sync(); r, _ := http.Get("b"); println(r.Status) })
}
`;
  const both = directive.replace("unclosed-file", "unclosed-file,unclosed-response-body");
  expect(await suppressed(text)).toBe(text.replace("Status) })", `Status) }) ${both}`));
});

test("line ends, the byte order mark and the mode stay as they are", async () => {
  const above = leaking.replace("os.Open(path)", "os.Open(path) // x");
  project = new GoProject({ "a.go": "", "b/b.go": "" });
  writeFileSync(project.path("a.go"), withCarriageReturns(leaking));
  writeFileSync(project.path("b/b.go"), withCarriageReturns(above));
  if (process.platform !== "win32") chmodSync(project.path("a.go"), 0o755);
  await project.run(because);
  expect(readFileSync(project.path("a.go"), "utf8")).toBe(withCarriageReturns(silenced));
  expect(readFileSync(project.path("b/b.go"), "utf8")).toBe(
    withCarriageReturns(above.replace("\tf, err", `\t${directive}\n\tf, err`)),
  );
  if (process.platform !== "win32") expect(statSync(project.path("a.go")).mode & 0o777).toBe(0o755);
});

describe("only what the run would report is silenced", () => {
  test("in the files that are named", async () => {
    project = new GoProject({ "a.go": leaking, "b/b.go": leaking });
    await project.run([...because, "b"]);
    expect(project.read("a.go")).toBe(leaking);
    expect(project.read("b/b.go")).toBe(silenced);
  });

  test("of the rules that run", async () => {
    project = new GoProject({ "a.go": leaking });
    await project.run([...because, "--only", "lost-cancel"]);
    expect(project.read("a.go")).toBe(leaking);
  });

  test("without what a baseline knows", async () => {
    project = new GoProject({ "a.go": leaking });
    await project.run(["baseline", "create"]);
    project.write("b.go", leaking.replace("func size", "func sizeToo"));
    await project.run(because);
    expect(project.read("a.go")).toBe(leaking);
    expect(project.read("b.go")).toContain(directive);
  });

  test("as far as a change touches it", async () => {
    const git = new GitProject({ "a.go": leaking });
    project = git;
    git.write("b.go", leaking.replace("func size", "func sizeToo"));
    git.git("add", "-A");
    await git.run([...because, "--since", "HEAD"]);
    expect(git.read("a.go")).toBe(leaking);
    expect(git.read("b.go")).toContain(directive);
  });
});

test("findings about directives are not silenced by more of them", async () => {
  const text = leaking
    .replace("func", "//leakcheck:ignore lost-cancel never\nfunc")
    .replace("os.Open", "lookup");
  project = new GoProject({ "a.go": text });
  const { exitCode, stdout } = await project.run(because);
  expect(exitCode).toBe(1);
  expect(stdout).toContain("unused-directive");
  expect(project.read("a.go")).toBe(text);
});

describe("--dry-run", () => {
  const diff = `--- a/a.go
+++ b/a.go
@@ -3,7 +3,7 @@
 import "os"
 
 func size(path string) int64 {
-	f, err := os.Open(path)
+	f, err := os.Open(path) ${directive}
 	if err != nil {
 		return 0
 	}
`;

  test("prints a diff and writes nothing", async () => {
    project = new GoProject({ "a.go": leaking });
    const { exitCode, stdout, stderr } = await project.run([...because, "--dry-run"]);
    expect(stdout).toBe(diff);
    expect(stderr).toBe("leakcheck: would write 1 directive in 1 file\n");
    expect(project.read("a.go")).toBe(leaking);
    expect(exitCode).toBe(1);
  });

  test("leaves the findings with the fixes of their rules", async () => {
    project = new GoProject({ "a.go": leaking });
    await project.run([...because, "--dry-run", "--format=json:report.json"]);
    const { diagnostics } = JSON.parse(project.read("report.json")) as {
      diagnostics: { fixes: { message: string }[] }[];
    };
    expect(diagnostics[0]?.fixes[0]?.message).toBe("add `defer f.Close()`");
  });
});

test.each([
  [["--suppress"], "--suppress needs a reason"],
  [["--suppress", "--reason", " "], "--suppress needs a reason"],
  [["--suppress", "--reason", "one\ntwo"], "--reason must be one line"],
  [["--reason", "why"], "give --suppress as well"],
  [[...because, "--fix"], "--fix and --suppress do not go together"],
  [[...because, "--quiet"], "leave out --quiet"],
  [[...because, "--staged"], "--suppress cannot change what is staged"],
  [[...because, "--stdin-filename", "a.go"], "--suppress cannot change standard input"],
])("%j is refused", async (args, message) => {
  project = new GoProject({ "a.go": leaking });
  const { exitCode, stderr } = await project.run(args);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(message);
  expect(project.read("a.go")).toBe(leaking);
});
