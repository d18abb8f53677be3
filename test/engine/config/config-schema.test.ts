import { describe, expect, test } from "@jest/globals";
import { Ajv } from "ajv";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { rules } from "../../../rules/index.js";
import { ConfigResolver, buildConfigSchema } from "../../../src/engine/config/index.js";
import { testRules } from "./test-rules.js";
import { workspace } from "./workspace.js";

const read = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), "utf8");
const accepts = (schema: object, value: unknown) =>
  new Ajv({ strictTuples: false, allowUnionTypes: true }).compile(schema)(value);

describe("the schema of config files", () => {
  const schema = buildConfigSchema(testRules, "any");

  test.each([
    {},
    { $schema: "./schema.json", extends: "strict", rules: { "unclosed-file": "off" } },
    { rules: { "goroutine-without-ctx": ["info"], "missing-defer-close": "warning" } },
    { rules: { "growing-global": ["error", { limit: 3 }], "acme/any": ["info", { x: 1 }] } },
    { resources: [{ name: "lease", acquire: "example.com/db.Open", release: ["Close"] }] },
  ])("takes %j", (config) => {
    expect(accepts(schema, config)).toBe(true);
  });

  test.each([
    { rules: { "unclosed-fiel": "off" } },
    { rules: { "growing-global": ["error", { limit: "3" }] } },
    { ruels: {} },
    { overrides: [{}] },
    { resources: [{ name: "lease", acquire: "Open", release: ["Close"] }] },
  ])("refuses %j", (config) => {
    expect(accepts(schema, config)).toBe(false);
  });

  test("that editors use is up to date: npm run generate", () => {
    expect(JSON.parse(read("schema/leakcheckrc.schema.json"))).toEqual(buildConfigSchema(rules, "any"));
  });
});

describe(".leakcheckrc.example", () => {
  const example = read(".leakcheckrc.example");

  test("shows every key", () => {
    const { properties } = JSON.parse(read("schema/leakcheckrc.schema.json"));
    const keys = Object.keys(properties).filter((key) => key !== "$schema");
    expect(Object.keys(parse(example)).toSorted()).toEqual(keys.toSorted());
  });

  test("is valid", () => {
    expect(accepts(buildConfigSchema(rules, "known"), parse(example))).toBe(true);
  });

  test("can be used as it is", async () => {
    const repository = workspace({ ".leakcheckrc": example });
    const config = await new ConfigResolver(rules).resolve(repository.root);
    const settings = config.settingsFor(repository.path("cmd/a.go"));
    expect(settings.rules["unclosed-file"]?.level).toBe("info");
    expect(settings.maxFileSize.value).toBe(4_000_000);
  });
});
