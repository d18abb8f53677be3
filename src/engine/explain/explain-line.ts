import type { LineExplanation } from "../../diagnostic/index.js";
import { ModuleResolver, baseName, discover, loadPackages, parentPath } from "../../project/index.js";
import type { FileSystem, GoFile, GoPackage } from "../../project/index.js";
import { LineIndex } from "../../text/line-index.js";
import type { ConfigResolver, ResolvedConfig } from "../config/index.js";
import { directiveRules } from "../directives/directive-rules.js";
import { displayPath } from "../display-path.js";
import { goParser } from "../grammar.js";
import { openProgram } from "../open-program.js";
import { ParsedPackage } from "../parsed-package.js";
import { goBuildOf } from "../premise.js";
import { syntaxNotices } from "../syntax-notices.js";
import { fileVerdicts } from "./file-verdicts.js";
import { lineVerdicts } from "./line-verdicts.js";
import { PlaceError } from "./place-error.js";

/** A place in a Go file, and what to look at it with. */
export interface ExplainRequest {
  readonly fileSystem: FileSystem;
  /** Absolute, with `/`. */
  readonly workingDirectory: string;
  /** Absolute, with `/`. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column?: number | undefined;
  readonly config: ConfigResolver;
  readonly moduleCache?: string | undefined;
}

/**
 * What every rule makes of a line, and why. Throws `PlaceError` where there is no such line of Go, and rejects with
 * `ConfigError` when the configuration cannot be used.
 */
export async function explainLine(request: ExplainRequest): Promise<LineExplanation> {
  const { fileSystem, file: path, line, column } = request;
  const display = (shown: string): string => displayPath(shown, request.workingDirectory);
  checkFile(fileSystem, path, display(path));
  const config = await request.config.resolve(parentPath(path));
  const modules = new ModuleResolver(fileSystem);
  const { file, owner } = loadFile(request, config, modules, display(path));
  const lineCount = countLines(file.text);
  if (line > lineCount)
    throw new PlaceError(`${display(path)} has ${lineCount} lines, so there is no line ${line}`);

  const parser = await goParser();
  const { moduleCache } = request;
  const program = openProgram({ fileSystem, modules, parser, moduleCache });
  const toParse = {
    package: owner,
    withTests: file.isTest,
    reported: new Set([file]),
    display,
    resources: config.resources,
  };
  const parsed = new ParsedPackage(toParse, (each) => parser.parse(each.text), program);
  const target = parsed.target(file, goBuildOf(owner.module, config.settingsFor(path).go.value));
  const { verdicts, notices } = fileVerdicts(target, config, directiveRules(config.rules, true), display);
  return {
    file: display(path),
    line,
    ...lineVerdicts(verdicts, target, line, column),
    leftOut: reasonsToLeaveOut(file, request, config, modules),
    notices: [...syntaxNotices(file, target.tree, target.path), ...notices],
  };
}

/** The lines of a file as editors number them: a line break ends one, and begins none after the last. */
function countLines(text: string): number {
  return new LineIndex(text).lineCount - (text.endsWith("\n") ? 1 : 0);
}

function checkFile(fileSystem: FileSystem, path: string, shown: string): void {
  const kind = fileSystem.stat(path)?.kind;
  if (kind === undefined) throw new PlaceError(`There is no file ${shown}`);
  if (kind !== "file") throw new PlaceError(`${shown} is no file`);
  if (!path.endsWith(".go")) throw new PlaceError(`${shown} is not a Go file: its name does not end in .go`);
}

function loadFile(
  { fileSystem, file: path }: ExplainRequest,
  config: ResolvedConfig,
  modules: ModuleResolver,
  shown: string,
): { readonly file: GoFile; readonly owner: GoPackage } {
  const { packages, problems } = loadPackages(fileSystem, parentPath(path), modules, {
    maxFileSize: config.settingsFor(path).maxFileSize.value,
    named: new Set([path]),
  });
  for (const owner of packages) {
    const file = owner.files.find((candidate) => candidate.path === path);
    if (file) return { file, owner };
  }
  const problem = problems.find((candidate) => candidate.path === path);
  throw new PlaceError(`${shown} cannot be looked at${problem ? `: ${problem.message}` : ""}`);
}

/** Why a run over the whole project passes over a file. */
function reasonsToLeaveOut(
  { path, isTest, isGenerated }: GoFile,
  { fileSystem, workingDirectory }: ExplainRequest,
  config: ResolvedConfig,
  modules: ModuleResolver,
): readonly string[] {
  const reasons: string[] = [];
  if (config.isIgnored(path)) reasons.push("the configuration's ignores leave it out");
  if (isTest && !config.settingsFor(path).tests.value) reasons.push("it is a test file: see --tests");
  if (isGenerated) reasons.push("it is generated: see --generated");
  const walk = {
    workingDirectory,
    patterns: [path],
    tests: true,
    ignores: () => false,
    forceExclude: true,
    gitignore: true,
  };
  if (discover(fileSystem, modules, walk).directories.length === 0)
    reasons.push(
      `git ignores it, or ${baseName(path)} or a folder above it has a name that the go command passes over`,
    );
  return reasons;
}
