// pre-commit with the hooks of this repository, as they are committed: a leaking file does not get into a commit, a clean
// one does, what counts of a file is what is staged, and leakcheck-fix mends. Installing the hooks needs the npm registry.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "../steps.mjs";

/** What has to be on PATH. */
export const program = "pre-commit";

const leaking = `package app

import "os"

func size(path string) int64 {
	f, err := os.Open(path)
	if err != nil {
		return 0
	}
	info, _ := f.Stat()
	return info.Size()
}
`;
const fixed = leaking.replace("\tinfo", "\tdefer f.Close()\n\tinfo");
const finding = "a.go:6:12: error: f, the file that os.Open opens, is never closed (unclosed-file)";

const offline = /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED)\b/;

class Failure extends Error {}

function check() {
  const folder = mkdtempSync(join(tmpdir(), "leakcheck-pre-commit-"));
  const environment = environmentIn(folder);
  const run = (command, args, cwd) => runIn(cwd, environment, command, args);
  try {
    const hooks = join(folder, "leakcheck");
    wanted(run("git", ["clone", "--quiet", root, hooks], folder));
    const revision = wanted(run("git", ["rev-parse", "HEAD"], hooks)).trim();
    const newProject = (hook) => new Project(join(folder, `with-${hook}`), { hook, hooks, revision }, run);
    checkLeakcheck(newProject("leakcheck"));
    checkLeakcheckFix(newProject("leakcheck-fix"));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function checkLeakcheck(project) {
  project.write(leaking);
  project.stage();
  project.expectBlocked(finding);
  project.write(fixed);
  project.expectBlocked(finding); // What is staged still leaks.
  project.stage();
  project.write(leaking);
  project.expectCommitted();
  if (project.read() !== leaking) throw new Failure("what was not staged got lost");
}

function checkLeakcheckFix(project) {
  project.write(leaking);
  project.stage();
  project.expectBlocked("files were modified by this hook");
  if (project.read() !== fixed) throw new Failure(`leakcheck-fix made this of the file:\n${project.read()}`);
  project.stage();
  project.expectCommitted();
}

/** A Go repository in which pre-commit runs one of the hooks. */
class Project {
  #folder;
  #run;

  constructor(folder, { hook, hooks, revision }, run) {
    this.#folder = folder;
    this.#run = run;
    mkdirSync(this.#folder);
    this.#git("init", "--quiet");
    writeFileSync(join(this.#folder, "go.mod"), "module example.com/app\n\ngo 1.22\n");
    writeFileSync(
      join(this.#folder, ".pre-commit-config.yaml"),
      JSON.stringify({ repos: [{ repo: hooks, rev: revision, hooks: [{ id: hook }] }] }),
    );
    this.stage();
    const { status, output } = run(program, ["install", "--install-hooks"], this.#folder);
    if (status === 0) return;
    const cause = offline.test(output) ? "the npm registry cannot be reached" : "see above";
    throw new Failure(`${output}\nthe hooks could not be installed: ${cause}`);
  }

  read() {
    return readFileSync(this.#file, "utf8");
  }

  write(text) {
    writeFileSync(this.#file, text);
  }

  stage() {
    this.#git("add", "--all");
  }

  expectBlocked(reason) {
    const { status, output } = this.#commit();
    if (status === 0 || !output.includes(reason))
      throw new Failure(`${output}\nthe commit was not held up with: ${reason}`);
  }

  expectCommitted() {
    const { status, output } = this.#commit();
    if (status !== 0) throw new Failure(`${output}\nthe commit was held up`);
  }

  get #file() {
    return join(this.#folder, "a.go");
  }

  #commit() {
    return this.#run("git", ["commit", "--message", "a"], this.#folder);
  }

  #git(...args) {
    wanted(this.#run("git", args, this.#folder));
  }
}

/** The environment without what belongs to somebody else's git or pre-commit. */
function environmentIn(folder) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(?:GIT_|PRE_COMMIT)/.test(name));
  const gitConfig = join(folder, "gitconfig");
  writeFileSync(gitConfig, "[user]\n\tname = Nobody\n\temail = nobody@example.com\n");
  return {
    ...Object.fromEntries(inherited),
    PRE_COMMIT_HOME: join(folder, "home"),
    GIT_CONFIG_GLOBAL: gitConfig,
    GIT_CONFIG_NOSYSTEM: "1",
  };
}

function runIn(cwd, env, command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env, encoding: "utf8" });
  if (error) throw error;
  return { status, output: stdout + stderr };
}

/** What a command says that has to succeed. */
function wanted({ status, output }) {
  if (status !== 0) throw new Failure(output);
  return output;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) check();
