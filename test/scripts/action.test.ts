import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { parse } from "yaml";
import { GitProject } from "../cli/git-project.js";
import { GoProject, clean, unclosed, unstopped } from "../cli/go-project.js";
import { action, actionPath, runAction, scriptLine } from "./composite-action.js";
import type { ActionRun } from "./composite-action.js";

// Every run is several processes.
jest.setTimeout(120_000);

/** The annotations that a step has asked for. */
function annotations(run: ActionRun, step = "Report"): readonly string[] {
  return (run.steps[step]?.log ?? "").split("\n").filter((line) => /^::(?:error|warning|notice) /.test(line));
}

describe("action.yml", () => {
  const scripts = action.runs.steps.filter(({ run }) => run !== undefined);

  test("runs nothing but programs of its own, and no input gets into a shell", () => {
    expect(scripts.map(({ name }) => name)).toEqual(["Build leakcheck", "Lint", "Report"]);
    for (const { run, shell } of scripts) {
      expect(run).toMatch(scriptLine);
      expect(shell).toBe("bash");
    }
  });

  test("hands every input on", () => {
    const used = JSON.stringify(action.runs.steps);
    expect(Object.keys(action.inputs).filter((name) => !used.includes(`inputs.${name}`))).toEqual([]);
  });

  test("builds only what it runs itself", () => {
    expect(scripts[0]?.if).toBe("inputs.version == ''");
  });
});

