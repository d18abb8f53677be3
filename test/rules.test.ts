import { readdirSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { rules } from "../rules/index.js";
import { checkFixture, formatVerdict, readFixtures } from "../src/testing/index.js";
import type { Fixture } from "../src/testing/index.js";

const folder = new URL("../rules/", import.meta.url);

test("every folder of rules/ is a rule of that name in the registry", () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(rules.map(({ meta }) => meta.name)).toEqual(folders.map(({ name }) => name).toSorted());
});

test("no two rules share a name or an alias", () => {
  const words = rules.flatMap(({ meta }) => [meta.name, ...(meta.aliases ?? [])]);
  expect(new Set(words).size).toBe(words.length);
});

test("no group has the name of a rule", () => {
  const words = new Set(rules.flatMap(({ meta }) => [meta.name, ...(meta.aliases ?? [])]));
  const groups = rules.flatMap(({ meta }) => meta.groups ?? []);
  expect(groups.filter((group) => words.has(group))).toEqual([]);
});

test("the group missing-defer-close has all rules named unclosed-…, and no other", () => {
  const members = rules.filter(({ meta }) => meta.groups?.includes("missing-defer-close"));
  const unclosed = rules.filter(({ meta }) => meta.name.startsWith("unclosed-"));
  expect(members.map(({ meta }) => meta.name)).toEqual(unclosed.map(({ meta }) => meta.name));
});

describe.each(rules.map((rule) => ({ name: rule.meta.name, rule })))("$name", ({ name, rule }) => {
  const { meta } = rule;
  const fixtures = readFixtures(new URL(`${name}/testdata/`, folder));
  const reports = new Map<Fixture, ReturnType<typeof checkFixture>>();
  const check = (fixture: Fixture) => {
    const report = reports.get(fixture) ?? checkFixture(rule, fixture, { companions: rules });
    reports.set(fixture, report);
    return report;
  };

  test("has a name and a summary in form", () => {
    expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    const words = [...(meta.aliases ?? []), ...(meta.groups ?? [])];
    expect(words.filter((word) => !/^[a-z]+(?:-[a-z]+)*$/.test(word))).toEqual([]);
    expect(meta.summary.length).toBeLessThanOrEqual(72);
    expect(meta.summary).toMatch(/^\p{Lu}.*[^.]$/u);
    expect(meta.since).toMatch(/^\d+\.\d+\.\d+$/);
    expect(meta.cwe.filter((id) => !/^CWE-\d+$/.test(id))).toEqual([]);
  });

  test("says for every message what to do, in one sentence", () => {
    expect(Object.keys(meta.advice ?? {}).toSorted()).toEqual(Object.keys(meta.messages).toSorted());
    for (const advice of Object.values(meta.advice ?? {}))
      expect(advice).toMatch(/^(?:\p{Lu}.*\.|\{\{remedy\}\})$/su);
    for (const message of Object.values(meta.messages)) expect(message).toMatch(/^[^\p{Lu}].*[^.]$/su);
  });

  test("describes its options and gives them defaults", () => {
    for (const option of Object.values(meta.options ?? {})) {
      expect(option.description).not.toBe("");
      expect(option.default).toBeDefined();
    }
  });

  test.each(fixtures)("agrees with $name", async (fixture) => {
    const { verdicts } = await check(fixture);
    expect(verdicts.map(formatVerdict)).toEqual([]);
  });

  test("has an example of every message", async () => {
    const found = await Promise.all(fixtures.map(check));
    const ids = new Set(found.flatMap(({ diagnostics }) => diagnostics.map(({ messageId }) => messageId)));
    expect([...ids].toSorted()).toEqual(Object.keys(meta.messages).toSorted());
  });

  test("has at least ten look-alikes that stay silent", () => {
    const texts = fixtures.flatMap(({ files }) => Object.values(files));
    const silent = texts.flatMap((text) => text.match(/^func (?:\([^)]*\) )?ok[A-Z]\w*[[(]/gm) ?? []);
    expect(silent.length).toBeGreaterThanOrEqual(10);
  });

  test("has golden files if it fixes anything, and no fix if it says so", async () => {
    const found = await Promise.all(fixtures.map(check));
    const fixes = found.flatMap(({ diagnostics }) => diagnostics.flatMap((diagnostic) => diagnostic.fixes));
    const goldens = fixtures.flatMap((fixture) => Object.keys(fixture.goldens));
    expect(fixes.length > 0).toBe(meta.fix !== "none");
    expect(goldens.length > 0).toBe(meta.fix !== "none");
    if (meta.fix === "suggestion") expect(fixes.filter(({ kind }) => kind === "safe")).toEqual([]);
  });
});
