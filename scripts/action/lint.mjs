// The step of action.yml that lints: runs leakcheck as the inputs say, with a report for each place where findings are
// shown, and leaves it to the last step to fail. Fails itself only where there is no report.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { npxCode } from "../npx.mjs";
import { changeBase } from "./change-base.mjs";
import { InputError, readInputs } from "./inputs.mjs";
import { annotate, setOutputs, withoutCommands } from "./workflow.mjs";

const { env } = process;

try {
  lint();
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  annotate("error", error.message);
  process.exitCode = 2;
}

function lint() {
  const inputs = readInputs(env);
  const directory = workingDirectory(inputs);
  const root = repositoryRoot(directory);
  const event = readEvent();
  const reports = mkdtempSync(join(env.RUNNER_TEMP ?? tmpdir(), "leakcheck-"));
  const file = (name) => join(reports, name);
  const since = inputs.onlyNew ? changeBase(event, directory, env) : undefined;
  const args = [
    "lint",
    ...option("preset", inputs.preset),
    ...option("config", inputs.config),
    ...option("since", since),
    ...(inputs.failLevel === "never" ? ["--exit-zero"] : option("fail-level", inputs.failLevel)),
    ...option("relative-to", root),
    ...option("source-url", sourceUrl()),
    "--format=text",
    `--format=sarif:${file("leakcheck.sarif")}`,
    `--format=json:${file("report.json")}`,
    `--format=github:${file("annotations.txt")}`,
    `--format=markdown:${file("summary.md")}`,
    ...inputs.args,
    "--",
    ...inputs.paths,
  ];
  const exitCode = withoutCommands(() => run(inputs.version, args, directory));
  if (!existsSync(file("report.json"))) {
    annotate("error", "leakcheck could not do its work: the log of this step says why.");
    process.exitCode = exitCode || 1;
    return;
  }
  const { summary } = JSON.parse(readFileSync(file("report.json"), "utf8"));
  setOutputs({
    reports,
    root,
    sarif: file("leakcheck.sarif"),
    "exit-code": exitCode,
    findings: summary.findings,
    errors: summary.errors,
    warnings: summary.warnings,
    upload: inputs.upload === "auto" ? !isFromFork(event) : inputs.upload,
  });
}

function option(name, value) {
  return value === undefined || value === "" ? [] : [`--${name}=${value}`];
}

/** Runs leakcheck without a shell, so that no argument can be taken for anything else, and returns its exit code. */
function run(version, args, cwd) {
  const own = fileURLToPath(new URL("../../bin/leakcheck.js", import.meta.url));
  const command = version === "" ? [own] : [npx(), "--yes", `leakcheck@${version}`];
  // One stream, so that all of it comes before the runner listens again.
  const { status, error } = spawnSync(process.execPath, [...command, ...args], {
    cwd,
    stdio: ["ignore", 1, 1],
  });
  if (error) throw error;
  return status ?? 1;
}

function npx() {
  const code = npxCode();
  if (code === undefined)
    throw new InputError(`There is no npm beside ${process.execPath} to get a version with.`);
  return code;
}

function workingDirectory(inputs) {
  const directory = resolve(env.GITHUB_WORKSPACE ?? ".", inputs.workingDirectory);
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return directory;
  throw new InputError(`The input working-directory names no folder: ${inputs.workingDirectory}`);
}

/** The root of the checkout that a folder lies in, which code scanning's paths start at; the workspace without git. */
function repositoryRoot(directory) {
  for (let folder = directory; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (folder === dirname(folder)) return env.GITHUB_WORKSPACE ?? directory;
  }
}

/** What started the workflow. */
function readEvent() {
  const path = env.GITHUB_EVENT_PATH ?? "";
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
}

/** Whether the token of this run may only read: that of a pull request from a fork. */
function isFromFork({ pull_request: change }) {
  if (env.GITHUB_EVENT_NAME !== "pull_request" || change === undefined) return false;
  // The repository of a head that was deleted is unknown.
  return change.head?.repo?.full_name !== change.base?.repo?.full_name;
}

/** Where GitHub shows the files of this run. */
function sourceUrl() {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: revision } = env;
  return server && repository && revision ? `${server}/${repository}/blob/${revision}` : undefined;
}
