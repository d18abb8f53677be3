import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { rules } from "../../rules/index.js";
import { GoProject, clean, unclosed } from "./go-project.js";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));

let project: GoProject;

beforeAll(() => {
  project = new GoProject({ "a.go": unclosed, "sub/b.go": clean });
});

afterAll(() => project.remove());

describe("explain", () => {
  test("shows the page of a rule", async () => {
    const { exitCode, stdout } = await project.run(["explain", "endless-goroutine"]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^# endless-goroutine\n/);
  });

  test("knows rules by their aliases, and groups of rules", async () => {
    const byAlias = await project.run(["explain", "goroutine-without-ctx"]);
    expect(byAlias.stdout).toMatch(/^# endless-goroutine\n/);
    const group = await project.run(["explain", "missing-defer-close"]);
    expect(group.stdout).toContain("# unclosed-file\n");
  });

  test.each([
    ["unclosed-fiel", '; did you mean "unclosed-file"?'],
    ["xyz", "; leakcheck rules lists them all"],
  ])("does not know %s", async (word, hint) => {
    expect(await project.run(["explain", word])).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: `leakcheck: There is no rule "${word}"${hint}\n`,
    });
  });
});

describe("rules", () => {
  test("lists all rules with their aliases", async () => {
    const { exitCode, stdout } = await project.run(["rules"]);
    expect(exitCode).toBe(0);
    const [table = "", ...groups] = stdout.trimEnd().split("\n\n");
    const [head, ...lines] = table.split("\n");
    expect(head).toMatch(/^RULE +PRESET +SEVERITY +FINDS$/);
    expect(lines.map((line) => line.split(" ")[0])).toEqual(rules.map(({ meta }) => meta.name));
    expect(table).toContain("(alias goroutine-without-ctx)");
    const members = rules.map(({ meta }) => meta.name).filter((name) => name.startsWith("unclosed-"));
    expect(groups).toEqual([`missing-defer-close stands for ${members.join(", ")}`]);
  });

  test("--json says what each is", async () => {
    const { stdout } = await project.run(["rules", "--json"]);
    const listed = JSON.parse(stdout);
    expect(listed.map(({ name }: { name: string }) => name)).toEqual(rules.map(({ meta }) => meta.name));
    for (const rule of listed) {
      expect(rule).toMatchObject({
        aliases: expect.any(Array),
        groups: rule.name.startsWith("unclosed-") ? ["missing-defer-close"] : [],
        summary: expect.any(String),
        severity: expect.stringMatching(/^(?:info|warning|error)$/),
        url: expect.stringMatching(/^https:/),
      });
    }
  });
});

describe("init", () => {
  test("writes a configuration that changes nothing, and overwrites none", async () => {
    const fresh = new GoProject({ "a.go": unclosed });
    const before = await fresh.run(["--format", "compact"]);
    expect(await fresh.run(["init"])).toEqual({
      exitCode: 0,
      stdout: "Wrote .leakcheckrc.yaml.\n",
      stderr: "",
    });
    expect(await fresh.run(["--format", "compact"])).toEqual(before);

    fresh.write(".leakcheckrc.yaml", "tests: true\n");
    const { exitCode, stderr } = await fresh.run(["init"]);
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      "leakcheck: .leakcheckrc.yaml is already here; leakcheck init does not overwrite it.\n",
    );
    expect(fresh.read(".leakcheckrc.yaml")).toBe("tests: true\n");
    fresh.remove();
  });

  test("writes no second configuration beside one of another name", async () => {
    const configured = new GoProject({ "leakcheck.config.mjs": "export default {};\n" });
    const { exitCode, stderr } = await configured.run(["init"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("leakcheck.config.mjs is already here");
    expect(configured.has(".leakcheckrc.yaml")).toBe(false);
    configured.remove();
  });
});

describe("config", () => {
  let configured: GoProject;

  beforeAll(() => {
    configured = new GoProject({
      ".leakcheckrc":
        'rules:\n  unclosed-file: warning\noverrides:\n  - files: "cmd/**"\n    rules: { unclosed-file: info }\n',
      "cmd/main.go": clean,
    });
  });

  afterAll(() => configured.remove());

  test.each<[what: string, args: readonly string[], level: string]>([
    ["for the folder at hand", [], "warning"],
    ["for a file", ["--file", "cmd/main.go"], "info"],
    ["for a file that is not there", ["--file", "cmd/new.go"], "info"],
    ["for a folder", ["--file", "cmd"], "info"],
  ])("shows the settings %s", async (_what, args, level) => {
    const { exitCode, stdout } = await configured.run(["config", ...args]);
    expect(exitCode).toBe(0);
    const view = JSON.parse(stdout);
    expect(view.files).toEqual([".leakcheckrc"]);
    expect(view.rules["unclosed-file"]).toMatchObject({
      level,
      source: expect.stringMatching(/^\.leakcheckrc:\d+$/),
    });
  });

  test("tells what is wrong with it", async () => {
    const broken = new GoProject({ ".leakcheckrc": "ruels: {}\n" });
    const { exitCode, stdout, stderr } = await broken.run(["config"]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain('"rules"');
    broken.remove();
  });
});

describe("doctor", () => {
  test("shows what leakcheck runs on and sees", async () => {
    const { exitCode, stdout, stderr } = await project.run(["doctor"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const lines = Object.fromEntries(
      stdout.split("\n").map((line) => [line.slice(0, 10).trim(), line.slice(11)]),
    );
    expect(lines).toMatchObject({
      leakcheck: version,
      parser: "works, fast copy",
      rules: String(rules.length),
      config: "none (the recommended rules run)",
      module: "example.com/app, go 1.22",
      files: "2 Go files to report on",
    });
  });

  test("fails with a configuration that cannot be used, and shows the rest", async () => {
    const broken = new GoProject({ "a.go": clean, ".leakcheckrc": "extends: [\n" });
    const { exitCode, stdout } = await broken.run(["doctor"]);
    expect(exitCode).toBe(2);
    expect(stdout).toMatch(/^config +FAILED: .*\.leakcheckrc:/m);
    expect(stdout).toMatch(/^files +1 Go file to report on$/m);
    broken.remove();
  });
});

describe("the command itself", () => {
  test.each(["--version", "-v"])("%s", async (option) => {
    expect(await project.spawn([option])).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: "" });
  });

  test("--help lists every command and option", async () => {
    const { exitCode, stdout, stderr } = await project.spawn(["--help"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    for (const word of ["lint", "explain", "rules", "init", "config", "doctor", "completion"]) {
      expect(stdout).toContain(`leakcheck ${word}`);
    }
    for (const option of [
      "preset",
      "only",
      "skip",
      "stdin-filename",
      "format",
      "fail-level",
      "max-warnings",
    ]) {
      expect(stdout).toContain(`--${option} `);
    }
  });

  test("completion prints a script, which asks for words to go on with", async () => {
    const script = await project.spawn(["completion"], { env: { SHELL: "/bin/bash" } });
    expect(script).toMatchObject({ exitCode: 0, stderr: "" });
    expect(script.stdout).toContain("leakcheck");
    const words = await project.spawn(["--get-yargs-completions", "leakcheck", "lint", "--preset", ""]);
    expect(words.stdout.trim().split(/\r?\n/)).toEqual(["recommended", "strict", "all", "observability"]);
  });
});
