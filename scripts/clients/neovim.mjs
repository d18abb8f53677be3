// A headless Neovim, 0.7 or newer, with `leakcheck lsp`: opens a leaking file, is shown the finding, and fixes it on save.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
    const script = fileURLToPath(new URL("neovim.lua", import.meta.url));
    const command = fileURLToPath(new URL("../../bin/leakcheck.js", import.meta.url));
    const { status, stdout, stderr, error } = spawnSync(
      program,
      // Without anybody's configuration.
      ["--headless", "--clean", "-n", "-c", `luafile ${script}`, file],
      {
        encoding: "utf8",
        timeout: 120_000,
        env: { ...process.env, LEAKCHECK_NODE: process.execPath, LEAKCHECK_COMMAND: command },
      },
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
