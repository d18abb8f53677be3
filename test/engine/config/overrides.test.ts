import { describe, expect, test } from "@jest/globals";
import { workspace } from "./workspace.js";

const configWith = (files: string) =>
  `overrides: [{ files: ${files}, rules: { unclosed-file: off }, tests: true }]`;

describe("overrides", () => {
  test.each([
    ["'cmd/**'", ["cmd/main.go", "cmd/a/b/c.go", "cmd/.hidden/x.go"], ["main.go", "internal/cmd/main.go"]],
    ["'**/cmd/*.go'", ["cmd/main.go", "internal/cmd/main.go"], ["cmd/a/main.go"]],
    ["'*_gen.go'", ["a_gen.go", "x/y/a_gen.go"], ["gen.go"]],
    ["'./cmd/*.go'", ["cmd/main.go"], ["main.go"]],
    ["[a/**, '!a/b/**']", ["a/x.go"], ["a/b/x.go", "x.go"]],
    ["'{a,b}/*.go'", ["a/x.go", "b/x.go"], ["c/x.go"]],
  ])("files: %s", async (files, inside, outside) => {
    const repository = workspace({ ".leakcheckrc": configWith(files) });
    for (const file of inside)
      expect(await repository.levels(file)).toMatchObject({ "unclosed-file": "off" });
    for (const file of outside)
      expect(await repository.levels(file)).toMatchObject({ "unclosed-file": "error" });
  });

  test("they beat the rules beside them, and the last one wins", async () => {
    const repository = workspace({
      ".leakcheckrc": [
        "overrides:",
        "  - files: 'cmd/**'",
        "    rules: { unclosed-file: warning, growing-global: [info, { limit: 3 }] }",
        "  - files: 'cmd/x/**'",
        "    rules: { unclosed-file: info }",
        "rules: { unclosed-file: off }",
      ].join("\n"),
    });
    expect(await repository.levels("a.go")).toMatchObject({ "unclosed-file": "off" });
    expect(await repository.levels("cmd/a.go")).toMatchObject({ "unclosed-file": "warning" });
    expect(await repository.levels("cmd/x/a.go")).toMatchObject({
      "unclosed-file": "info",
      "growing-global": "info",
    });
  });

  test("rules of an extending file beat overrides of what it extends", async () => {
    const repository = workspace({
      ".leakcheckrc": "extends: ./base.yaml\nrules: { unclosed-file: info }",
      "base.yaml": configWith("'*.go'"),
    });
    const config = await repository.resolve();
    expect(config.settingsFor(repository.path("a.go"))).toMatchObject({
      rules: { "unclosed-file": { level: "info" } },
      tests: { value: true },
    });
  });

  test("files with the same settings share them", async () => {
    const repository = workspace({ ".leakcheckrc": configWith("'cmd/**'") });
    const config = await repository.resolve();
    const settings = (file: string) => config.settingsFor(repository.path(file));
    expect(settings("cmd/a.go")).toBe(settings("cmd/b.go"));
    expect(settings("cmd/a.go")).not.toBe(settings("a.go"));
    expect(config.enabledRules(repository.path("cmd/a.go"))).toBe(
      config.enabledRules(repository.path("cmd/b.go")),
    );
  });

  test("files elsewhere match nothing", async () => {
    const repository = workspace({ ".leakcheckrc": configWith("'**'") });
    expect((await repository.resolve()).settingsFor("/elsewhere/a.go").tests.value).toBe(false);
  });
});

describe("what patterns are relative to", () => {
  test("those of a folder above, when it is extended, to that folder", async () => {
    const repository = workspace({
      ".leakcheckrc": "ignores: service/gen/\noverrides: [{ files: 'service/*.go', tests: true }]",
      "service/.leakcheckrc": "extends: ../.leakcheckrc",
    });
    const config = await repository.resolve("service");
    expect(config.isIgnored(repository.path("service/gen/a.go"))).toBe(true);
    expect(config.settingsFor(repository.path("service/a.go")).tests.value).toBe(true);
  });

  test.each(["../tools/base.yaml", "config-acme"])(
    "those of %s, which lies elsewhere, to the file that extends it",
    async (base) => {
      const text = "ignores: /gen/\noverrides: [{ files: 'cmd/*.go', tests: true }]";
      const repository = workspace({
        "service/.leakcheckrc": `extends: ${base}`,
        "tools/base.yaml": text,
        "node_modules/config-acme/package.json": '{ "main": "base.yaml" }',
        "node_modules/config-acme/base.yaml": text,
      });
      const config = await repository.resolve("service");
      expect(config.isIgnored(repository.path("service/gen/a.go"))).toBe(true);
      expect(config.settingsFor(repository.path("service/cmd/a.go")).tests.value).toBe(true);
    },
  );
});

describe("ignores", () => {
  test("go by the rules of .gitignore", async () => {
    const repository = workspace({
      ".leakcheckrc": "ignores: [third_party/, '*.pb.go', /build, '!keep.pb.go', '# no pattern']",
    });
    const config = await repository.resolve();
    const ignored = (path: string, kind?: "directory") => config.isIgnored(repository.path(path), kind);
    expect(ignored("third_party/a.go")).toBe(true);
    expect(ignored("x/third_party/y/a.go")).toBe(true);
    expect(ignored("third_party", "directory")).toBe(true);
    expect(ignored("third_party")).toBe(false);
    expect(ignored("x/a.pb.go")).toBe(true);
    expect(ignored("x/keep.pb.go")).toBe(false);
    expect(ignored("build/a.go")).toBe(true);
    expect(ignored("x/build/a.go")).toBe(false);
    expect(config.isIgnored(repository.root, "directory")).toBe(false);
    expect(config.isIgnored("/elsewhere/a.pb.go")).toBe(false);
  });

  test("an extending file can take back what it extends", async () => {
    const repository = workspace({
      ".leakcheckrc": "extends: ./base.yaml\nignores: '!a.pb.go'",
      "base.yaml": "ignores: '*.pb.go'",
    });
    const config = await repository.resolve();
    expect(config.isIgnored(repository.path("a.pb.go"))).toBe(false);
    expect(config.isIgnored(repository.path("b.pb.go"))).toBe(true);
  });
});
