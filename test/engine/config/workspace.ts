import { afterAll } from "@jest/globals";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, sep } from "node:path";
import { ConfigError, ConfigResolver } from "../../../src/engine/config/index.js";
import type { ConfigFlags, ConfigProblem, ResolvedConfig } from "../../../src/engine/config/index.js";
import { testRules } from "./test-rules.js";

const open: Workspace[] = [];

afterAll(() => {
  for (const created of open) created.remove();
});

/** A repository in a temporary folder, with these files. It goes when the tests of the file are done. */
export function workspace(files: Readonly<Record<string, string>>): Workspace {
  const created = new Workspace(files);
  open.push(created);
  return created;
}

class Workspace {
  /** Absolute path with `/`. */
  readonly root: string;

  constructor(files: Readonly<Record<string, string>>) {
    const root = realpathSync(mkdtempSync(join(tmpdir(), "leakcheck-config-")));
    this.root = root.replaceAll(sep, "/");
    mkdirSync(join(root, ".git"));
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  write(name: string, text: string | Uint8Array): void {
    const path = this.path(name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  path(name: string): string {
    return `${this.root}/${name}`;
  }

  resolver(flags: ConfigFlags = {}): ConfigResolver {
    return new ConfigResolver(testRules, flags);
  }

  /** The configuration of a folder of the repository. */
  resolve(folder = "", flags: ConfigFlags = {}): Promise<ResolvedConfig> {
    return this.resolver(flags).resolve(folder === "" ? this.root : this.path(folder));
  }

  /** Levels by rule for a file of the repository. */
  async levels(file = "a.go", flags: ConfigFlags = {}): Promise<Readonly<Record<string, string>>> {
    const config = await this.resolve(dirname(file) === "." ? "" : dirname(file), flags);
    const { rules } = config.settingsFor(this.path(file));
    return Object.fromEntries(Object.entries(rules).map(([name, { level }]) => [name, level]));
  }

  /** What is wrong with the configuration of a folder; paths are relative to the repository. */
  async problems(folder = "", flags: ConfigFlags = {}): Promise<readonly ConfigProblem[]> {
    try {
      await this.resolve(folder, flags);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      return error.problems.map((problem) => JSON.parse(this.#relative(JSON.stringify(problem))));
    }
    return [];
  }

  /** As {@link problems}, each on one line: `.leakcheckrc:1:3: message`. */
  async complaints(folder = "", flags: ConfigFlags = {}): Promise<readonly string[]> {
    const problems = await this.problems(folder, flags);
    return problems.length === 0 ? [] : new ConfigError(problems).message.split("\n");
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  #relative(text: string): string {
    return text.replaceAll(`${this.root}/`, "");
  }
}
