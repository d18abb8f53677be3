// `npm run knowledge`: writes the stubs in src/knowledge/data, which tell what the packages of the standard library
// and of popular modules export. Equal sources give equal files.
//
//   node scripts/knowledge.mjs             the standard library
//   node scripts/knowledge.mjs --modules   the modules that knowledge/modules.json lists; downloads them with Go
//   node scripts/knowledge.mjs --module PATH --dir DIR [--version V]   one module, from a folder with its source
//
// All of them take --goroot DIR, a Go source tree to use instead of that of `go env GOROOT`.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { build, install } from "./steps.mjs";

const { values: options } = parseArgs({
  options: {
    goroot: { type: "string" },
    modules: { type: "boolean" },
    module: { type: "string" },
    dir: { type: "string" },
    version: { type: "string" },
  },
});

install();
await build();
// What these import is there only after the build.
const { goRelease, writeStandardLibrary } = await import("./knowledge/std.mjs");
const { modulesFolder, writeModule } = await import("./knowledge/module.mjs");

const goroot = resolve(options.goroot ?? go("env", "GOROOT").trim());
if (!["VERSION", "src/builtin"].every((path) => existsSync(join(goroot, path)))) {
  fail(`${goroot}: no source tree of a Go release; name one with --goroot`);
}
const listed = JSON.parse(readFileSync(new URL("knowledge/modules.json", import.meta.url), "utf8"));

if (options.module !== undefined) writeOne();
else if (options.modules) writeListed();
else writeStandardLibrary(goroot);

function writeOne() {
  const { module: path, dir, version } = options;
  if (dir === undefined) fail("--module needs --dir, a folder that has the module's source");
  if (!existsSync(dir)) fail(`${dir}: no such folder`);
  const known = listed.find((module) => module.path === path);
  writeModule(
    { path, version: version ?? known?.version ?? "devel", packages: known?.packages },
    resolve(dir),
    goRelease(goroot),
  );
}

function writeListed() {
  const downloads = go(
    "mod",
    "download",
    "-json",
    ...listed.map(({ path, version }) => `${path}@${version}`),
  );
  const folders = new Map(jsonObjects(downloads).map(({ Path, Dir }) => [Path, Dir]));
  rmSync(modulesFolder, { recursive: true, force: true });
  for (const module of listed) writeModule(module, folders.get(module.path), goRelease(goroot));
}

/** Go prints JSON objects one after the other, each closed by a brace at the start of a line. */
function jsonObjects(text) {
  return text.split(/(?<=^\}\n)/m).map((object) => JSON.parse(object));
}

function go(...args) {
  const { status, stdout, stderr, error } = spawnSync("go", args, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (error) fail(`cannot run go (${error.message}); name a Go source tree with --goroot`);
  if (status !== 0) fail(stderr || stdout);
  return stdout;
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
