// `npm run generate`: writes every generated file of the project. With --check, writes nothing and fails when one
// is out of date.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nodes } from "./generate-nodes.mjs";
import { registry } from "./generate-registry.mjs";
import { root } from "./steps.mjs";

const stale = [nodes, registry(root)].filter(({ path, text }) => current(path) !== text);

if (process.argv.includes("--check")) {
  for (const { path } of stale) console.error(`${path} is out of date: npm run generate`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const { path, text } of stale) {
    writeFileSync(join(root, path), text);
    console.log(`wrote ${path}`);
  }
}

function current(path) {
  try {
    return readFileSync(join(root, path), "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}
