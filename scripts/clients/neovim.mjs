// A headless Neovim, 0.7 or newer, with `leakcheck lsp`: opens a leaking file, is shown the finding, and fixes it on save.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What has to be on PATH. */
export const program = "nvim";

const leaking = `package app

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
const fixed = leaking.replace("\tinfo", "\tdefer f.Close()\n\tinfo");

if (process.argv[1] === fileURLToPath(import.meta.url)) check();

function check() {
  const folder = mkdtempSync(join(tmpdir(), "leakcheck-neovim-"));
  try {
    mkdirSync(join(folder, ".git"));
    writeFileSync(join(folder, "go.mod"), "module example.com/app\n\ngo 1.22\n");
    const file = join(folder, "a.go");
    writeFileSync(file, leaking);
    const recipe = join(folder, "recipe.lua");
    writeFileSync(recipe, recipeFor("Neovim 0.7"));
    const script = fileURLToPath(new URL("neovim.lua", import.meta.url));
    const { status, stdout, stderr, error } = spawnSync(
      program,
      // Without anybody's configuration.
      ["--headless", "--clean", "-n", "--cmd", `luafile ${recipe}`, "-c", `luafile ${script}`, file],
      { encoding: "utf8", cwd: folder, timeout: 120_000, env: withCommand(join(folder, "bin")) },
    );
    if (error) throw error;
    const text = readFileSync(file, "utf8");
    if (status === 0 && text === fixed) return;
    console.error(`${stdout}${stderr}\nthe file after saving:\n${text}`);
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first Lua under a heading of docs/editors.md. */
function recipeFor(title) {
  const docs = readFileSync(new URL("../../docs/editors.md", import.meta.url), "utf8");
  const [, section = ""] = docs.split(`\n### ${title}`);
  const [, lua] = /```lua\n(.*?)```/s.exec(section) ?? [];
  if (lua === undefined) throw new Error(`docs/editors.md has no recipe for ${title}`);
  return lua;
}

/** This process's environment, with `leakcheck` on PATH. */
function withCommand(folder) {
  const command = fileURLToPath(new URL("../../bin/leakcheck.js", import.meta.url));
  mkdirSync(folder);
  const isWindows = process.platform === "win32";
  const text = isWindows
    ? `@"${process.execPath}" "${command}" %*\r\n`
    : `#!/bin/sh\nexec "${process.execPath}" "${command}" "$@"\n`;
  writeFileSync(join(folder, isWindows ? "leakcheck.cmd" : "leakcheck"), text, { mode: 0o755 });
  return { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
}
