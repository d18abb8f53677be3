import { describe, expect, test } from "@jest/globals";
import { workspace } from "./workspace.js";

const manifest = (fields: object) => JSON.stringify({ name: "config-acme", version: "1.0.0", ...fields });

describe("presets", () => {
  const all = {
    "endless-goroutine": "error",
    "growing-global": "warning",
    "missing-pprof": "info",
    "stranded-lock": "error",
    "unclosed-file": "error",
    "unclosed-sql": "error",
  };
  const off = Object.fromEntries(Object.keys(all).map((name) => [name, "off"]));

  test.each([
    ["recommended", { ...all, "missing-pprof": "off", "stranded-lock": "off" }],
    ["strict", { ...all, "missing-pprof": "off" }],
    ["all", all],
    ["observability", { ...off, "missing-pprof": "info" }],
    ["[recommended, observability]", { ...all, "stranded-lock": "off" }],
  ])("extends: %s", async (preset, levels) => {
    expect(await workspace({ ".leakcheckrc": `extends: ${preset}` }).levels()).toEqual(levels);
  });

  test("without one, recommended applies, with a config and without", async () => {
    const recommended = { ...all, "missing-pprof": "off", "stranded-lock": "off" };
    expect(await workspace({}).levels()).toEqual(recommended);
    expect(await workspace({ ".leakcheckrc": "tests: true" }).levels()).toEqual(recommended);
  });

  test("a preset that an extended file names takes the place of recommended", async () => {
    const repository = workspace({
      ".leakcheckrc": "extends: ./base.yaml",
      "base.yaml": "extends: observability",
    });
    expect(await repository.levels()).toEqual({ ...off, "missing-pprof": "info" });
  });
});

describe("extended files", () => {
  test("the extending file wins; of several, the last", async () => {
    const repository = workspace({
      ".leakcheckrc": "extends: [./a.yaml, ./b.json]\nrules: { unclosed-sql: off }",
      "a.yaml": "rules: { unclosed-file: info, unclosed-sql: info, endless-goroutine: info }\ntests: true",
      "b.json": '{ "rules": { "unclosed-file": "warning" } }',
    });
    expect(await repository.levels()).toMatchObject({
      "endless-goroutine": "info",
      "unclosed-file": "warning",
      "unclosed-sql": "off",
    });
    const config = await repository.resolve();
    expect(config.files).toEqual([".leakcheckrc", "a.yaml", "b.json"].map((name) => repository.path(name)));
    expect(config.settingsFor(repository.path("a.go")).tests.value).toBe(true);
  });

  test("paths are relative to the file that names them", async () => {
    const repository = workspace({
      "service/.leakcheckrc": "extends: ../tools/lint/base.yaml",
      "tools/lint/base.yaml": "extends: ../more.yaml",
      "tools/more.yaml": "tests: true",
    });
    const config = await repository.resolve("service");
    expect(config.settingsFor(repository.path("service/a.go")).tests.value).toBe(true);
  });

  test("a path may be written as on Windows", async () => {
    const repository = workspace({
      ".leakcheckrc": "extends: .\\tools\\base.yaml",
      "tools/base.yaml": "tests: true",
    });
    expect((await repository.resolve()).settingsFor(repository.path("a.go")).tests.value).toBe(true);
  });

  test("a file that is reached in two ways counts once, where it comes first", async () => {
    const repository = workspace({
      ".leakcheckrc": "extends: [./a.yaml, ./b.yaml]",
      "a.yaml": "extends: ./base.yaml\nrules: { unclosed-file: info }",
      "b.yaml": "extends: ./base.yaml",
      "base.yaml": "rules: { unclosed-file: off }",
    });
    expect(await repository.levels()).toMatchObject({ "unclosed-file": "info" });
  });

  test("what is wrong in any of them is told", async () => {
    const repository = workspace({
      ".leakcheckrc": "extends: ./base.yaml\ntests: 1",
      "base.yaml": "ruels: {}",
    });
    expect(await repository.complaints()).toEqual([
      ".leakcheckrc:2:8: tests must be true or false, not 1",
      'base.yaml:1:1: unknown key "ruels"; did you mean "rules"?',
    ]);
  });

  test.each([
    ["./missing.yaml", "cannot extend ./missing.yaml: there is no such file"],
    ["C:\\conf\\base.yaml", "cannot extend C:\\conf\\base.yaml: there is no such file"],
    ["./tools", "cannot extend ./tools: it is a folder, name the file in it"],
    ["base.yaml", /; for the file, write ".\/base\.yaml"$/],
    [
      "recomended",
      /it is neither a preset \(.*\) nor a package installed here; did you mean "recommended"\?$/,
    ],
    ["@acme/leakcheck-config", /cannot extend "@acme\/leakcheck-config": it is neither a preset/],
    ["fs", /cannot extend "fs": it is neither a preset/],
  ])("%s is not there", async (target, complaint) => {
    const repository = workspace({
      ".leakcheckrc": `extends: ${JSON.stringify(target)}`,
      "base.yaml": "",
      "tools/x": "",
    });
    const [problem, ...others] = await repository.problems();
    expect(problem).toMatchObject({ file: ".leakcheckrc", line: 1, column: 10 });
    expect(problem?.message).toEqual(
      typeof complaint === "string" ? complaint : expect.stringMatching(complaint),
    );
    expect(others).toEqual([]);
  });

  test.each(["base.toml", "base.ts"])("%s is in no language for configs", async (name) => {
    const repository = workspace({ ".leakcheckrc": `extends: ./${name}`, [name]: "x = 1" });
    const [problem] = await repository.problems();
    expect(problem).toMatchObject({ file: name, message: expect.stringMatching(/\.toml|TypeScript/) });
  });

  test("a circle is an error that shows it", async () => {
    const repository = workspace({
      ".leakcheckrc": "tests: true\nextends:\n  - ./a.yaml\n",
      "a.yaml": "extends: ./b.yaml",
      "b.yaml": "extends: [recommended, ./a.yaml]",
    });
    expect(await repository.complaints()).toEqual([
      "b.yaml:1:24: extends goes in a circle: a.yaml → b.yaml → a.yaml",
    ]);
  });

  test("a file that extends itself is a circle", async () => {
    const repository = workspace({ ".leakcheckrc": "extends: ./.leakcheckrc" });
    expect(await repository.complaints()).toEqual([
      ".leakcheckrc:1:10: extends goes in a circle: .leakcheckrc → .leakcheckrc",
    ]);
  });
});

