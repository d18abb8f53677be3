// Microsoft's validator with GitHub's rules, over what leakcheck writes: many findings, odd names of files, none. It is
// 100 MB large and so no dependency; npx gets it.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { npxCode } from "../npx.mjs";

const validator = "@microsoft/sarif-multitool@5.7.0";
const leakcheck = fileURLToPath(new URL("../../bin/leakcheck.js", import.meta.url));

/** Names of files that URIs have to encode, as far as the system allows them. */
const oddNames = [
  "with space.go",
  "größe/ß.go",
  "a#b/c.go",
  "100%.go",
  "%41.go",
  "(x) [y] {z}.go",
  "a+b&c=d;e.go",
  "日本語👍.go",
  ...(process.platform === "win32"
    ? []
    : ["what?.go", "a:b.go", "back\\slash.go", '"quoted".go', "a|b<c>.go"]),
];

const runs = {
  "many findings": {
    files: Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`many/many${index}.go`, leaks(index, 25)]),
    ),
    atLeast: 1000,
  },
  "odd names": {
    files: Object.fromEntries(oddNames.map((name) => [name, leaks(0, 1)])),
    atLeast: oddNames.length,
  },
  "no findings": { files: { "clean.go": "package clean\n" }, atLeast: 0 },
};

/** What keeps the check from being run; undefined for nothing. */
export function missing() {
  if (npxCode() === undefined) return "there is no npm beside Node";
  const { status } = validate(["--version"], tmpdir());
  return status === 0 ? undefined : `${validator} cannot be fetched`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, run] of Object.entries(runs)) check(name, run);
}

function check(name, { files, atLeast }) {
  const folder = mkdtempSync(join(tmpdir(), "leakcheck-sarif-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    writeFileSync(join(folder, "go.mod"), "module example.com/sarif\n\ngo 1.22\n");
    const lint = [leakcheck, "--no-config", "--exit-zero", "--format=sarif:report.sarif"];
    const { status, stderr } = spawnSync(process.execPath, lint, { cwd: folder, encoding: "utf8" });
    if (status !== 0) return fail(name, stderr);
    const { results } = readRun(join(folder, "report.sarif"));
    const lost = results.map(fileOf).filter((path) => !existsSync(join(folder, path)));
    const complaints = complaintsAbout("report.sarif", folder);
    const said = `${results.length} results, ${complaints.length} complaints`;
    if (results.length < atLeast) return fail(name, `${said}; ${atLeast} results expected`);
    if (lost.length > 0) return fail(name, `${said}; no such files: ${lost.join(", ")}`);
    if (complaints.length > 0) return fail(name, `${said}\n${complaints.slice(0, 10).join("\n")}`);
    console.log(`${name}: ${said}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fail(name, reason) {
  console.error(`${name}: ${reason}`);
  process.exitCode = 1;
}

/** The file of a result, as a reader of URIs finds it. */
function fileOf({ locations: [{ physicalLocation }] }) {
  return decodeURIComponent(physicalLocation.artifactLocation.uri);
}

/** What the validator says of a file: its rules for SARIF and for GitHub, errors and warnings. */
function complaintsAbout(file, folder) {
  // Its wrapper hands the arguments to a shell once more.
  const rules = ["--rule-kind", '"Sarif;Ghas"', "--level", '"Error;Warning"'];
  const { status, stdout, stderr } = validate(
    ["validate", file, ...rules, "--output", "verdict.sarif"],
    folder,
  );
  if (!existsSync(join(folder, "verdict.sarif")))
    return [`the validator ended with ${status}: ${stdout}${stderr}`];
  const { results, invocations } = readRun(join(folder, "verdict.sarif"));
  const notices = invocations.flatMap(({ toolExecutionNotifications = [] }) => toolExecutionNotifications);
  return [
    ...results.map(
      ({ level = "warning", ruleId, message }) => `${level} ${ruleId}: ${JSON.stringify(message)}`,
    ),
    ...notices.filter(({ level }) => level === "error").map(({ message }) => message.text),
  ];
}

function validate(args, cwd) {
  const npx = [npxCode(), "--yes", "--prefer-offline", validator];
  return spawnSync(process.execPath, [...npx, ...args], { cwd, encoding: "utf8" });
}

function readRun(path) {
  return JSON.parse(readFileSync(path, "utf8")).runs[0];
}

/** A Go file with functions that each leak a file on one path. */
function leaks(file, count) {
  const functions = Array.from(
    { length: count },
    (_, index) => `
func size${file}x${index}(path string, early bool) (int64, error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	if early {
		return 0, nil
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return 0, err
	}
	return info.Size(), f.Close()
}
`,
  );
  return `package many\n\nimport "os"\n${functions.join("")}`;
}
