// Bundles the command line into a few files: starting up is bound by the number of modules to load. What only some
// runs need stays in chunks of their own.
import { join } from "node:path";

/** Bundles the compiled command line in `dist/src/cli` into `dist/cli`. */
export async function bundleCli(dist) {
  const { build } = await import("esbuild");
  await build({
    entryPoints: [join(dist, "src", "cli", "main.js")],
    outdir: join(dist, "cli"),
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    // Large, lazily loaded, or with files of their own beside them.
    external: ["web-tree-sitter", "cosmiconfig", "yaml", "ajv"],
    alias: { "string-width": join(dist, "src", "cli", "string-width.js") },
    // Some of the bundled packages are CommonJS and require Node's own modules.
    banner: {
      js: 'import { createRequire as createRequireOfBundle } from "node:module"; const require = createRequireOfBundle(import.meta.url);',
    },
    logLevel: "warning",
  });
}
