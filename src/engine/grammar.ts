import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { loadGoParser } from "../syntax/index.js";
import type { GoParser } from "../syntax/index.js";

let parser: Promise<GoParser> | undefined;

/** The parser of this process, loaded at the first call. */
export function goParser(): Promise<GoParser> {
  return (parser ??= load());
}

function load(): Promise<GoParser> {
  const require = createRequire(import.meta.url);
  // The build puts the grammar beside the compiled code; the sources find it where npm installed it.
  const built = new URL("../../tree-sitter-go.wasm", import.meta.url);
  return loadGoParser({
    runtime: readFileSync(require.resolve("web-tree-sitter/web-tree-sitter.wasm")),
    grammar: readFileSync(existsSync(built) ? built : require.resolve("tree-sitter-go/tree-sitter-go.wasm")),
  });
}
