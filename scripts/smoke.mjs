// `npm run smoke`: packs the project as for the registry, installs the package into an empty folder without any
// install script, and lints a leaking and a clean file with it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, install, node, npm, root } from "./steps.mjs";

const leaking = `package a

import "os"

func size(path string) int64 {
	f, err := os.Open(path)
	if err != nil {
		return 0
	}
	info, _ := f.Stat()
	return info.Size()
}
`;
const clean = leaking.replace("\tinfo", "\tdefer f.Close()\n\tinfo");

install();
await build();
const folder = mkdtempSync(join(tmpdir(), "leakcheck-smoke-"));
try {
  npm(["pack", "--ignore-scripts", "--loglevel=error", "--pack-destination", folder]);
  const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  writeFileSync(join(folder, "leaking.go"), leaking);
  writeFileSync(join(folder, "clean.go"), clean);
  npm(["install", "--ignore-scripts", "--loglevel=error", `./${name}-${version}.tgz`], { cwd: folder });
  expectExit(0, ["--version"]);
  expectExit(1, ["leaking.go"]);
  expectExit(0, ["clean.go"]);
  expectExit(0, ["explain", "unclosed-file"]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs the installed command the way npx does. */
function expectExit(expected, args) {
  const command = join(folder, "node_modules", "leakcheck", "bin", "leakcheck.js");
  const exit = node([command, ...args], { cwd: folder });
  if (exit === expected) return;
  console.error(`leakcheck ${args.join(" ")} ended with ${exit}, not ${expected}`);
  process.exitCode = 1;
}
