import { spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

/** A step of a composite action: it runs a script or uses another action. */
export interface Step {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly shell?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string | boolean>>;
  readonly "continue-on-error"?: boolean;
}

/** What action.yml says. */
export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

/** The project's folder: what GITHUB_ACTION_PATH is to the action. */
export const actionPath = fileURLToPath(new URL("../..", import.meta.url));

export const action = parse(readFileSync(join(actionPath, "action.yml"), "utf8")) as Action;

/** A workflow's run as far as the action sees it. */
export interface Surroundings {
  /** Folder of the checkout. */
  readonly workspace: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** What started the workflow. */
  readonly event?: unknown;
  /** Variables beside those that every run has. */
  readonly env?: Readonly<Record<string, string>>;
  /** What comes of the upload, which is not made. */
  readonly upload?: "success" | "failure";
}

/** What a step did. */
export interface StepRun {
  readonly outcome: "success" | "failure" | "skipped";
  readonly exitCode: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** What a used action was given. */
  readonly with: Readonly<Record<string, string>>;
}

/** What the whole action did. */
export interface ActionRun {
  readonly steps: Readonly<Record<string, StepRun>>;
  readonly conclusion: "success" | "failure";
  readonly outputs: Readonly<Record<string, string>>;
  /** The summary of the job, in Markdown. */
  readonly summary: string;
}

const skipped: StepRun = { outcome: "skipped", exitCode: null, log: "", outputs: {}, with: {} };

/**
 * Runs the steps of action.yml in a made-up environment of GitHub Actions: scripts as the runner would, each in a process of
 * its own; actions that others have written are taken to have done their work.
 */
export function runAction(surroundings: Surroundings): ActionRun {
  const temp = realpathSync(mkdtempSync(join(tmpdir(), "leakcheck runner ")));
  try {
    return new Runner(temp, surroundings).run();
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

class Runner {
  readonly #temp: string;
  readonly #surroundings: Surroundings;
  readonly #inputs: Readonly<Record<string, string>>;
  readonly #steps: Record<string, StepRun> = {};
  #failed = false;

  constructor(temp: string, surroundings: Surroundings) {
    this.#temp = temp;
    this.#surroundings = surroundings;
    const defaults = Object.entries(action.inputs).map(([name, input]) => [name, input.default]);
    this.#inputs = { ...Object.fromEntries(defaults), ...surroundings.inputs };
  }

  run(): ActionRun {
    for (const step of action.runs.steps) {
      const done = this.#isWanted(step.if) ? this.#step(step) : skipped;
      this.#steps[step.id ?? step.name] = done;
      if (done.outcome === "failure" && step["continue-on-error"] !== true) this.#failed = true;
    }
    const outputs = Object.entries(action.outputs).map(([name, { value }]) => [name, this.#filledIn(value)]);
    return {
      steps: this.#steps,
      conclusion: this.#failed ? "failure" : "success",
      outputs: Object.fromEntries(outputs),
      summary: this.#read("summary"),
    };
  }

  #step(step: Step): StepRun {
    if (step.run !== undefined) return this.#script(step.run, this.#allFilledIn(step.env));
    const outcome = step.id === "upload" ? (this.#surroundings.upload ?? "success") : "success";
    return { ...skipped, outcome, with: this.#allFilledIn(step.with) };
  }

  #script(run: string, env: Readonly<Record<string, string>>): StepRun {
    const outputFile = join(this.#temp, "output");
    writeFileSync(outputFile, "");
    writeFileSync(join(this.#temp, "event"), JSON.stringify(this.#surroundings.event ?? {}));
    const inherited = { ...process.env };
    for (const name of Object.keys(inherited)) {
      if (/^(?:GITHUB_|LEAKCHECK_|RUNNER_|npm_|FORCE_COLOR$)/.test(name)) delete inherited[name];
    }
    const [program, args] = command(run);
    const logFile = join(this.#temp, "log");
    const log = openSync(logFile, "w");
    const { status } = spawnSync(program, args, {
      cwd: this.#surroundings.workspace,
      stdio: ["ignore", log, log],
      env: {
        ...inherited,
        GITHUB_ACTION_PATH: actionPath,
        GITHUB_WORKSPACE: this.#surroundings.workspace,
        GITHUB_EVENT_NAME: "push",
        GITHUB_EVENT_PATH: join(this.#temp, "event"),
        GITHUB_OUTPUT: outputFile,
        GITHUB_STEP_SUMMARY: join(this.#temp, "summary"),
        GITHUB_SERVER_URL: "https://github.com",
        GITHUB_REPOSITORY: "owner/repo",
        GITHUB_SHA: "abc123",
        RUNNER_TEMP: this.#temp,
        ...this.#surroundings.env,
        ...env,
      },
    });
    closeSync(log);
    const outputs = [...readFileSync(outputFile, "utf8").matchAll(/^(.+?)<<(.+)\n([^]*?)\n\2\n/gm)];
    return {
      ...skipped,
      outcome: status === 0 ? "success" : "failure",
      exitCode: status,
      log: readFileSync(logFile, "utf8"),
      outputs: Object.fromEntries(outputs.map(([, name, , value]) => [name, value])),
    };
  }

  /** Understands the conditions that the action uses: comparisons joined by `&&`, of which one may be `always()`. */
  #isWanted(condition = "success()"): boolean {
    const parts = condition.split(" && ");
    if (this.#failed && !parts.includes("always()")) return false;
    return parts.every((part) => {
      if (part === "always()" || part === "success()") return true;
      const [, name = "", operator, value] = /^(\S+) (==|!=) '(.*)'$/.exec(part) ?? [];
      if (operator === undefined) throw new Error(`unknown condition: ${part}`);
      return (this.#value(name) === value) === (operator === "==");
    });
  }

  #allFilledIn(values: Readonly<Record<string, string | boolean>> = {}): Record<string, string> {
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, this.#filledIn(String(value))]),
    );
  }

  #filledIn(text: string): string {
    return text.replace(/\$\{\{ (.*?) \}\}/g, (_, name: string) => this.#value(name));
  }

  #value(name: string): string {
    const [context, key = "", ...rest] = name.split(".");
    if (context === "inputs" && Object.hasOwn(this.#inputs, key)) return this.#inputs[key] ?? "";
    if (context === "steps" && rest[0] === "outcome") return this.#steps[key]?.outcome ?? "";
    if (context === "steps" && rest[0] === "outputs") return this.#steps[key]?.outputs[rest[1] ?? ""] ?? "";
    throw new Error(`unknown value: ${name}`);
  }

  #read(name: string): string {
    const path = join(this.#temp, name);
    return existsSync(path) ? readFileSync(path, "utf8") : "";
  }
}

/** The script of a step: a Node program of the action, and nothing else that a shell would have to read. */
export const scriptLine = /^node "\$GITHUB_ACTION_PATH\/(scripts\/[\w/-]+\.mjs)"$/;

/** Runs a script in the shell that the action names; Windows has none of its own, only what the runner brings. */
function command(run: string): readonly [program: string, args: readonly string[]] {
  if (process.platform !== "win32") return ["bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", run]];
  const [, script = ""] = scriptLine.exec(run) ?? [];
  return [process.execPath, [join(actionPath, script)]];
}
