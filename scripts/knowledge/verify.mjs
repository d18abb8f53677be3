// `node scripts/knowledge/verify.mjs [--modules]`: with Go on PATH, checks the stubs against Go's own type checker
// (the program in verify/). Those of the standard library need the Go release that they were made from; those of
// modules are downloaded and compiled.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const data = fileURLToPath(new URL("../../src/knowledge/data/", import.meta.url));
const environment = {
  ...process.env,
  CGO_ENABLED: "0",
  GOOS: "linux",
  GOARCH: "amd64",
  GOFLAGS: "-mod=mod",
  GOWORK: "off",
};
const work = mkdtempSync(join(tmpdir(), "leakcheck-verify-"));

try {
  process.exitCode = process.argv.includes("--modules") ? verifyModules() : verify("std", ["std"]);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function verifyModules() {
  const modules = JSON.parse(readFileSync(join(here, "modules.json"), "utf8"));
  const requires = modules.map(({ path, version }) => `require ${path} ${version}\n`);
  writeFileSync(join(work, "go.mod"), `module example.com/verify\n\ngo 1.26\n\n${requires.join("")}`);
  return verify("modules", stubPaths("modules"));
}

function verify(folder, packages) {
  const exports = go([
    "list",
    "-e",
    "-export",
    "-deps",
    "-f",
    "{{.ImportPath}} {{.Export}}",
    ...packages,
  ]).stdout;
  const exportsFile = join(work, "exports");
  writeFileSync(exportsFile, exports);
  // File by file, since they are in no Go module: they need nothing but the standard library.
  const program = readdirSync(join(here, "verify")).map((file) => join(here, "verify", file));
  const run = go(["run", ...program, exportsFile, join(data, "std"), join(data, "modules")], {
    input: stubPaths(folder).join("\n"),
  });
  process.stdout.write(run.stdout);
  return run.status;
}

/** Import paths of the stubs in a folder of the data. */
function stubPaths(folder) {
  return readdirSync(join(data, folder), { recursive: true })
    .filter((path) => path.endsWith(".goapi"))
    .map((path) => path.replaceAll("\\", "/").replace(/\.goapi$/, ""))
    .toSorted();
}

function go(args, options = {}) {
  const run = spawnSync("go", args, {
    cwd: work,
    env: environment,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["pipe", "pipe", "inherit"],
    ...options,
  });
  if (run.error) throw run.error;
  return run;
}
