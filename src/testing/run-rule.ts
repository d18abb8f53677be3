import type { Diagnostic, Notice } from "../diagnostic/index.js";
import { directiveRules } from "../engine/directives/directive-rules.js";
import { displayPath } from "../engine/display-path.js";
import type { EnabledRule } from "../engine/enabled-rule.js";
import { goParser } from "../engine/grammar.js";
import { openProgram } from "../engine/open-program.js";
import { lintPackage } from "../engine/package-linter.js";
import type { FileTask } from "../engine/package-linter.js";
import { ModuleResolver, loadPackages, parentPath } from "../project/index.js";
import type { ProjectProblem } from "../project/index.js";
import { defaultOptions } from "../rule/index.js";
import type { ResourceFacts, Rule } from "../rule/index.js";
import { memoryFileSystem } from "./memory-file-system.js";

/** Go code to run a rule on. */
export interface RuleRun {
  /** Texts by path: `a.go`, `store/cache.go`, and `go.mod` where it says more than the Go version. */
  readonly files: Readonly<Record<string, string>>;
  /** Version in the go.mod that the files are given when they have none: "1.22". Without it they are in no module. */
  readonly go?: string;
  /** Options of the rule; those left out have their defaults. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** What a configuration says of resources of the project's own. */
  readonly resources?: readonly ResourceFacts[];
  /** Rules that run beside it with default options, so that there is something for directives to silence. */
  readonly companions?: readonly Rule[];
}

/** What came of a run. */
export interface RuleOutcome {
  /** The findings of the rule itself, sorted by file and position. */
  readonly diagnostics: readonly Diagnostic[];
  /** Files that could not be read in full, and crashes. */
  readonly notices: readonly Notice[];
}

/**
 * Runs a rule over Go code, tests and generated files included, with directives in force. Throws when the rule
 * crashes. Syntax errors in the code are no obstacle.
 */
export async function runRule(rule: Rule, run: RuleRun): Promise<readonly Diagnostic[]> {
  const { diagnostics, notices } = await lintFiles(rule, run);
  const crash = notices.find(({ kind }) => kind === "internal-error");
  if (crash) throw new Error(`${crash.file}: ${crash.message}\n${crash.detail ?? ""}`);
  return diagnostics;
}

/** Does the work of `runRule`, and leaves it to the caller what to make of notices. */
export async function lintFiles(rule: Rule, run: RuleRun): Promise<RuleOutcome> {
  const parser = await goParser();
  const files = absoluteFiles(run);
  const fileSystem = memoryFileSystem(files);
  const modules = new ModuleResolver(fileSystem);
  const companions = (run.companions ?? []).filter((companion) => companion !== rule);
  const task: FileTask = {
    rules: [enable(rule, run.options), ...companions.map((companion) => enable(companion))],
    go: undefined,
  };
  const program = openProgram({ fileSystem, modules, parser });
  const directives = directiveRules([rule, ...companions], true);
  const { resources = [] } = run;

  const diagnostics: Diagnostic[] = [];
  const notices: Notice[] = [];
  for (const directory of goDirectories(files)) {
    const loaded = loadPackages(fileSystem, directory, modules);
    notices.push(...loaded.problems.map(toNotice));
    for (const goPackage of loaded.packages) {
      const tasks = new Map(goPackage.files.map((file) => [file, task]));
      const packageTask = { package: goPackage, files: tasks, display, directives, resources };
      const found = lintPackage(packageTask, parser, program);
      diagnostics.push(...found.diagnostics.filter((diagnostic) => diagnostic.rule === rule.meta.name));
      notices.push(...found.notices);
    }
  }
  notices.push(...modules.problems.map(toNotice));
  return { diagnostics: diagnostics.toSorted(inFileOrder), notices };
}

function absoluteFiles({ files, go }: RuleRun): ReadonlyMap<string, string> {
  const absolute = new Map(Object.entries(files).map(([path, text]) => [`/${path}`, text]));
  if (go !== undefined && !absolute.has("/go.mod")) {
    absolute.set("/go.mod", `module example.com/fixture\n\ngo ${go}\n`);
  }
  return absolute;
}

/** The folders that hold Go files themselves, sorted. */
function goDirectories(files: ReadonlyMap<string, string>): readonly string[] {
  const goFiles = [...files.keys()].filter((path) => path.endsWith(".go"));
  return [...new Set(goFiles.map(parentPath))].toSorted();
}

function enable(rule: Rule, options: Readonly<Record<string, unknown>> = {}): EnabledRule {
  const { name, severity, options: schemas = {} } = rule.meta;
  const unknown = Object.keys(options).find((option) => !(option in schemas));
  if (unknown !== undefined) throw new Error(`${name} has no option "${unknown}"`);
  return { rule, name, severity, minor: true, options: { ...defaultOptions(schemas), ...options } };
}

function toNotice({ kind, path, line, message }: ProjectProblem): Notice {
  const position = line === undefined ? {} : { position: { line, column: 1 } };
  return { kind, message, file: display(path), ...position };
}

function display(path: string): string {
  return displayPath(path, "/");
}

function inFileOrder(a: Diagnostic, b: Diagnostic): number {
  if (a.location.file !== b.location.file) return a.location.file < b.location.file ? -1 : 1;
  return a.location.start - b.location.start;
}
