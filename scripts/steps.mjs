// What `npm start`, `npm test` and packing share: install and build only what is missing or out of date. Plain
// Node and npm, so that it runs the same on Linux, macOS and Windows.
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleCli } from "./bundle.mjs";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");
const buildStamp = join(dist, ".built");
const installStamp = join(root, "node_modules", ".package-lock.json");

/** Runs Node with the given arguments in the project's folder and returns its exit code. */
export function node(args, options = {}) {
  const { status, error, signal } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: "inherit",
    ...options,
  });
  if (error) throw error;
  return signal ? 1 : status;
}

/** Installs the dependencies when they are missing or older than the lock file. */
export function install() {
  const lock = join(root, "package-lock.json");
  if (existsSync(installStamp) && modified(installStamp) >= modified(lock) && hasCompiler()) return;
  console.error("Installing dependencies…");
  // Not `npm ci`: it refuses a lock file that lacks the binaries of other platforms, which npm leaves out at times.
  // --ignore-scripts: no dependency needs one, and our own prepare would build twice.
  npm([
    "install",
    "--no-save",
    "--include=dev",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ]);
}

/** Compiles the sources when the last build is older than one of them. */
export async function build() {
  if (
    existsSync(buildStamp) &&
    modified(buildStamp) >= newest(["src", "rules", "package.json", "tsconfig.json"])
  )
    return;
  console.error("Building…");
  const started = Date.now();
  const require = createRequire(import.meta.url);
  const status = node([compiler(), "-p", "tsconfig.json"], { stdio: ["ignore", 2, "inherit"] });
  if (status !== 0) process.exit(status);
  await bundleCli(dist);
  prune(dist, started);
  copyFileSync(require.resolve("tree-sitter-go/tree-sitter-go.wasm"), join(dist, "tree-sitter-go.wasm"));
  const data = join("src", "knowledge", "data");
  cpSync(join(root, data), join(dist, data), { recursive: true });
  writeFileSync(buildStamp, "");
}

/** Removes what an earlier build left behind: the compiler writes every file anew. */
function prune(folder, started) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) prune(path, started);
    // File systems may round times down.
    else if (modified(path) < started - 5000) rmSync(path);
  }
}

/** Whether the TypeScript compiler is there: without development dependencies it is not. */
export function hasCompiler() {
  return existsSync(compiler());
}

function compiler() {
  return join(root, "node_modules", "typescript", "bin", "tsc");
}

/** Runs npm, its output on standard error; ends the process when npm fails. */
export function npm(args, { cwd = root } = {}) {
  const { status, error } = spawnNpm(args, { cwd, stdio: ["ignore", 2, "inherit"] });
  if (error) throw error;
  if (status !== 0) process.exit(status);
}

/** Runs npm as `spawnSync` would. */
export function spawnNpm(args, options) {
  const { npm_execpath: cli, ...env } = process.env;
  // Settings of an outer `npm install -g` or `--omit=dev` must not reach the inner install.
  for (const name of Object.keys(env)) {
    if (/^npm_config_(global|prefix|location|omit|production)$/i.test(name)) delete env[name];
  }
  // npm hands down the path of its own code; run by hand, the `npm` on PATH has to do (a batch file on Windows).
  return cli?.endsWith("js")
    ? spawnSync(process.execPath, [cli, ...args], { env, ...options })
    : spawnSync("npm", args, { env, ...options, shell: process.platform === "win32" });
}

/** When the newest of some files and folders was changed. */
function newest(paths) {
  return Math.max(...paths.map((path) => newestBelow(join(root, path))));
}

function newestBelow(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const below = readdirSync(path).filter((name) => name !== "testdata");
  return Math.max(stat.mtimeMs, ...below.map((name) => newestBelow(join(path, name))));
}

function modified(path) {
  return statSync(path).mtimeMs;
}
