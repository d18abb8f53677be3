import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Diagnostic } from "../../src/diagnostic/index.js";
import { GoProject, clean, unclosed, unstopped } from "./go-project.js";
import { runCliBriefly } from "./run-cli.js";

let project: GoProject;

beforeAll(() => {
  project = new GoProject({
    "a.go": unclosed,
    "b.go": unstopped,
    "broken/broken.go": "package broken\n\nfunc f( {\n",
    "clean.go": clean,
    "many/many.go": `package many\n\nimport "os"\n\nfunc open() {\n${'\tos.Open("x")\n'.repeat(3000)}}\n`,
  });
});

afterAll(() => project.remove());

describe("machine formats", () => {
  test("json stands alone on standard output, with the notices in it", async () => {
    const { exitCode, stdout, stderr } = await project.run(["a.go", "broken", "no-such.go", "--format=json"]);
    const report = JSON.parse(stdout);
    expect(exitCode).toBe(2);
    expect(report.diagnostics).toMatchObject([{ rule: "unclosed-file", location: { file: "a.go" } }]);
    expect(report.notices.map((notice: { kind: string }) => notice.kind)).toEqual([
      "unmatched",
      "syntax-error",
    ]);
    expect(report.workingDirectory).toBe(project.root);
    expect(stderr).toMatch(
      /^leakcheck: no-such\.go: .*\nleakcheck: broken\/broken\.go:3:\d+: syntax error.*\n$/,
    );
  });

  test("sarif stands alone on standard output, with the notices in it", async () => {
    const { stdout, stderr } = await project.run(["a.go", "broken", "no-such.go", "--format=sarif"]);
    const [run] = JSON.parse(stdout).runs;
    expect(run.results).toHaveLength(1);
    expect(run.results[0].partialFingerprints["leakcheck/v1"]).toMatch(/^[0-9a-f]{32}$/);
    expect(run.invocations[0].toolExecutionNotifications).toHaveLength(2);
    expect(stderr.trim().split("\n")).toHaveLength(2);
  });

  test("compact has a line for each finding and nothing else", async () => {
    const { stdout, stderr } = await project.run(["a.go", "b.go", "broken", "--format=compact"]);
    expect(stdout.split("\n")).toEqual([
      expect.stringMatching(/^a\.go:6:10: .* \(unclosed-file\)$/),
      expect.stringMatching(/^b\.go:6:7: .* \(unstopped-ticker\)$/),
      "",
    ]);
    expect(stderr).toMatch(/^leakcheck: broken\/broken\.go:3:\d+: syntax error/);
  });

  test("without findings compact is empty, and the others are whole documents", async () => {
    expect((await project.run(["clean.go", "--format=compact"])).stdout).toBe("");
    expect(JSON.parse((await project.run(["clean.go", "--format=json"])).stdout).diagnostics).toEqual([]);
    expect(JSON.parse((await project.run(["clean.go", "--format=sarif"])).stdout).runs[0].results).toEqual(
      [],
    );
  });
});

