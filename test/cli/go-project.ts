import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, sep } from "node:path";
import { runCli } from "./run-cli.js";
import type { CliRun, CliSurroundings } from "./run-cli.js";
import { runHere } from "./run-here.js";

/** A Go module in a temporary folder, which is a repository of its own. */
export class GoProject {
  /** Absolute path with `/`. */
  readonly root: string;

  /** Contents by path; there is a go.mod that says go 1.22 unless one is given. */
  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    const root = realpathSync(mkdtempSync(join(tmpdir(), "leakcheck-")));
    this.root = root.replaceAll(sep, "/");
    mkdirSync(this.path(".git"));
    this.write("go.mod", "module example.com/app\n\ngo 1.22\n");
    for (const [path, contents] of Object.entries(files)) this.write(path, contents);
  }

  path(path: string): string {
    return `${this.root}/${path}`;
  }

  write(path: string, contents: string | Uint8Array): void {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), contents);
  }

  read(path: string): string {
    return readFileSync(this.path(path), "utf8");
  }

  rename(from: string, to: string): void {
    renameSync(this.path(from), this.path(to));
  }

  has(path: string): boolean {
    return existsSync(this.path(path));
  }

  /** Runs leakcheck in this process, in the module's root or in a folder below it. */
  run(args: readonly string[], folder = ""): Promise<CliRun> {
    return runHere(args, join(this.root, folder));
  }

  /** Runs the built leakcheck as a process of its own in the module's root. */
  spawn(args: readonly string[], rest: Omit<CliSurroundings, "cwd"> = {}): Promise<CliRun> {
    return runCli(args, { cwd: this.root, ...rest });
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Source of a package with a file that is never closed, on line 6: an error. */
export const unclosed = `package app

import "os"

func size() int64 {
	f, _ := os.Open("x")
	info, _ := f.Stat()
	return info.Size()
}
`;

/** Source of a package with a ticker that is never stopped, on line 6: a warning before Go 1.23. */
export const unstopped = `package app

import "time"

func wait() {
	t := time.NewTicker(time.Second)
	<-t.C
}
`;

/** Source of a package with nothing to find. */
export const clean = "package app\n\nfunc nothing() {}\n";
