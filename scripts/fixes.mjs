// `npm run fixes`: with Go on PATH, makes every fix and suggestion of every rule in copies of all fixtures, each one alone
// and then all of them as `--fix=suggestions` does. What comes out is as gofmt has it, and passes go vet where that can be
// told. That the finding is gone and no other has come is what test/fixes.test.ts looks at.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lint, rules } from "../dist/src/index.js";
import { applyEdits } from "../dist/src/text/edit.js";
import { readFixtures } from "../dist/src/testing/index.js";
import { absentModule, goEnvironment, vetFlags } from "./go-vet.mjs";
import { root } from "./steps.mjs";

const workspace = mkdtempSync(join(tmpdir(), "leakcheck-fixes-"));
const failures = [];
let made = 0;
const uncompiled = new Set();

/** All copies of a fixture lie side by side in a folder, so that Go is started once for all of them. */
async function prove(rule, fixture, number) {
  const source = join(root, "rules", rule, "testdata", fixture.name);
  const version = fixture.go ?? "1.22";
  const hasModule = "go.mod" in fixture.files;
  const options = {
    paths: ["."],
    generated: true,
    gitignore: false,
    flags: { preset: "all", tests: true, ...(fixture.go === undefined || hasModule ? {} : { go: version }) },
  };
  const { diagnostics } = await lint({ ...options, cwd: source });
  const fixes = diagnostics.flatMap(({ location, fixes: offered }) =>
    offered.map((fix) => ({ file: location.file, line: location.from.line, fix })),
  );
  if (fixes.length === 0) return;

  const home = join(workspace, String(number));
  const copyTo = (name) => {
    const folder = join(home, name);
    cpSync(source, folder, { recursive: true });
    return folder;
  };
  mkdirSync(home);
  if (!hasModule) writeFileSync(join(home, "go.mod"), `module example.com/fixture\n\ngo ${version}\n`);
  const names = new Map([["before", "the fixture itself"]]);
  copyTo("before");
  for (const [index, { file, line, fix }] of fixes.entries()) {
    const name = `fix${index}`;
    names.set(name, `${file}:${line} ${fix.message}`);
    writeFileSync(join(copyTo(name), file), applyEdits(fixture.files[file], fix.edits));
    made++;
  }
  names.set("all", "all fixes together");
  await lint({ ...options, cwd: copyTo("all"), fix: "suggestions" });

  const complain = (name, text) => failures.push(`${rule}/${fixture.name}: ${names.get(name)}: ${text}`);
  for (const line of run("gofmt", ["-l", "."], home)) complain(line.split(/[\\/]/)[0], "not as gofmt has it");
  const skip = () => uncompiled.add(`${rule}/${fixture.name}`);
  if (hasModule)
    for (const name of names.keys()) vetAlone(join(home, name), (text) => complain(name, text), skip);
  else vetTogether(home, names, complain, skip);
}

/** Copies that are packages of one module. */
function vetTogether(home, names, complain, skip) {
  const complaints = run("go", ["vet", ...vetFlags, "./..."], home).filter((line) => !line.startsWith("#"));
  if (complaints.some((line) => absentModule.test(line) || /^(?:vet: )?\.?\/?before\//.test(line))) {
    skip();
    return;
  }
  for (const line of complaints) {
    const name = [...names.keys()].find((candidate) => line.includes(`${candidate}/`));
    complain(name ?? "all", line);
  }
}

/** A copy that is a module of its own. */
function vetAlone(folder, complain, skip) {
  const complaints = run("go", ["vet", ...vetFlags, "./..."], folder).filter((line) => !line.startsWith("#"));
  if (complaints.some((line) => absentModule.test(line))) skip();
  else for (const line of complaints) complain(line);
}

function run(command, args, cwd) {
  const { stdout, stderr } = spawnSync(command, args, { cwd, env: goEnvironment, encoding: "utf8" });
  return `${stdout}${stderr}`.split("\n").filter((line) => line.trim() !== "");
}

try {
  let number = 0;
  for (const { meta } of rules.filter((rule) => rule.meta.fix !== "none")) {
    const testdata = join(root, "rules", meta.name, "testdata");
    for (const fixture of readFixtures(testdata)) await prove(meta.name, fixture, number++);
  }
} finally {
  rmSync(workspace, { recursive: true, force: true });
}
for (const failure of failures) console.error(failure);
for (const name of uncompiled)
  console.log(`not compiled, as it imports modules that are not at hand: ${name}`);
console.log(`${made} fixes made, ${failures.length} complaints, ${uncompiled.size} fixtures not compiled`);
process.exitCode = failures.length === 0 ? 0 : 1;
