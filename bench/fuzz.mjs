// `npm run fuzz -- DIR [--mutants 10000] [--seed 1]`: lints real Go files with random changes. Nothing may throw, no
// rule may crash, every tree must be sound, and no file may take long. A mutant that does is left in the system's
// folder for temporary files; its seed with `--mutants 1` makes it again.
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { build, install } from "../scripts/steps.mjs";
import { mutate, random } from "./mutate.mjs";

/** Larger files only make it slow. In bytes. */
const maxFileSize = 60_000;
/** For one mutant, in milliseconds. */
const maxTime = 2_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { mutants: { type: "string", default: "10000" }, seed: { type: "string", default: "1" } },
});
const [directory] = positionals;
if (directory === undefined) {
  console.error("Usage: npm run fuzz -- DIR [--mutants 10000] [--seed 1]");
  process.exit(2);
}
install();
await build();
const { lint } = await import("../dist/src/index.js");
const { goParser } = await import("../dist/src/engine/grammar.js");
const { decodeGoSource, unconstrained } = await import("../dist/src/project/index.js");
const { Program } = await import("../dist/src/semantics/index.js");
const parser = await goParser();

const files = goFiles(resolve(process.env.INIT_CWD ?? ".", directory));
if (files.length < 2) throw new Error(`${directory} has no two Go files to start from`);
const [mutants, firstSeed] = [Number(values.mutants), Number(values.seed)];
const count = { erroneous: 0, findings: 0, failures: 0 };
let slowest = { time: 0, seed: firstSeed };
const started = performance.now();
for (let seed = firstSeed; seed < firstSeed + mutants; seed++) await tryMutant(seed);
const seconds = Math.round((performance.now() - started) / 1000);
console.log(
  `${mutants} mutants of ${files.length} files in ${seconds} s: ${count.failures} failures, ` +
    `${count.erroneous} with syntax errors, ${count.findings} findings, ` +
    `slowest ${Math.round(slowest.time)} ms (seed ${slowest.seed})`,
);
process.exitCode = count.failures === 0 ? 0 : 1;

async function tryMutant(seed) {
  const below = random(seed);
  const pick = () => readFileSync(files[below(files.length)], "utf8");
  const bytes = mutate(pick(), pick(), below);
  const start = performance.now();
  let failure;
  try {
    failure = (await faultOfLint(bytes)) ?? faultOfTree(bytes);
  } catch (error) {
    failure = error instanceof Error ? error.stack : String(error);
  }
  const time = performance.now() - start;
  if (time > slowest.time) slowest = { time, seed };
  if (time > maxTime) failure ??= `took ${Math.round(time)} ms`;
  if (failure === undefined) return;
  count.failures++;
  const path = join(tmpdir(), `leakcheck-fuzz-${seed}.go`);
  writeFileSync(path, bytes);
  console.log(`seed ${seed}, ${path}: ${failure}`);
}

/** Lints a mutant with all rules as the only file of a package that is nowhere on the disk. */
async function faultOfLint(bytes) {
  const path = join(tmpdir(), "leakcheck-fuzz", "mutant.go");
  const { diagnostics, notices } = await lint({
    overlay: { path, contents: bytes },
    flags: { config: false, preset: "all", tests: true },
    generated: true,
  });
  count.findings += diagnostics.length;
  if (notices.some(({ kind }) => kind === "syntax-error")) count.erroneous++;
  const crash = notices.find(({ kind }) => kind === "internal-error");
  return crash && (crash.detail ?? crash.message);
}

/** Checks the arena, and asks for every name, type and callee, whether or not a rule does. */
function faultOfTree(bytes) {
  const { text } = decodeGoSource(bytes);
  const tree = parser.parse(text);
  const { size, starts, ends, parents, subtreeEnds } = tree.arena;
  const file = new Program()
    .open({
      kind: "parsed",
      files: [{ tree, constraint: unconstrained }],
      path: "p",
      name: "p",
      origin: undefined,
    })
    .file(tree);
  for (let id = 0; id < size; id++) {
    const parent = id === 0 ? 0 : parents[id];
    const isInside = starts[parent] <= starts[id] && ends[id] <= ends[parent] && ends[id] <= text.length;
    const isNested =
      (id === 0 || parent < id) && id < subtreeEnds[id] && subtreeEnds[id] <= subtreeEnds[parent];
    if (!isInside || !isNested) return `the arena is broken at node ${id}`;
    const node = tree.node(id);
    if (node.kind === "token") continue;
    const object = file.objectOf(node);
    if (object) file.typeOfObject(object);
    file.typeText(file.typeOf(node));
    if (node.kind === "call_expression") {
      file.callee(node);
      file.calleeName(node);
    }
  }
  return undefined;
}

/** The Go files below a folder, sorted, so that a seed means the same everywhere. */
function goFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".go"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => statSync(file).size <= maxFileSize)
    .toSorted();
}
