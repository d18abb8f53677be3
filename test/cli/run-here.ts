import { chdir, cwd as currentFolder, env, stderr, stdout } from "node:process";
import { run } from "../../src/cli/main.js";
import type { CliRun } from "./run-cli.js";

/**
 * Runs the command line in this process, which takes a tenth of the time that a process of its own does. Standard
 * input, terminals and what yargs prints itself (help, version) need `runCli`.
 */
export async function runHere(args: readonly string[], folder: string): Promise<CliRun> {
  const home = currentFolder();
  const { NO_COLOR } = env;
  const out = capture(stdout);
  const err = capture(stderr);
  chdir(folder);
  env.NO_COLOR = "1";
  try {
    const exitCode = await run(args);
    return { exitCode, stdout: out.text(), stderr: err.text() };
  } finally {
    chdir(home);
    if (NO_COLOR === undefined) delete env.NO_COLOR;
    else env.NO_COLOR = NO_COLOR;
    out.release();
    err.release();
  }
}

/** Keeps what is written to a stream instead of showing it. */
function capture(stream: NodeJS.WriteStream): { readonly text: () => string; readonly release: () => void } {
  const write = stream.write;
  const pieces: string[] = [];
  stream.write = (piece: string | Uint8Array, ...rest: unknown[]): boolean => {
    pieces.push(piece.toString());
    const done = rest.at(-1);
    if (typeof done === "function") done();
    return true;
  };
  return {
    text: () => pieces.join(""),
    release: () => {
      stream.write = write;
    },
  };
}
