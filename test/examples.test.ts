import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "@jest/globals";
import { lint, rules } from "../src/index.js";
import type { RunResult } from "../src/index.js";

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), "examples", "leaky-service");

/** Every line of the service, as `internal/cache/cache.go:24`. */
const lines = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".go"))
  .flatMap((path) =>
    readFileSync(join(folder, path), "utf8")
      .split(/\r?\n/)
      .map((text, index) => ({ text, place: `${path.replaceAll(sep, "/")}:${index + 1}` })),
  );

let result: RunResult;

beforeAll(async () => {
  result = await lint({ cwd: folder, flags: { preset: "all" } });
});

test("every marked line of the leaky service leaks, and no other", () => {
  const marked = lines.flatMap(({ text, place }) => {
    const rule = /\/\/ leak: (\S+)$/.exec(text)?.[1];
    return rule === undefined ? [] : [`${place} ${rule}`];
  });
  const found = result.diagnostics.map(
    ({ location, rule }) => `${location.file}:${location.from.line} ${rule}`,
  );
  expect(found.toSorted()).toEqual(marked.toSorted());
});

test("it has a leak of every kind", () => {
  const kinds = rules.filter(({ meta }) => meta.category !== "directive").map(({ meta }) => meta.name);
  const found = new Set(result.diagnostics.map(({ rule }) => rule));
  expect(kinds.filter((kind) => !found.has(kind))).toEqual([]);
});

test("its directives silence one finding each", () => {
  const directives = lines.filter(({ text }) => text.includes("//leakcheck:ignore "));
  expect(directives.length).toBeGreaterThan(0);
  expect(result.suppressed).toBe(directives.length);
});

test("all of it is understood", () => {
  expect(result.notices).toEqual([]);
});
