// `npm run bench:rules -- PATH [--runs N]`: the processor time that all rules add to reading, parsing and copying the trees of
// a project, tests included. Whole processes from a cold start, and runs in one process that has warmed up: the difference
// is what the engine takes to optimise machine code, which short runs pay for.
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build, install } from "../scripts/steps.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: "string", default: "5" }, inside: { type: "boolean", default: false } },
});
const [path] = positionals;
if (path === undefined) {
  console.error("Usage: npm run bench:rules -- PATH [--runs N]");
  process.exit(2);
}
const project = resolve(process.env.INIT_CWD ?? ".", path);
const runs = Number(values.runs);
const { lint } = values.inside ? await import("../dist/src/index.js") : {};

// What directives there are is told without a look at names, types or paths.
const treesAlone = { only: ["unused-directive"], tests: true, config: false };
const allRules = { preset: "all", tests: true, config: false };
// Those that are not about ownership on paths, and ask for names and types as well.
const otherRules = {
  ...allRules,
  only: [
    "growing-global",
    "retained-subslice",
    "endless-goroutine",
    "unused-directive",
    "unexplained-directive",
  ],
};

if (values.inside) {
  // This is one of the processes that are measured from outside, or the one that warms up.
  const figures = [];
  for (let run = 0; run < runs; run++)
    figures.push([
      await processorTime(treesAlone),
      await processorTime(allRules),
      await processorTime(otherRules),
    ]);
  console.log(JSON.stringify(figures));
} else {
  install();
  await build();
  const cold = Array.from({ length: runs }, () => measured(1)[0]);
  const warm = measured(runs + 2).slice(2);
  for (const [name, figures] of [
    ["cold", cold],
    ["warm", warm],
  ]) {
    const [trees, all, others] = [0, 1, 2].map((at) => median(figures.map((figure) => figure[at])));
    console.log(
      `${name}: trees ${trees.toFixed(2)} s, with all rules ${all.toFixed(2)} s: ` +
        `the rules add ${((all - trees) / trees).toFixed(2)} times as much, ` +
        `those of ownership ${((all - others) / trees).toFixed(2)} to the ${others.toFixed(2)} s of the others`,
    );
  }
}

/** Seconds with trees alone and with all rules, for each of some runs in one process. */
function measured(count) {
  const here = fileURLToPath(import.meta.url);
  const { stdout, status } = spawnSync(
    process.execPath,
    [here, project, "--inside", "--runs", String(count)],
    {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  if (status !== 0) throw new Error(`a run ended with ${status}`);
  return JSON.parse(stdout);
}

async function processorTime(flags) {
  const started = process.cpuUsage();
  await lint({ cwd: project, paths: ["."], flags });
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
