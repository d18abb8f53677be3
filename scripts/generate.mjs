// `npm run generate`: writes every generated file of the project. With --check, writes nothing and fails when one
// is out of date.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nodes } from "./generate-nodes.mjs";
import { readme } from "./generate-readme.mjs";
import { registry } from "./generate-registry.mjs";
import { reportPage } from "./generate-report-page.mjs";
import { schema } from "./generate-schema.mjs";
import { build, root } from "./steps.mjs";

const check = process.argv.includes("--check");

bring(nodes, registry(root), reportPage(root));
// The rest is made from the rules themselves, as the build compiles them.
await build();
const { rules } = await import("../dist/rules/index.js");
const { buildConfigSchema } = await import("../dist/src/engine/config/index.js");
bring(schema(rules, buildConfigSchema), readme(root, rules));

/** Brings files up to date, or tells that they are not. */
function bring(...files) {
  for (const { path, text } of files) {
    if (current(path) === text) continue;
    if (check) {
      console.error(`${path} is out of date: npm run generate`);
      process.exitCode = 1;
    } else {
      writeFileSync(join(root, path), text);
      console.log(`wrote ${path}`);
    }
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
