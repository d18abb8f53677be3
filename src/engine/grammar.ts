import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { loadGoParser } from "../syntax/index.js";
import type { GoParser } from "../syntax/index.js";
import { packageInfo } from "./package-info.js";

let parser: Promise<GoParser> | undefined;

/** The parser of this process, loaded at the first call. */
export function goParser(): Promise<GoParser> {
  return (parser ??= load());
}

function load(): Promise<GoParser> {
  const require = createRequire(import.meta.url);
  // The build copies the grammar into the package; before that it is where npm installed it.
  const built = join(packageInfo().root, "dist", "tree-sitter-go.wasm");
  return loadGoParser({
    runtime: readFileSync(require.resolve("web-tree-sitter/web-tree-sitter.wasm")),
    grammar: readFileSync(existsSync(built) ? built : require.resolve("tree-sitter-go/tree-sitter-go.wasm")),
  });
}
