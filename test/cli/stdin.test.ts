import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { GoProject, clean, unclosed } from "./go-project.js";

let project: GoProject;

beforeAll(() => {
  project = new GoProject({
    "a.go": clean,
    // The open file is closed in another file of the package, which is context.
    "context.go": 'package app\n\nimport "os"\n\nfunc done(f *os.File) { f.Close() }\n',
    ".leakcheckrc": "rules:\n  unclosed-file: info\n",
  });
});

afterAll(() => project.remove());

async function lintText(stdin: string | Uint8Array, file: string, ...args: readonly string[]) {
  const { exitCode, stdout, stderr } = await project.spawn(
    ["--stdin-filename", file, "--format", "json", ...args],
    { stdin },
  );
  const { diagnostics, notices, summary } = JSON.parse(stdout);
  return { exitCode, stderr, diagnostics, notices, files: summary.files };
}

describe("--stdin-filename", () => {
  test("lints standard input in place of a file, which stays as it is", async () => {
    const { diagnostics, files } = await lintText(unclosed, "a.go");
    expect(diagnostics).toMatchObject([{ severity: "info", location: { file: "a.go", from: { line: 6 } } }]);
    expect(files).toBe(1);
    expect(project.read("a.go")).toBe(clean);
  });

  test("lints a file that is not there yet, with the package around it", async () => {
    const text = 'package app\n\nimport "os"\n\nfunc open() {\n\tf, _ := os.Open("x")\n\tdone(f)\n}\n';
    expect(await lintText(text, "new.go")).toMatchObject({ exitCode: 0, diagnostics: [], notices: [] });
  });

  test("lints a file of a folder that is not there yet", async () => {
    const { diagnostics } = await lintText(unclosed, "new folder/new.go");
    expect(diagnostics).toMatchObject([{ location: { file: "new folder/new.go" } }]);
  });

  test("lints a file outside of any module", async () => {
    const path = project.path("../outside.go");
    const { diagnostics } = await lintText(unclosed, path);
    expect(diagnostics).toMatchObject([
      { rule: "unclosed-file", location: { file: expect.stringMatching(/\/outside\.go$/) } },
    ]);
  });

  test("lints an unfinished file as far as it goes", async () => {
    const { exitCode, notices } = await lintText("package app\n\nfunc f() {", "a.go");
    expect(exitCode).toBe(0);
    expect(notices).toMatchObject([{ kind: "syntax-error", file: "a.go" }]);
  });

  test("tells when nothing comes in", async () => {
    const { exitCode, notices } = await lintText("", "a.go");
    expect(exitCode).toBe(0);
    expect(notices).toMatchObject([
      { kind: "syntax-error", message: "syntax error: there is no package clause" },
    ]);
  });

  test("refuses a name that is not that of a Go file", async () => {
    const { exitCode, notices } = await lintText(unclosed, "a.txt");
    expect(exitCode).toBe(2);
    expect(notices).toMatchObject([{ kind: "unmatched" }]);
  });

  test("passes over a file that --force-exclude leaves out", async () => {
    expect(await lintText(unclosed, "vendor/v/v.go", "--force-exclude")).toMatchObject({
      exitCode: 0,
      diagnostics: [],
      files: 0,
    });
  });
});
