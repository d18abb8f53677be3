import { describe, expect, test } from "@jest/globals";
import { workspace } from "./workspace.js";

describe("options of the command line", () => {
  test("--preset takes the place of the presets, not of the rules", async () => {
    const repository = workspace({ ".leakcheckrc": "extends: strict\nrules: { unclosed-sql: info }" });
    expect(await repository.levels("a.go", { preset: "observability" })).toEqual({
      "endless-goroutine": "off",
      "growing-global": "off",
      "missing-pprof": "info",
      "stranded-lock": "off",
      "unclosed-file": "off",
      "unclosed-sql": "info",
    });
  });

  test("--rule beats everything, overrides too; the last one wins", async () => {
    const repository = workspace({
      ".leakcheckrc": "overrides: [{ files: '*.go', rules: { unclosed-file: off } }]",
    });
    const rule = [
      "unclosed-file=error",
      "unclosed-file=info",
      "goroutine-without-ctx=off",
      "stranded-lock=warning",
    ];
    expect(await repository.levels("a.go", { rule })).toMatchObject({
      "endless-goroutine": "off",
      "stranded-lock": "warning",
      "unclosed-file": "info",
    });
  });

  test("--rule takes a group", async () => {
    expect(await workspace({}).levels("a.go", { rule: ["missing-defer-close=info"] })).toMatchObject({
      "unclosed-file": "info",
      "unclosed-sql": "info",
    });
  });

  test("--skip turns off", async () => {
    const levels = await workspace({}).levels("a.go", {
      skip: ["missing-defer-close,goroutine-without-ctx"],
    });
    expect(levels).toMatchObject({
      "unclosed-file": "off",
      "unclosed-sql": "off",
      "endless-goroutine": "off",
    });
  });

  test("--only runs nothing else, and turns on what the preset or `rules` has off", async () => {
    const repository = workspace({ ".leakcheckrc": "rules: { unclosed-file: off, growing-global: error }" });
    const only = ["unclosed-file, stranded-lock", "growing-global"];
    expect(await repository.levels("a.go", { only })).toEqual({
      "endless-goroutine": "off",
      "growing-global": "error",
      "missing-pprof": "off",
      "stranded-lock": "error",
      "unclosed-file": "error",
      "unclosed-sql": "off",
    });
  });

  test("--only leaves off what is off for some files alone", async () => {
    const repository = workspace({
      ".leakcheckrc": "overrides: [{ files: 'gen/**', rules: { unclosed-file: off } }]",
    });
    const only = ["unclosed-file"];
    expect(await repository.levels("gen/a.go", { only })).toMatchObject({ "unclosed-file": "off" });
    expect(await repository.levels("a.go", { only })).toMatchObject({ "unclosed-file": "error" });
  });

  test("--skip beats --only, and both beat --rule", async () => {
    const flags = {
      only: ["missing-defer-close"],
      skip: ["unclosed-sql"],
      rule: ["unclosed-sql=info", "stranded-lock=info"],
    };
    expect(await workspace({}).levels("a.go", flags)).toMatchObject({
      "stranded-lock": "off",
      "unclosed-file": "error",
      "unclosed-sql": "off",
    });
  });

  test("settings beat those of the config, of overrides too", async () => {
    const repository = workspace({
      ".leakcheckrc":
        "tests: true\ngo: '1.20'\nbuild: { tags: a }\noverrides: [{ files: '*.go', tests: true }]",
    });
    const config = await repository.resolve("", {
      tests: false,
      go: "1.23",
      tags: ["b,c"],
      maxFileSize: "2MB",
    });
    expect(config.settingsFor(repository.path("a.go"))).toMatchObject({
      tests: { value: false, source: { kind: "option", option: "--tests" } },
      go: { value: { text: "1.23" }, source: { kind: "option", option: "--go" } },
      tags: { value: ["b", "c"] },
      maxFileSize: { value: 2_000_000 },
    });
  });

  test("rules of plugins go by plugin/rule", async () => {
    const repository = workspace({
      ".leakcheckrc": "plugins: ./acme.mjs",
      "acme.mjs": `export default { name: "acme", rules: [{ meta: { name: "leaky", summary: "s", category: "growth",
        preset: "strict", severity: "error", precision: "low", cwe: [], since: "1", status: "preview",
        messages: {}, fix: "none" }, create: () => ({}) }] };`,
    });
    expect(await repository.levels("a.go", { rule: ["acme/leaky=info"] })).toMatchObject({
      "acme/leaky": "info",
    });
  });

  test("everything that is wrong in them is told", async () => {
    const flags = {
      preset: "stric",
      rule: ["unclosed-file", "nope=off", "unclosed-file=warn"],
      only: ["unclosed-fil,banana"],
      skip: [" , "],
      go: "latest",
      maxFileSize: "big",
    };
    expect(await workspace({}).complaints("", flags)).toEqual([
      '--preset must be one of recommended, strict, all, observability, not "stric"; did you mean "strict"?',
      "--rule unclosed-file must be name=level, with a level of off, info, warning, error",
      '--rule names an unknown rule "nope"',
      '--rule unclosed-file=warn must be name=level, with a level of off, info, warning, error; did you mean "warning"?',
      '--only names an unknown rule "unclosed-fil"; did you mean "unclosed-file"?',
      '--only names an unknown rule "banana"',
      "--skip names no rule",
      '--go must look like 1.22, not "latest"',
      '--max-file-size must look like 4MB, not "big"',
    ]);
  });
});