describe("packages that export a config", () => {
  test.each([
    ["by `main`", { main: "index.cjs" }, { "index.cjs": "module.exports = { tests: true };" }],
    ["as YAML", { main: "base.yaml" }, { "base.yaml": "tests: true" }],
    ["by `exports`", { exports: "./index.mjs" }, { "index.mjs": "export default { tests: true };" }],
    [
      "by `exports` for import alone",
      { exports: { ".": { types: "./index.d.ts", import: "./index.mjs" } } },
      { "index.mjs": "export default { tests: true };" },
    ],
    [
      "compiled from an ES module",
      { main: "index.js" },
      { "index.js": "exports.__esModule = true; exports.default = { tests: true };" },
    ],
  ])("%s", async (_, fields, files) => {
    const repository = workspace({
      ".leakcheckrc": "extends: config-acme",
      "node_modules/config-acme/package.json": manifest(fields),
    });
    for (const [name, text] of Object.entries(files))
      repository.write(`node_modules/config-acme/${name}`, text);
    const config = await repository.resolve("service");
    expect(config.settingsFor(repository.path("service/a.go")).tests.value).toBe(true);
  });

  test("a scoped package and a file in it", async () => {
    const repository = workspace({
      ".leakcheckrc": "extends: ['@acme/leakcheck', '@acme/leakcheck/extra.mjs']",
      "node_modules/@acme/leakcheck/package.json": JSON.stringify({
        name: "@acme/leakcheck",
        exports: { ".": { import: "./index.mjs" }, "./extra.mjs": { import: "./extra.mjs" } },
      }),
      "node_modules/@acme/leakcheck/index.mjs": "export default { tests: true };",
      "node_modules/@acme/leakcheck/extra.mjs": 'export default { go: "1.21" };',
    });
    const settings = (await repository.resolve()).settingsFor(repository.path("a.go"));
    expect(settings).toMatchObject({ tests: { value: true }, go: { value: { text: "1.21" } } });
  });
});
