// Bundles the extension into dist, with the licences of the packages in it and the schema of configurations.
import { copyFileSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL(".", import.meta.url));
const dist = join(root, "dist");

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ["src/extension.ts"],
  outfile: "dist/extension.cjs",
  bundle: true,
  minify: true,
  platform: "node",
  format: "cjs",
  target: "node22",
  external: ["vscode"],
  metafile: true,
  logLevel: "warning",
});
writeFileSync(join(dist, "third-party-licenses.txt"), licensesOf(packagesIn(Object.keys(metafile.inputs))));
copyFileSync(join(root, "../../schema/leakcheckrc.schema.json"), join(dist, "leakcheckrc.schema.json"));

/** The folders of packages that files belong to, each once. */
function packagesIn(files) {
  const folders = files.map((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]);
  return [...new Set(folders)].filter((folder) => folder !== undefined).toSorted();
}

function licensesOf(folders) {
  return folders
    .map((folder) => `${nameOf(folder)}\n\n${licenseOf(folder)}\n`)
    .join(`\n${"-".repeat(80)}\n\n`);
}

function nameOf(folder) {
  const { name, version } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  return `${name} ${version}`;
}

function licenseOf(folder) {
  const file = readdirSync(join(root, folder)).find((name) => /^licen[cs]e/i.test(name));
  if (file === undefined) throw new Error(`${folder} has no licence file`);
  return readFileSync(join(root, folder, file), "utf8").trim();
}
