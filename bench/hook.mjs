// `npm run bench:hook -- PATH`: how long a commit waits. Lints five files of five packages of a project, as the hook for
// pre-commit does, for several choices of files; prints for each the median of wall time and of processor time.
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync, rmSync, mkdtempSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { build, install, root } from "../scripts/steps.mjs";

const cli = join(root, "bin", "leakcheck.js");
const hook = [cli, "lint", "--exit-zero", "--force-exclude", "--no-error-on-unmatched"];

const { values, positionals } = parseArgs({
  options: {
    files: { type: "string", default: "5" },
    choices: { type: "string", default: "8" },
    runs: { type: "string", default: "3" },
  },
  allowPositionals: true,
});
const [count, choices, runs] = [values.files, values.choices, values.runs].map(Number);
const [path] = positionals;
if (path === undefined) {
  console.error("Usage: npm run bench:hook -- PATH [--files N] [--choices N] [--runs N]");
  process.exit(2);
}
install();
await build();

const project = resolve(process.env.INIT_CWD ?? ".", path);
const packages = packagesBelow(project);
const folder = mkdtempSync(join(tmpdir(), "leakcheck-hook-"));
try {
  console.log(`load of the machine: ${loadavg()[0].toFixed(1)}; node -e 0: ${show(measure(["-e", "0"]))}`);
  for (let choice = 0; choice < choices; choice++) {
    const files = choose(choice);
    console.log(`${show(measure([...hook, ...files]))}  ${files.join(" ")}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Files of packages that lie evenly spread over the project; each choice has others. */
function choose(choice) {
  return Array.from({ length: count }, (_, at) => {
    const files = packages[Math.floor(((at + (choice + 0.5) / choices) * packages.length) / count)];
    return relative(project, files[Math.floor(((choice + 0.5) / choices) * files.length)]);
  });
}

/** The Go files of each folder that has some; without what is not the project's own. */
function packagesBelow(directory) {
  const entries = readdirSync(directory, { withFileTypes: true });
  const files = entries.filter(({ name }) => name.endsWith(".go") && !name.endsWith("_test.go"));
  const folders = entries.filter(
    (entry) => entry.isDirectory() && !/^(?:[._]|vendor$|testdata$)/.test(entry.name),
  );
  const own = files.length > 0 ? [files.map(({ name }) => join(directory, name))] : [];
  return [...own, ...folders.flatMap(({ name }) => packagesBelow(join(directory, name)))];
}

/** Medians of the milliseconds that a run of Node takes, and that it keeps processors busy. */
function measure(args) {
  const report = join(folder, "report");
  const env = { ...process.env, LEAKCHECK_BENCH_PROCESSOR_TIME: report };
  const preload = ["--import", new URL("report-processor-time.mjs", import.meta.url).href];
  const measured = Array.from({ length: runs }, () => {
    const started = performance.now();
    const { status, error, stderr } = spawnSync(process.execPath, [...preload, ...args], {
      cwd: project,
      env,
      stdio: ["ignore", "ignore", "pipe"],
      encoding: "utf8",
    });
    if (error) throw error;
    if (status !== 0) throw new Error(stderr);
    return { wall: performance.now() - started, busy: Number(readFileSync(report, "utf8")) };
  });
  return { wall: median(measured.map(({ wall }) => wall)), busy: median(measured.map(({ busy }) => busy)) };
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function show({ wall, busy }) {
  return `${Math.round(wall)} ms, processor ${Math.round(busy)} ms`;
}
