import { expect, test } from "@jest/globals";
import { viewConfig } from "../../../src/engine/config/index.js";
import { workspace } from "./workspace.js";

test("shows each value and where it comes from", async () => {
  const repository = workspace({
    "leakcheck.config.mjs": 'export default { extends: ["strict", "./base.yaml"], maxFileSize: "1MB" };',
    "base.yaml": [
      "rules:",
      "  unclosed-sql: info",
      "  growing-global:",
      "    - error",
      "    - limit: 5",
      "overrides:",
      "  - files: 'cmd/**'",
      "    tests: true",
      "ignores: [gen/]",
      "resources:",
      "  - { name: lease, acquire: db.Open, release: Close }",
    ].join("\n"),
  });
  const config = await repository.resolve("cmd", {
    rule: ["unclosed-file=warning"],
    skip: ["endless-goroutine"],
  });
  const view = viewConfig(config, repository.path("cmd/a.go"), (path) =>
    path.slice(repository.root.length + 1),
  );
  expect(view).toEqual({
    files: ["leakcheck.config.mjs", "base.yaml"],
    ignored: false,
    rules: {
      "endless-goroutine": { level: "off", options: {}, source: "--skip" },
      "growing-global": {
        level: "error",
        options: { limit: 5, names: [], mode: "exact" },
        source: "base.yaml:3",
      },
      "missing-pprof": { level: "off", options: {}, source: "default" },
      "stranded-lock": { level: "error", options: {}, source: "preset strict" },
      "unclosed-file": { level: "warning", options: {}, source: "--rule" },
      "unclosed-sql": { level: "info", options: {}, source: "base.yaml:2" },
    },
    tests: { value: true, source: "base.yaml:8" },
    go: { value: null, source: "default" },
    tags: { value: [], source: "default" },
    maxFileSize: { value: 1_000_000, source: "leakcheck.config.mjs" },
    resources: [{ value: { name: "lease", acquire: "db.Open", release: "Close" }, source: "base.yaml:11" }],
  });
  expect(viewConfig(config, repository.path("gen/a.go")).ignored).toBe(true);
});
