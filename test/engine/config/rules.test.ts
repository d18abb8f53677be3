import { describe, expect, test } from "@jest/globals";
import { workspace } from "./workspace.js";

describe("rules", () => {
  test("a level changes a rule, and turns on one outside of the preset", async () => {
    const repository = workspace({
      ".leakcheckrc": "rules: { unclosed-file: info, stranded-lock: warning }",
    });
    expect(await repository.levels()).toMatchObject({ "unclosed-file": "info", "stranded-lock": "warning" });
  });

  test("an alias is as good as the name", async () => {
    const repository = workspace({ ".leakcheckrc": "rules: { goroutine-without-ctx: off }" });
    expect(await repository.levels()).toMatchObject({ "endless-goroutine": "off" });
  });

  test.each([
    "rules: { missing-defer-close: off, unclosed-sql: info }",
    "rules: { unclosed-sql: info, missing-defer-close: off }",
  ])("a group stands for its rules, whose own entries win: %s", async (text) => {
    expect(await workspace({ ".leakcheckrc": text }).levels()).toMatchObject({
      "unclosed-file": "off",
      "unclosed-sql": "info",
      "endless-goroutine": "error",
    });
  });

  test("options are filled up with their defaults", async () => {
    const repository = workspace({ ".leakcheckrc": "rules: { growing-global: [error, { limit: 7 }] }" });
    const { rules } = (await repository.resolve()).settingsFor(repository.path("a.go"));
    expect(rules["growing-global"]).toMatchObject({
      level: "error",
      options: { limit: 7, names: [], mode: "exact" },
    });
    expect(rules["unclosed-file"]?.options).toEqual({});
  });

  test("a level alone leaves options as they were, and one option leaves the others", async () => {
    const repository = workspace({
      ".leakcheckrc": [
        "rules: { growing-global: [error, { limit: 7 }] }",
        "overrides:",
        "  - { files: 'a/**', rules: { growing-global: info } }",
        "  - { files: 'a/b/**', rules: { growing-global: [warning, { mode: loose }] } }",
      ].join("\n"),
    });
    const config = await repository.resolve();
    const rule = (file: string) => config.settingsFor(repository.path(file)).rules["growing-global"];
    expect(rule("a/x.go")).toMatchObject({ level: "info", options: { limit: 7, mode: "exact" } });
    expect(rule("a/b/x.go")).toMatchObject({ level: "warning", options: { limit: 7, mode: "loose" } });
  });

  test("the rules that run come with their code", async () => {
    const repository = workspace({
      ".leakcheckrc": "extends: observability\nrules: { unclosed-file: warning }",
    });
    const enabled = (await repository.resolve()).enabledRules(repository.path("a.go"));
    expect(enabled.map(({ name, severity, options }) => ({ name, severity, options }))).toEqual([
      { name: "missing-pprof", severity: "info", options: {} },
      { name: "unclosed-file", severity: "warning", options: {} },
    ]);
    expect(enabled[0]?.rule.meta.name).toBe("missing-pprof");
  });
});

describe("other settings", () => {
  test.each([
    ["go: '1.22'", { go: { value: { text: "1.22", major: 1, minor: 22 } } }],
    ["go: go1.21rc2", { go: { value: { text: "1.21rc2" } } }],
    ["build: { tags: [integration, e2e] }", { tags: { value: ["integration", "e2e"] } }],
    ["build: { tags: integration }", { tags: { value: ["integration"] } }],
    ["tests: true", { tests: { value: true } }],
    ["maxFileSize: 1234", { maxFileSize: { value: 1234 } }],
    ["maxFileSize: 500KB", { maxFileSize: { value: 500_000 } }],
    ["maxFileSize: 1.5 MB", { maxFileSize: { value: 1_500_000 } }],
    ["maxFileSize: 0.1GB", { maxFileSize: { value: 100_000_000 } }],
    [
      "{}",
      {
        go: { value: undefined },
        tags: { value: [] },
        tests: { value: false },
        maxFileSize: { value: 4_000_000 },
      },
    ],
  ])("%s", async (text, settings) => {
    const repository = workspace({ ".leakcheckrc": text });
    expect((await repository.resolve()).settingsFor(repository.path("a.go"))).toMatchObject(settings);
  });

  test("settings for a file are plain JSON", async () => {
    const repository = workspace({
      ".leakcheckrc": "extends: all\ngo: '1.22'\nrules: { unclosed-sql: off }",
    });
    const settings = (await repository.resolve()).settingsFor(repository.path("a.go"));
    expect(JSON.parse(JSON.stringify(structuredClone(settings)))).toEqual(
      JSON.parse(JSON.stringify(settings)),
    );
  });
});
