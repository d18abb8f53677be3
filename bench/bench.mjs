// `npm run bench -- PATH [--json]`: what a run costs, as whole processes, side by side with a native scanner of the
// same syntax trees. Medians of five runs. Says for each figure whether it meets its target; a miss is no failure.
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, install, root } from "../scripts/steps.mjs";

const runs = 5;
const here = dirname(fileURLToPath(import.meta.url));
const cli = join(root, "bin", "leakcheck.js");

const args = process.argv.slice(2);
const path = args.find((argument) => !argument.startsWith("-"));
if (path === undefined) {
  console.error("Usage: npm run bench -- PATH [--json]");
  process.exit(2);
}
install();
await build();

const folder = mkdtempSync(join(tmpdir(), "leakcheck-bench-"));
try {
  const rows = [
    ...compareWithScanner(resolve(process.env.INIT_CWD ?? ".", path)),
    ...scaling(),
    ...startUp(),
  ];
  if (args.includes("--json")) console.log(JSON.stringify(rows, null, 2));
  else
    console.table(
      rows.map(({ what, value, unit, target }) => ({
        what,
        value: `${value} ${unit}`,
        target,
        met: met(value, target),
      })),
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Cold runs over a project, beside ast-grep with five patterns on the same files. */
function compareWithScanner(project) {
  const memory = join(folder, "memory");
  const environment = { ...process.env, LEAKCHECK_BENCH_MEMORY: memory };
  const preload = ["--import", new URL("report-memory.mjs", import.meta.url).href];
  const ours = [];
  const theirs = [];
  let peak = 0;
  // Taking turns, so that whatever else the machine does hits both.
  for (let run = 0; run < runs; run++) {
    ours.push(
      time(
        process.execPath,
        [...preload, cli, "lint", "--exit-zero", "--format", "compact", project],
        environment,
      ),
    );
    peak = Math.max(peak, Number(readFileSync(memory, "utf8")));
    theirs.push(time(scanner(), ["scan", "--rule", join(here, "ast-grep.yml"), project]));
  }
  const [our, their] = [median(ours), median(theirs)];
  return [
    row("leakcheck, cold", our / 1000, "s"),
    row("ast-grep, five patterns", their / 1000, "s"),
    row("leakcheck / ast-grep", our / their, "x", 4),
    row("peak memory", peak / 1e6, "MB", 600),
  ];
}

/**
 * What a megabyte costs in projects of different size, and by how much it gets dearer where a project is larger. In
 * small ones it is dearer, since there it pays for machine code that is still to be optimised.
 */
function scaling() {
  // What a run costs before its first file is the same for every size and no part of the question.
  const starting = lintingTime(join(folder, "project-0"), 1);
  const rows = [1, 5, 10, 20].map((megabytes) => {
    const project = join(folder, `project-${megabytes}`);
    return row(
      `time per MB of ${megabytes} MB`,
      (lintingTime(project, megabytes * 1e6) - starting) / megabytes,
      "ms",
    );
  });
  const growth = rows.flatMap((large, at) => rows.slice(0, at).map((small) => large.value / small.value));
  return [...rows, row("time per MB, larger / smaller project", Math.max(...growth), "x", 1.2)];
}

/** Milliseconds for a project of that many bytes. */
function lintingTime(project, bytes) {
  writeProject(project, bytes);
  return median(repeat(() => time(process.execPath, [cli, "lint", "--exit-zero", project])));
}

function startUp() {
  const project = join(folder, "small");
  writeProject(project, 20 * 5_000, 5_000, 20);
  const [file] = readdirSync(join(project, "p0"));
  const bare = median(repeat(() => time(process.execPath, ["-e", "0"])));
  const help = median(repeat(() => time(process.execPath, [cli, "--help"])));
  const one = median(repeat(() => time(process.execPath, [cli, "--exit-zero", join(project, "p0", file)])));
  return [
    row("node -e 0", bare, "ms"),
    row("leakcheck --help / node -e 0", help / bare, "x", 2.6),
    row("one file of a 20-file package / node -e 0", one / bare, "x", 6),
  ];
}

/** Writes packages of Go files until a size in bytes is reached. */
function writeProject(project, bytes, fileSize = 40_000, filesPerPackage = 10) {
  let written = 0;
  for (let number = 0; written < bytes; number++) {
    const directory = join(project, `p${Math.floor(number / filesPerPackage)}`);
    mkdirSync(directory, { recursive: true });
    const text = goFile(number, fileSize);
    writeFileSync(join(directory, `f${number}.go`), text);
    written += text.length;
  }
  writeFileSync(join(project, "go.mod"), "module example.com/bench\n\ngo 1.22\n");
}

/** A file of everyday code: opens, loops, goroutines, error checks. */
function goFile(number, size) {
  const head = `package p\n\nimport (\n\t"fmt"\n\t"io"\n\t"os"\n\t"time"\n)\n`;
  const pieces = [head];
  for (let length = head.length, at = 0; length < size; at++) {
    const name = `${number}x${at}`;
    const piece = `
type record${name} struct {
	id    int
	names []string
	seen  map[string]time.Time
}

// read${name} reads what is at a path and counts it.
func read${name}(path string, limit int) (*record${name}, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, int64(limit)))
	if err != nil {
		return nil, err
	}
	r := &record${name}{id: len(data), seen: map[string]time.Time{}}
	for i, b := range data {
		if b == '\\n' && i > limit/2 {
			r.names = append(r.names, string(data[:i]))
			r.seen[path] = time.Now()
		}
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		for _, name := range r.names {
			fmt.Println(name, r.id)
		}
	}()
	<-done
	return r, nil
}
`;
    pieces.push(piece);
    length += piece.length;
  }
  return pieces.join("");
}

/** Milliseconds that a process takes from its start to its end. */
function time(command, commandArgs, env = process.env) {
  const started = process.hrtime.bigint();
  const { status, error, stderr } = spawnSync(command, commandArgs, {
    env,
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
  return Number(process.hrtime.bigint() - started) / 1e6;
}

/** The scanner's own binary: its npm wrapper would cost a second process. */
function scanner() {
  const require = createRequire(import.meta.url);
  const scope = dirname(dirname(require.resolve("@ast-grep/cli/package.json")));
  const name = process.platform === "win32" ? "ast-grep.exe" : "ast-grep";
  const found = readdirSync(scope)
    .filter((entry) => entry.startsWith("cli-"))
    .map((entry) => join(scope, entry, name))
    .find((file) => existsSync(file));
  if (!found) throw new Error("the binary of @ast-grep/cli is not installed");
  return found;
}

function repeat(measure) {
  return Array.from({ length: runs }, measure);
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function row(what, value, unit, target) {
  return { what, value: Number(value.toFixed(2)), unit, target };
}

function met(value, target) {
  if (target === undefined) return "";
  return value <= target ? "ok" : "OVER";
}
