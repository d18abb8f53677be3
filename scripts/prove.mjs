// `npm run prove`: with Go on PATH, checks that what we show as Go is Go: every fixture and the example service
// compile and pass go vet with the Go version that their folder names.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { absentModule, goEnvironment, vetFlags } from "./go-vet.mjs";
import { root } from "./steps.mjs";

function folders(path) {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [join(path, entry.name)] : [],
  );
}

/** testdata/go1.NN/<case> of all rules, with the version. */
const fixtures = folders(join(root, "rules")).flatMap((rule) =>
  folders(join(rule, "testdata")).flatMap((version) =>
    // Fixtures for code outside of any module still need one to be compiled.
    folders(version).map((folder) => ({ folder, go: /^go(.+)$/.exec(basename(version))?.[1] ?? "1.22" })),
  ),
);

let failures = 0;
let unchecked = 0;

function vet(name, folder) {
  const { status, stdout, stderr } = spawnSync("go", ["vet", ...vetFlags, "./..."], {
    cwd: folder,
    env: goEnvironment,
    encoding: "utf8",
  });
  if (status === 0) return;
  const complaints = `${stdout}${stderr}`
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"));
  if (complaints.every((line) => absentModule.test(line))) {
    unchecked++;
    console.log(`not compiled, as it imports modules that are not at hand: ${name.slice(root.length + 1)}`);
    return;
  }
  failures++;
  console.error(`${name}\n${stdout}${stderr}`);
}

for (const { folder, go } of fixtures) {
  const copy = mkdtempSync(join(tmpdir(), "leakcheck-prove-"));
  try {
    cpSync(folder, copy, { recursive: true });
    const mod = join(copy, "go.mod");
    if (!existsSync(mod)) writeFileSync(mod, `module example.com/fixture\n\ngo ${go}\n`);
    vet(folder, copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
vet("examples/leaky-service", join(root, "examples", "leaky-service"));
const checked = fixtures.length - unchecked;
console.log(`${checked} fixtures and the example checked, ${failures} failed, ${unchecked} not compiled`);
process.exitCode = failures === 0 ? 0 : 1;
