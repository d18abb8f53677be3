// `node bench/worst-cases.mjs`: the processor time that all rules take for Go code that is as bad as it gets, each in a file of its own.
// With a number of seconds it fails when a case takes longer: `node bench/worst-cases.mjs 2`.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { install, build } from "../scripts/steps.mjs";

install();
await build();
const { lint } = await import("../dist/src/index.js");

const times = (count, text) => Array.from({ length: count }, (_, index) => text(index)).join("");
const open = (index) => `\tf${index}, err := os.Open(p)\n\tif err != nil {\n\t\treturn err\n\t}\n`;
const body = (text) =>
  `func f(p string, n int, mode string, ok bool) (err error) {\n${text}\treturn nil\n}\n`;

const cases = {
  "function of 10,000 lines": body(times(2000, (index) => `${open(index)}\tdefer f${index}.Close()\n`)),
  "1,000 resources, closed at the end": body(
    times(1000, open) + times(1000, (index) => `\tf${index}.Close()\n`),
  ),
  "1,000 resources for one variable": body(
    "\tvar f *os.File\n" +
      times(1000, (index) => `\tif n == ${index} {\n\t\tf, err = os.Open(p)\n\t}\n`) +
      "\tif err != nil {\n\t\treturn err\n\t}\n\tif ok {\n\t\tf.Close()\n\t}\n",
  ),
  "500 flags beside a resource": body(
    open(0) +
      times(500, (index) => `\tvar b${index} bool\n\tif n > ${index} {\n\t\tb${index} = true\n\t}\n`) +
      times(500, (index) => `\tif b${index} {\n\t\tprintln(p)\n\t}\n`),
  ),
  "switch of 5,000 cases, twice": body(
    open(0) +
      "\tswitch n {\n" +
      times(5000, (index) => `\tcase ${index}:\n\t\tprintln(p)\n`) +
      "\t}\n\tswitch n {\n" +
      times(5000, (index) => `\tcase ${index}:\n\t\tf0.Close()\n`) +
      "\t}\n",
  ),
  "select of 2,000 cases": body(
    `${open(0)}\tselect {\n` +
      times(2000, (index) => `\tcase <-time.After(time.Duration(${index})):\n\t\tf0.Close()\n`) +
      "\t}\n",
  ),
  "500 functions that call each other":
    times(
      500,
      (index) =>
        `func g${index}(f *os.File) { g${(index + 1) % 500}(f); g${(index * 7) % 500}(f); go g${(index * 3) % 500}(f) }\n`,
    ) + body(`${open(0)}\tg0(f0)\n`),
  "3,000 functions, each of which calls the next":
    times(3000, (index) => `func g${index}(f *os.File) {\n\tg${index + 1}(f)\n}\n`) +
    "func g3000(f *os.File) { f.Stat() }\n" +
    body(`${open(0)}\tg0(f0)\n`),
  "3,000 blocks inside each other": body(
    `${open(0)}${"\tif ok {\n".repeat(3000)}\tf0.Close()\n${"\t}\n".repeat(3000)}`,
  ),
  "1,000 literals inside each other": body(
    `${open(0)}${"\tfunc() {\n".repeat(1000)}\tf0.Close()\n${"\t}()\n".repeat(1000)}`,
  ),
};

const most = Number(process.argv[2] ?? Infinity);
let isSlow = false;
for (const [name, text] of Object.entries(cases)) {
  if (process.argv[3] !== undefined && !name.includes(process.argv[3])) continue;
  const directory = mkdtempSync(join(tmpdir(), "leakcheck-"));
  writeFileSync(join(directory, "go.mod"), "module example.com/worst\n\ngo 1.22\n");
  const imports = ["os", "time"].filter((path) => text.includes(`${path}.`));
  const head = `package worst\n\n${imports.map((path) => `import "${path}"\n`).join("")}\n`;
  writeFileSync(join(directory, "worst.go"), head + text);
  const started = process.cpuUsage();
  const { diagnostics, notices } = await lint({
    cwd: directory,
    flags: { config: false, preset: "all" },
  });
  const { user, system } = process.cpuUsage(started);
  const seconds = (user + system) / 1e6;
  isSlow ||= seconds > most;
  console.log(`${seconds.toFixed(2)} s  ${name}: ${diagnostics.length} findings, ${notices.length} notices`);
  rmSync(directory, { recursive: true });
}
process.exitCode = isSlow ? 1 : 0;