describe("--relative-to", () => {
  test("makes paths start at another folder, also those that lie outside of it", async () => {
    const inBroken = await project.run(["..", "--exit-zero", "--relative-to=..", "--format=json"], "broken");
    const report = JSON.parse(inBroken.stdout);
    expect(report.workingDirectory).toBe(project.root);
    const files = new Set<string>(report.diagnostics.map(({ location }: Diagnostic) => location.file));
    expect([...files]).toEqual(["a.go", "b.go", "many/many.go"]);
    expect(report.diagnostics[0].path[0].location.file).toBe("a.go");
    const outside = await project.run(["a.go", "broken", "--relative-to=broken", "--format=json"]);
    const { diagnostics, notices } = JSON.parse(outside.stdout);
    expect(diagnostics[0].location.file).toBe(project.path("a.go"));
    expect(notices[0].file).toBe("broken.go");
  });

  test("lets SARIF and GitLab name files from the root, and finds their code still", async () => {
    const { stdout } = await project.run(
      ["many.go", "--exit-zero", "--relative-to=..", "--format=sarif"],
      "many",
    );
    const [{ results, originalUriBaseIds }] = JSON.parse(stdout).runs;
    expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe("many/many.go");
    expect(originalUriBaseIds["%SRCROOT%"].uri).toBe(`${pathToFileURL(project.root)}/`);
    const text = await project.run(["many.go", "--exit-zero", "--relative-to=.."], "many");
    expect(text.stdout).toContain("many/many.go:6:");
    expect(text.stdout).toContain('os.Open("x")');
  });

  test("refuses what is no folder", async () => {
    const { exitCode, stderr } = await project.run(["a.go", "--relative-to=nowhere"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("--relative-to nowhere");
  });
});

test("--source-url leads Markdown's links to the lines", async () => {
  const url = "https://example.com/o/r/blob/main";
  const { stdout } = await project.run(["a.go", "--source-url", url, "--format=markdown"]);
  expect(stdout).toContain(`### [a.go](${url}/a.go)`);
  expect(stdout).toContain(`| [6](${url}/a.go#L6) | error |`);
});

test("what a format has no room for is told on standard error", async () => {
  const { stdout, stderr } = await project.run(["many", "--exit-zero", "--format=markdown"]);
  expect(stderr).toMatch(/^leakcheck: Only the gravest \d+ of 3000 findings are listed: .*\n$/);
  expect(stdout).toContain("Only the gravest");
});

describe("the text format", () => {
  test("has findings, notices and a summary on standard output", async () => {
    const { stdout, stderr } = await project.run(["a.go", "broken", "no-such.go"]);
    expect(stderr).toBe("");
    expect(stdout).toContain("a.go:6:10: error: ");
    expect(stdout).toContain("there is no file or folder no-such.go");
    expect(stdout).toContain("syntax error");
    expect(stdout).toMatch(/\n1 finding: 1 error in 2 files; .*\n$/);
  });

  test("shows the code of what comes through standard input", async () => {
    const { stdout } = await project.spawn(["--stdin-filename", "new.go"], {
      stdin: unclosed.replace('"x"', '"typed"'),
    });
    expect(stdout).toContain('f, _ := os.Open("typed")');
  });
});

describe("several outputs of one run", () => {
  test("go to files and to standard output", async () => {
    const { exitCode, stdout, stderr } = await project.run([
      "a.go",
      "-f",
      "sarif:out.sarif",
      "-f",
      "json:out.json",
      "-f",
      "compact:out.txt",
      "-f",
      "text",
    ]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    expect(stdout).toContain("1 finding");
    expect(JSON.parse(project.read("out.sarif")).runs[0].results).toHaveLength(1);
    expect(JSON.parse(project.read("out.json")).diagnostics).toHaveLength(1);
    expect(project.read("out.txt")).toMatch(/^a\.go:6:10: .*\n$/);
  });

  test("leave standard output empty when all are files, and tell notices on standard error", async () => {
    const { stdout, stderr } = await project.run(["broken", "-f", "sarif:out.sarif", "-f", "text:out.txt"]);
    expect(stdout).toBe("");
    expect(stderr).toContain("syntax error");
    expect(project.read("out.txt")).toContain("syntax error");
  });

  test("replace a file that is there", async () => {
    project.write("old.json", "x".repeat(100_000));
    await project.run(["clean.go", "--format=json:old.json"]);
    expect(JSON.parse(project.read("old.json")).diagnostics).toEqual([]);
  });

  test.each([
    ["missing-dir/out.sarif", "there is no folder missing-dir"],
    ["broken", "it is a directory"],
  ])("to %s end the run", async (file, reason) => {
    const { exitCode, stderr } = await project.run(["clean.go", "--format", `sarif:${file}`]);
    expect(exitCode).toBe(2);
    expect(stderr).toBe(`leakcheck: The report cannot be written to ${file}: ${reason}\n`);
  });
});

describe("colours", () => {
  const escape = "\u001b[";

  test.each<[what: string, args: readonly string[], env: Record<string, string>, colored: boolean]>([
    ["none into a pipe", [], {}, false],
    ["none into a pipe of continuous integration", [], { CI: "true" }, false],
    ["when --color asks for them", ["--color"], { NO_COLOR: "1" }, true],
    ["when FORCE_COLOR asks for them", [], { FORCE_COLOR: "1" }, true],
    ["none when FORCE_COLOR is 0", [], { FORCE_COLOR: "0" }, false],
    ["none when NO_COLOR says so", [], { NO_COLOR: "1", FORCE_COLOR: "1" }, false],
    ["none when --no-color says so", ["--no-color"], { FORCE_COLOR: "1" }, false],
  ])("%s", async (_what, args, env, colored) => {
    const { stdout } = await project.spawn(["a.go", ...args], { env });
    expect(stdout.includes(escape)).toBe(colored);
  });

  test("never go into files or machine formats", async () => {
    const { stdout } = await project.run(["a.go", "--color", "-f", "text:plain.txt", "-f", "json"]);
    expect(stdout).not.toContain(escape);
    expect(project.read("plain.txt")).not.toContain(escape);
  });
});

test("a reader that goes away early is no failure", async () => {
  const { exitCode, stdout, stderr } = await runCliBriefly(["many"], { cwd: project.root });
  expect(stdout).toContain("many/many.go:6:2: error: ");
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
});

test("a long report arrives in full through a pipe", async () => {
  const { stdout } = await project.spawn(["many", "--format", "json"]);
  expect(JSON.parse(stdout).diagnostics).toHaveLength(3000);
});

test("names of files cannot steer a terminal", async () => {
  const { stdout, stderr } = await project.run(["no\u001b[31m\u202esuch.go", "--format", "compact"]);
  for (const character of ["\u001b", "\u202e"]) expect(stdout + stderr).not.toContain(character);
});