describe("docs/code-scanning.md", () => {
  const text = readFileSync(join(actionPath, "docs", "code-scanning.md"), "utf8");
  const examples = [...text.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(
    ([, yaml = ""]) => parse(yaml) as unknown,
  );

  test("explains every input and output", () => {
    const names = [...Object.keys(action.inputs), ...Object.keys(action.outputs)];
    expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  test("has examples with inputs that exist", () => {
    const given = examples.flatMap((example) => inputsGiven(example));
    expect(given).toContain("only-new");
    expect(given.filter((name) => !Object.hasOwn(action.inputs, name))).toEqual([]);
  });
});

/** The inputs that the uses of leakcheck anywhere in a part of a workflow give. */
function inputsGiven(part: unknown): readonly string[] {
  if (typeof part !== "object" || part === null) return [];
  const { uses, with: inputs } = part as { uses?: string; with?: object };
  if (uses?.startsWith("leakcheck/leakcheck@")) return Object.keys(inputs ?? {});
  return Object.values(part).flatMap(inputsGiven);
}

describe("a run", () => {
  let project: GoProject;

  beforeAll(() => {
    project = new GoProject({
      "a.go": unclosed,
      "sub dir/größe.go": unstopped,
      "clean/clean.go": clean,
      "strict.leakcheckrc": "{ extends: strict }",
    });
  });

  afterAll(() => project.remove());

  test("uploads what it finds, sums it up and fails the job", () => {
    const run = runAction({ workspace: project.root, inputs: { category: "leaks" } });
    expect(run.conclusion).toBe("failure");
    expect(run.outputs).toMatchObject({ findings: "2", errors: "1", warnings: "1", "exit-code": "1" });
    expect(run.steps["lint"]).toMatchObject({ outcome: "success", exitCode: 0 });
    expect(run.steps["lint"]?.log).toContain("a.go:6:10: error: ");
    expect(run.steps["upload"]).toMatchObject({
      outcome: "success",
      with: { sarif_file: run.outputs["sarif"], checkout_path: project.root, category: "leaks" },
    });
    expect(run.steps["Report"]?.exitCode).toBe(1);
    expect(annotations(run)).toEqual([]);
    expect(run.summary).toContain("### [a.go](https://github.com/owner/repo/blob/abc123/a.go)");
  });

  test("does not fail without findings, or when told never to", () => {
    const without = runAction({ workspace: project.root, inputs: { paths: "clean" } });
    expect(without).toMatchObject({ conclusion: "success", outputs: { findings: "0", "exit-code": "0" } });
    expect(without.summary).toContain("**No findings in 1 file");
    const never = runAction({ workspace: project.root, inputs: { "fail-level": "never" } });
    expect(never).toMatchObject({ conclusion: "success", outputs: { findings: "2", "exit-code": "0" } });
  });

  test("fails from the given severity on", () => {
    const inputs = { paths: "./sub dir", "fail-level": "error" };
    expect(runAction({ workspace: project.root, inputs }).conclusion).toBe("success");
  });

  test("annotates the code where the upload fails", () => {
    const run = runAction({ workspace: project.root, upload: "failure", inputs: { "fail-level": "never" } });
    expect(run.conclusion).toBe("success");
    expect(annotations(run)).toEqual([
      expect.stringMatching(new RegExp(`^::error file=${project.root}/a\\.go,line=6,`)),
      expect.stringMatching(/^::warning file=.*\/sub dir\/größe\.go,line=6,/),
      expect.stringMatching(/^::notice title=leakcheck::The upload to code scanning failed/),
    ]);
  });

  test("fails where an upload fails that has to be made", () => {
    const inputs = { upload: "true", "fail-level": "never" };
    // Also for a fork, where it is not made unless asked for.
    const event = { pull_request: { head: { repo: null }, base: { repo: { full_name: "owner/repo" } } } };
    const env = { GITHUB_EVENT_NAME: "pull_request" };
    const run = runAction({ workspace: project.root, event, env, upload: "failure", inputs });
    expect(run.conclusion).toBe("failure");
    expect(annotations(run).at(-1)).toMatch(/^::error title=leakcheck::The upload/);
  });

  test("uploads nothing where it is told not to", () => {
    const run = runAction({ workspace: project.root, inputs: { upload: "false" } });
    expect(run.steps["upload"]?.outcome).toBe("skipped");
    expect(annotations(run)).toHaveLength(2);
    expect(run.summary).toContain("### [a.go]");
  });

  test.each([
    ["a fork", "pull_request", { full_name: "other/repo" }, "skipped"],
    ["a fork that is gone", "pull_request", null, "skipped"],
    ["the repository", "pull_request", { full_name: "owner/repo" }, "success"],
    ["a fork, with a token that may write", "pull_request_target", { full_name: "other/repo" }, "success"],
  ])("of a pull request from %s uploads where it may", (_, name, repo, outcome) => {
    const event = { pull_request: { head: { repo }, base: { sha: "x", repo: { full_name: "owner/repo" } } } };
    const env = { GITHUB_EVENT_NAME: name };
    const run = runAction({ workspace: project.root, event, env, inputs: { paths: "a.go" } });
    expect(run.steps["upload"]?.outcome).toBe(outcome);
    expect(annotations(run)).toHaveLength(outcome === "skipped" ? 1 : 0);
  });

  test("takes preset, configuration and further options", () => {
    const inputs = {
      paths: "a.go\n\n  clean  \n",
      preset: "strict",
      args: "--only=unstopped-ticker\n--tests",
    };
    expect(runAction({ workspace: project.root, inputs }).outputs).toMatchObject({ findings: "0" });
    const configured = { paths: "a.go", config: "missing.yaml" };
    const run = runAction({ workspace: project.root, inputs: configured });
    expect(run).toMatchObject({ conclusion: "failure", steps: { lint: { exitCode: 2 } } });
    expect(run.steps["lint"]?.log).toContain("missing.yaml");
    expect(annotations(run, "lint")).toHaveLength(1);
    expect(run.steps["upload"]?.outcome).toBe("skipped");
    expect(run.steps["Report"]?.outcome).toBe("skipped");
  });

  test("in a folder names files from the root of the checkout", () => {
    const inputs = { "working-directory": "sub dir", upload: "false" };
    const run = runAction({ workspace: project.root, inputs });
    expect(run.outputs).toMatchObject({ findings: "1" });
    expect(annotations(run)[0]).toContain(`file=${project.root}/sub dir/größe.go,`);
    expect(run.summary).toContain("/blob/abc123/sub%20dir/gr%C3%B6%C3%9Fe.go#L6");
  });

  test.each([
    [{ version: "1; echo hacked" }, "The input version"],
    [{ version: "--help" }, "The input version"],
    [{ "fail-level": "fatal" }, 'must be one of warning, info, error, never, not "fatal"'],
    [{ upload: "yes" }, "The input upload"],
    [{ "only-new": "1" }, "The input only-new"],
    [{ "working-directory": "nowhere" }, "The input working-directory names no folder: nowhere"],
  ])("refuses %j", (inputs, complaint) => {
    const run = runAction({ workspace: project.root, inputs });
    expect(run).toMatchObject({ conclusion: "failure", steps: { lint: { exitCode: 2 } } });
    expect(annotations(run, "lint")).toEqual([expect.stringContaining(complaint)]);
  });

  /** Whatever would do something in a shell, in a workflow's log or among the arguments. */
  const hostile = [
    "--format=json:hacked",
    "$(touch hacked) `touch hacked` & touch hacked | touch hacked > hacked",
    "'; touch hacked; '",
    '"; touch hacked; "',
    "::error::hacked",
    "%0A::error::hacked ${{ github.token }}",
  ].join("\n");

  test.each(["paths", "config", "preset", "version", "fail-level", "upload", "working-directory"])(
    "takes the input %s for nothing but text",
    (name) => {
      const run = runAction({ workspace: project.root, inputs: { [name]: hostile } });
      expect(run.conclusion).toBe("failure");
      expect(project.has("hacked")).toBe(false);
      const { log = "" } = run.steps["lint"] ?? {};
      // What may hold it is stopped, and the rest has messages of our own alone.
      const ours = log.replace(/^::stop-commands::(\S+)$[^]*^::\1::$/m, "");
      expect(ours.match(/^::(?!error title=leakcheck::).*/gm)).toBeNull();
    },
  );

  test("finds files whose names are not simple", () => {
    const name = "it's $(odd) & `so`, 100%0A.go";
    project.write(`odd/${name}`, unclosed);
    const run = runAction({ workspace: project.root, inputs: { paths: `odd/${name}`, upload: "false" } });
    expect(run.outputs).toMatchObject({ findings: "1" });
    expect(annotations(run)).toHaveLength(1);
    rmSync(project.path("odd"), { recursive: true });
  });

  test("lets nothing that Go files say reach the runner as a command", () => {
    project.write("odd/odd.go", unclosed.replace('"x"', '"##[error]x" /*\n::set-output name=x::y\n*/'));
    const { log = "" } = runAction({ workspace: project.root, inputs: { paths: "odd" } }).steps["lint"] ?? {};
    const [, token] = /^::stop-commands::(\S+)$/m.exec(log) ?? [];
    const quoted = log.slice(log.indexOf("::stop-commands::"), log.indexOf(`::${token}::`));
    expect(quoted).toContain("odd/odd.go:6:");
    expect(log.replace(quoted, "")).not.toContain("odd.go");
    rmSync(project.path("odd"), { recursive: true });
  });
});

describe("a run with a version", () => {
  let npm: string;

  beforeAll(() => {
    npm = realpathSync(mkdtempSync(join(tmpdir(), "leakcheck-npm-")));
    const leakcheck = pathToFileURL(join(actionPath, "bin", "leakcheck.js")).href;
    writeFileSync(
      join(npm, "npx-cli.js"),
      `const [, , ...args] = process.argv;
      require("node:fs").writeFileSync(${JSON.stringify(join(npm, "called"))}, JSON.stringify(args.slice(0, 2)));
      process.argv.splice(2, 2);
      import(${JSON.stringify(leakcheck)});`,
    );
  });

  afterAll(() => rmSync(npm, { recursive: true, force: true }));

  test("builds nothing and has npx get it", () => {
    const project = new GoProject({ "a.go": unclosed });
    const env = { npm_execpath: join(npm, "npm-cli.js") };
    const run = runAction({ workspace: project.root, inputs: { version: "1.2.3-beta.1" }, env });
    expect(run.steps["Build leakcheck"]?.outcome).toBe("skipped");
    expect(JSON.parse(readFileSync(join(npm, "called"), "utf8"))).toEqual([
      "--yes",
      "leakcheck@1.2.3-beta.1",
    ]);
    expect(run.outputs).toMatchObject({ findings: "1", "exit-code": "1" });
    project.remove();
  });
});

describe("only-new", () => {
  let origin: GitProject;
  let workspace: string;

  beforeAll(() => {
    origin = new GitProject({ "old.go": unclosed });
    origin.git("checkout", "-q", "-b", "feature");
    origin.write("new.go", unstopped);
    origin.commit();
    origin.git("checkout", "-q", "main");
    origin.write("other.go", unclosed.replace("size", "other"));
    origin.commit();
    origin.git("merge", "-q", "--no-ff", "-m", "merge", "feature");
  });

  afterEach(() => rmSync(workspace, { recursive: true, force: true }));

  afterAll(() => origin.remove());

  /** What actions/checkout makes: a clone of one commit alone. */
  function checkout(...options: readonly string[]): void {
    workspace = realpathSync(mkdtempSync(join(tmpdir(), "leakcheck-checkout-")));
    rmSync(workspace, { recursive: true });
    origin.git("clone", "-q", ...options, pathToFileURL(origin.root).href, workspace);
  }

  function revision(name: string): string {
    return origin.git("rev-parse", name).trim();
  }

  const repo = { full_name: "owner/repo" };

  test("reports what a pull request changes, also in a clone of its merge alone", () => {
    checkout("--depth=1");
    const event = { pull_request: { head: { repo }, base: { sha: revision("main^1~1"), repo } } };
    const env = {
      GITHUB_EVENT_NAME: "pull_request",
      GITHUB_REF: "refs/pull/1/merge",
      GITHUB_SHA: revision("main"),
    };
    const run = runAction({ workspace, event, env, inputs: { "only-new": "true" } });
    expect(run.steps["lint"]?.log).toContain("new.go:6:");
    expect(run.outputs).toMatchObject({ findings: "1", warnings: "1" });
  });

  test("fetches the base of a head that was checked out in full", () => {
    checkout("--branch=feature", "--single-branch");
    const event = { pull_request: { head: { repo }, base: { sha: revision("main^1"), repo } } };
    const env = {
      GITHUB_EVENT_NAME: "pull_request",
      GITHUB_REF: "refs/pull/1/merge",
      GITHUB_SHA: revision("main"),
    };
    const run = runAction({ workspace, event, env, inputs: { "only-new": "true" } });
    expect(run.outputs).toMatchObject({ findings: "1", warnings: "1" });
  });

  test("reports what a merge queue adds, and everything of a push", () => {
    checkout();
    const event = { merge_group: { base_sha: revision("main^1") } };
    const queue = runAction({ workspace, event, inputs: { "only-new": "true" } });
    expect(queue.outputs).toMatchObject({ findings: "1" });
    const push = runAction({
      workspace,
      event: { before: revision("main^1") },
      inputs: { "only-new": "true" },
    });
    expect(push.outputs).toMatchObject({ findings: "3" });
  });

  test("says what to do where the base cannot be had", () => {
    checkout("--depth=1");
    const event = { merge_group: { base_sha: "0123456789012345678901234567890123456789" } };
    const run = runAction({ workspace, event, inputs: { "only-new": "true" } });
    expect(run.conclusion).toBe("failure");
    expect(annotations(run, "lint")).toEqual([expect.stringContaining("fetch-depth: 0")]);
  });
});
