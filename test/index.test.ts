import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ConfigError, lint, rules } from "../src/index.js";
import { GoProject, clean, unclosed } from "./cli/go-project.js";

let project: GoProject;

beforeAll(() => {
  project = new GoProject({
    "a.go": unclosed,
    "sub/b.go": clean,
    "sub/b_test.go": unclosed.replace("app", "sub"),
  });
});

afterAll(() => project.remove());

describe("lint", () => {
  test("lints all of a folder", async () => {
    const { diagnostics, notices, files } = await lint({ cwd: project.root });
    expect(diagnostics).toMatchObject([
      { rule: "unclosed-file", location: { file: "a.go", from: { line: 6, column: 10 } } },
    ]);
    expect({ notices, files }).toEqual({ notices: [], files: 2 });
  });

  test("gives plain JSON", async () => {
    const result = await lint({ cwd: project.root });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test("gives the same for the same", async () => {
    expect(await lint({ cwd: project.root })).toEqual(await lint({ cwd: project.root }));
  });

  test("takes paths relative to the folder, or absolute", async () => {
    for (const path of ["a.go", "./a.go", project.path("a.go")]) {
      const { diagnostics, files } = await lint({ cwd: project.root, paths: [path] });
      expect(diagnostics.map(({ location }) => location.file)).toEqual(["a.go"]);
      expect(files).toBe(1);
    }
  });

  test("takes text for a file, which is then the only one to be linted", async () => {
    for (const contents of [clean, new TextEncoder().encode(clean)]) {
      const result = await lint({ cwd: project.root, overlay: { path: "a.go", contents } });
      expect(result).toMatchObject({ diagnostics: [], files: 1 });
    }
    const fresh = await lint({ cwd: project.root, overlay: { path: "new.go", contents: unclosed } });
    expect(fresh.diagnostics).toMatchObject([{ location: { file: "new.go" } }]);
  });

  test("lints other files with the text as context", async () => {
    const contents = unclosed.replace("app", "sub").replace("size", "total");
    const overlay = { path: "sub/b.go", contents };
    const { diagnostics } = await lint({ cwd: project.root, paths: ["sub"], overlay });
    expect(diagnostics).toMatchObject([{ location: { file: "sub/b.go" } }]);
  });

  test("takes settings that go before the configuration", async () => {
    const flags = { rule: ["unclosed-file=info"], tests: true };
    const { diagnostics } = await lint({ cwd: project.root, flags });
    expect(diagnostics.map(({ location, severity }) => `${location.file} ${severity}`)).toEqual([
      "a.go info",
      "sub/b_test.go info",
    ]);
  });

  test("calls no directive unused for a rule that is off in this run alone", async () => {
    const contents = unclosed.replace('Open("x")', 'Open("x") //leakcheck:ignore');
    const overlay = { path: "a.go", contents };
    for (const flags of [
      { rule: ["unclosed-file=off"] },
      { skip: ["unclosed-file"] },
      { only: ["unused-directive"] },
    ]) {
      expect((await lint({ cwd: project.root, overlay, flags })).diagnostics).toEqual([]);
    }
  });

  test("reads a configuration that is named relative to the folder", async () => {
    project.write("ci.yaml", "rules: { unclosed-file: off }\n");
    expect((await lint({ cwd: project.root, flags: { config: "ci.yaml" } })).diagnostics).toEqual([]);
  });

  test("tells of paths that are not there in notices", async () => {
    const { notices } = await lint({ cwd: project.root, paths: ["no-such.go"] });
    expect(notices).toMatchObject([{ kind: "unmatched", file: "no-such.go" }]);
  });

  test("rejects with all that is wrong with the settings", async () => {
    const error = await lint({ cwd: project.root, flags: { only: ["x"], go: "y" } }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as ConfigError).problems).toHaveLength(2);
  });
});

test("rules are all there, each under a name of its own", () => {
  const names = rules.map(({ meta }) => meta.name);
  expect(names).toContain("unclosed-file");
  expect(new Set(names).size).toBe(names.length);
});
