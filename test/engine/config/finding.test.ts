import { describe, expect, test } from "@jest/globals";
import { configFileNames } from "../../../src/engine/config/index.js";
import { workspace } from "./workspace.js";

const textOf = (name: string): string => {
  if (/\.c?js$/.test(name)) return "module.exports = { tests: true };";
  return name.endsWith(".mjs") ? "export default { tests: true };" : '{ "tests": true }';
};

describe("finding config files", () => {
  test.each(configFileNames)("%s is one", async (name) => {
    const repository = workspace({ [name]: textOf(name) });
    const config = await repository.resolve();
    expect(config.files).toEqual([repository.path(name)]);
    expect(config.settingsFor(repository.path("a.go")).tests.value).toBe(true);
  });

  test("the nearest one upward counts, and it alone", async () => {
    const repository = workspace({
      ".leakcheckrc": "tests: true\nrules: { unclosed-file: off }",
      "service/.leakcheckrc.yaml": "rules: { unclosed-sql: info }",
    });
    const config = await repository.resolve("service/internal/db");
    expect(config.files).toEqual([repository.path("service/.leakcheckrc.yaml")]);
    expect(config.settingsFor(repository.path("service/internal/db/a.go"))).toMatchObject({
      tests: { value: false },
      rules: { "unclosed-file": { level: "error" }, "unclosed-sql": { level: "info" } },
    });
    expect((await repository.resolve("other")).files).toEqual([repository.path(".leakcheckrc")]);
  });

  test.each([".git", "go.work"])("the search ends at a folder with %s", async (mark) => {
    const repository = workspace({ ".leakcheckrc": "tests: true", [`module/${mark}`]: "" });
    expect((await repository.resolve("module/internal")).files).toEqual([]);
    expect((await repository.resolve("elsewhere")).files).toHaveLength(1);
  });

  test("a config beside go.work is found", async () => {
    const repository = workspace({ "module/go.work": "", "module/.leakcheckrc": "tests: true" });
    expect((await repository.resolve("module/a")).files).toEqual([repository.path("module/.leakcheckrc")]);
  });

  test("several in one folder are an error that names them", async () => {
    const repository = workspace({
      ".leakcheckrc": "",
      "leakcheck.config.mjs": "",
      ".leakcheckrc.json": "{}",
    });
    expect(await repository.complaints()).toEqual([
      ".leakcheckrc: .leakcheckrc and .leakcheckrc.json and leakcheck.config.mjs lie side by side in one folder: keep one of them",
    ]);
  });

  test("a folder with the name of a config file is not one", async () => {
    const repository = workspace({ ".leakcheckrc/keep": "", ".leakcheckrc.json": '{ "tests": true }' });
    expect((await repository.resolve()).files).toEqual([repository.path(".leakcheckrc.json")]);
  });

  test("folders with the same config share it", async () => {
    const repository = workspace({ ".leakcheckrc": "tests: true" });
    const resolver = repository.resolver();
    expect(await resolver.resolve(repository.path("a"))).toBe(await resolver.resolve(repository.path("b/c")));
  });

  test("one config file can be named, and then counts everywhere", async () => {
    const repository = workspace({ ".leakcheckrc": "tests: true", "ci/strict.yaml": "extends: strict" });
    const config = await repository.resolve("a", { config: repository.path("ci/strict.yaml") });
    expect(config.files).toEqual([repository.path("ci/strict.yaml")]);
    expect(config.settingsFor(repository.path("a/a.go")).tests.value).toBe(false);
  });

  test("a named config file that is not there is an error", async () => {
    const repository = workspace({});
    const [complaint] = await repository.complaints("", { config: repository.path("no.yaml") });
    expect(complaint).toMatch(/^no\.yaml: cannot be read: Error: ENOENT/);
  });

  test("no config file at all can be wished for", async () => {
    const repository = workspace({ ".leakcheckrc": "ruels: {}" });
    expect((await repository.resolve("", { config: false })).files).toEqual([]);
  });
});
