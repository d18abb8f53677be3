import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";

const folder = new URL("../../../src/engine/config/", import.meta.url);

/** Packages that a module of the folder loads at once, by itself and by others of the folder. */
function packagesOf(name: string, seen: Set<string> = new Set()): readonly string[] {
  if (seen.has(name)) return [];
  seen.add(name);
  const text = readFileSync(new URL(name, folder), "utf8");
  const imports = [...text.matchAll(/^(?:import|export) (?!type)[^;]*? from "([^"]+)";/gm)];
  return imports.flatMap(([, target = ""]) => {
    if (target.startsWith("./")) return packagesOf(target.slice(2).replace(/\.js$/, ".ts"), seen);
    return target.startsWith(".") ? [] : [target];
  });
}

test("a run without a config does not load what reads configs", () => {
  expect(packagesOf("index.ts")).toEqual([]);
  expect(packagesOf("load-config.ts")).toEqual(expect.arrayContaining(["cosmiconfig", "yaml", "ajv"]));
});
