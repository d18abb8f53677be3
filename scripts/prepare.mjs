// Runs when npm packs the project, also straight from a git clone (pre-commit does that). Builds `dist`.
// Without development dependencies and without sources to build from there is nothing to do.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { build, hasCompiler, install, root } from "./steps.mjs";

const wantsBuild = existsSync(join(root, "src"));
const omitsDev =
  /\bdev\b/.test(process.env.npm_config_omit ?? "") && process.env.npm_config_global !== "true";
if (wantsBuild && (hasCompiler() || !omitsDev)) {
  install();
  await build();
}
