import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { jest } from "@jest/globals";

// A process takes its time on a busy machine.
jest.setTimeout(60_000);

const command = fileURLToPath(new URL("../../bin/leakcheck.js", import.meta.url));

/** Where and with what the command runs. */
export interface CliSurroundings {
  readonly cwd: string;
  /** Standard input; empty unless given. */
  readonly stdin?: string | Uint8Array;
  /** Variables beside those of the tests themselves, without any that decide about colours. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What came of a run. */
export interface CliRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command as a process of its own. */
export async function runCli(args: readonly string[], surroundings: CliSurroundings): Promise<CliRun> {
  const child = startCli(args, surroundings);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), ended(child)]);
  return { exitCode: child.exitCode, stdout, stderr };
}

/** Runs the command with a reader that goes away after the first piece of output, as `leakcheck | head` does. */
export async function runCliBriefly(args: readonly string[], surroundings: CliSurroundings): Promise<CliRun> {
  const child = startCli(args, surroundings);
  let stdout = "";
  child.stdout.once("data", (piece: Buffer) => {
    stdout = piece.toString();
    child.stdout.destroy();
  });
  const [stderr] = await Promise.all([text(child.stderr), ended(child)]);
  return { exitCode: child.exitCode, stdout, stderr };
}

function startCli(args: readonly string[], { cwd, stdin = "", env = {} }: CliSurroundings) {
  const inherited = { ...process.env };
  for (const name of ["NO_COLOR", "FORCE_COLOR", "CI", "TERM"]) delete inherited[name];
  const child = spawn(process.execPath, [command, ...args], {
    cwd,
    env: { ...inherited, ...env },
    stdio: "pipe",
  });
  // A command that does not read its input may end before it has all of it.
  child.stdin.on("error", () => {});
  child.stdin.end(stdin);
  return child;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null) await once(child, "close");
}
