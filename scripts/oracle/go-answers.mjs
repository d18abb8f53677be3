// Runs the Go program beside this file, which says what Go's type checker knows.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const source = dirname(fileURLToPath(import.meta.url));

/**
 * The lines that the program writes for a folder (`main.go` describes them), as they come. Throws when the
 * program cannot be built or fails.
 */
export async function* goAnswers(directory, { only, package: pattern, tests }) {
  const scratch = mkdtempSync(join(tmpdir(), "leakcheck-oracle-"));
  try {
    const program = buildProgram(scratch);
    const options = [
      ...(only === undefined ? [] : [`-only=${only}`]),
      ...(pattern === undefined ? [] : [`-package=${pattern}`]),
      ...(tests ? ["-tests"] : []),
    ];
    const child = spawn(program, [...options, directory], {
      stdio: ["ignore", "pipe", "inherit"],
      // Whatever it leaves behind goes when the folder goes.
      env: { ...process.env, TMPDIR: scratch, TMP: scratch },
    });
    const exit = new Promise((resolve) => child.on("close", resolve));
    try {
      for await (const line of createInterface({ input: child.stdout })) yield JSON.parse(line);
    } finally {
      child.kill();
    }
    if ((await exit) !== 0) throw new Error("the Go side of the oracle failed");
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function buildProgram(scratch) {
  const program = join(scratch, process.platform === "win32" ? "oracle.exe" : "oracle");
  const { status, error } = spawnSync("go", ["build", "-o", program, "."], {
    cwd: source,
    env: {
      ...process.env,
      GOTOOLCHAIN: "local",
      GOWORK: "off",
      GOFLAGS: "-mod=mod -buildvcs=false",
      CGO_ENABLED: "0",
    },
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (error) throw new Error("the oracle needs Go: there is no go command on PATH", { cause: error });
  if (status !== 0) throw new Error("the Go side of the oracle does not compile");
  return program;
}
