import { afterEach, describe, expect, test } from "@jest/globals";
import { GoProject, clean, unclosed } from "./go-project.js";

const file = ".leakcheck-baseline.json";
let project: GoProject;

afterEach(() => project.remove());

async function found(...args: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await project.run(["--format", "compact", ...args]);
  return stdout.split("\n").filter((line) => line !== "");
}

describe("leakcheck baseline create", () => {
  test("makes what is found now known, and only new findings are reported after it", async () => {
    project = new GoProject({ "a.go": unclosed, "b/b.go": clean });
    expect(await project.run(["baseline", "create"])).toEqual({
      exitCode: 0,
      stdout: `${file}: 1 finding known.\n`,
      stderr: "",
    });
    expect(await project.run([])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/; 1 in the baseline; /),
    });
    project.write("b/b.go", unclosed.replace("package app", "package b"));
    expect(await found()).toEqual([expect.stringMatching(/^b\/b\.go:6:/)]);
    expect(await found("--no-baseline")).toHaveLength(2);
  });

  test("a finding stays known when lines move, its file is renamed and other functions change", async () => {
    project = new GoProject({ "a.go": unclosed });
    await project.run(["baseline", "create"]);
    project.write("a.go", clean);
    project.write("renamed.go", unclosed.replace("func size", "\n\nfunc before() {}\n\nfunc size"));
    expect(await found()).toEqual([]);
  });

  test("the second finding of the same kind in a function is new", async () => {
    project = new GoProject({ "a.go": unclosed });
    await project.run(["baseline", "create"]);
    project.write("a.go", unclosed.replace("\tinfo,", '\tg, _ := os.Open("x")\n\tg.Stat()\n\tinfo,'));
    expect(await found()).toHaveLength(1);
  });

  test("lists files from the baseline's folder, and is used from folders below it", async () => {
    project = new GoProject({ "b/b.go": unclosed });
    expect((await project.run(["baseline", "create", "--baseline", "../known.json"], "b")).stdout).toBe(
      `${project.path("known.json")}: 1 finding known.\n`,
    );
    expect(JSON.parse(project.read("known.json"))).toEqual({
      version: 1,
      findings: [
        {
          rule: "unclosed-file",
          file: "b/b.go",
          message: expect.any(String),
          fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
        },
      ],
    });
    expect(await found("--baseline", "known.json")).toEqual([]);
    await project.run(["baseline", "create"]);
    const { stdout } = await project.run([], "b");
    expect(stdout).toContain("1 in the baseline");
  });

  test("counts in the JSON report", async () => {
    project = new GoProject({ "a.go": unclosed });
    await project.run(["baseline", "create"]);
    const { stdout } = await project.run(["--format", "json"]);
    expect(JSON.parse(stdout)).toMatchObject({ summary: { findings: 0, known: 1 } });
  });
});

describe("leakcheck baseline prune", () => {
  test("drops what is no longer found and lets nothing new in", async () => {
    project = new GoProject({ "a.go": unclosed, "b/b.go": unclosed });
    await project.run(["baseline", "create"]);
    project.write("a.go", clean);
    project.write("c/c.go", unclosed);
    expect(await project.run(["baseline", "prune"], "b")).toEqual({
      exitCode: 0,
      stdout: `${project.path(file)}: 1 finding known, 1 no longer found and taken out.\n`,
      stderr: "",
    });
    expect(await found()).toEqual([expect.stringMatching(/^c\/c\.go:6:/)]);
  });

  test("needs a baseline", async () => {
    project = new GoProject({ "a.go": clean });
    expect(await project.run(["baseline", "prune"])).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: `leakcheck: There is no ${file} here or above: leakcheck baseline create makes one.\n`,
    });
  });
});

describe("a baseline that cannot be used", () => {
  test.each([
    ["is not JSON", "{", /^leakcheck: The baseline \S+ is not JSON: .*Mend it/],
    ["has another shape", '{"version":2,"findings":[]}', /is no baseline that this version understands/],
    ["has entries of another shape", '{"version":1,"findings":[{}]}', /is no baseline that this version/],
    ["was left in the middle of a merge", "<<<<<<< HEAD\n{}\n", /holds conflict markers of a merge/],
  ])("is refused when it %s", async (_what, contents, message) => {
    project = new GoProject({ "a.go": clean, [file]: contents });
    const { exitCode, stderr } = await project.run([]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(message);
  });

  test("is refused when the one that is named is not there", async () => {
    project = new GoProject({ "a.go": clean });
    const { exitCode, stderr } = await project.run(["--baseline", "none.json"]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^leakcheck: The baseline \S+none\.json cannot be read: there is no such file/);
  });
});
