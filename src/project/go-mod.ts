import { parseGoVersion, type GoVersion } from "./go-version.js";
import { isSign, readModStatements, type ModProblem, type ModStatement, type ModToken } from "./mod-lexer.js";

/** A module at a version, `v1.2.3` or what else go.mod says; no version means any. */
export interface ModuleVersion {
  readonly path: string;
  readonly version: string | undefined;
}

/** A `require` directive. */
export interface Requirement {
  readonly path: string;
  readonly version: string;
  /** Marked `// indirect`: needed by other modules, not by this one. */
  readonly indirect: boolean;
}

/** A `replace` directive. A replacement without a version is a folder, relative to the file's own. */
export interface Replacement {
  readonly from: ModuleVersion;
  readonly to: ModuleVersion;
}

/** A `retract` directive: both ends included, and equal for a single version. */
export interface Retraction {
  readonly low: string;
  readonly high: string;
}

/** The contents of go.mod or go.work. What one of the two may not have is empty there. */
export interface ModFile {
  /** Undefined where it is missing, as it always is in go.work. */
  readonly modulePath: string | undefined;
  /** Of the `go` line, or what Go assumes without one; undefined when the line cannot be read. */
  readonly goVersion: GoVersion | undefined;
  /** `go1.22.3` or `default`. */
  readonly toolchain: string | undefined;
  readonly godebug: ReadonlyMap<string, string>;
  readonly requires: readonly Requirement[];
  readonly replaces: readonly Replacement[];
  readonly excludes: readonly ModuleVersion[];
  readonly retracts: readonly Retraction[];
  readonly tools: readonly string[];
  /** Folders that patterns such as `./...` skip: from the module's root with `./`, anywhere in it without. */
  readonly ignores: readonly string[];
  /** Folders of modules, relative to go.work's own. */
  readonly uses: readonly string[];
  readonly problems: readonly ModProblem[];
}

type Draft = {
  -readonly [Key in keyof ModFile]: ModFile[Key] extends readonly (infer Item)[]
    ? Item[]
    : ModFile[Key] extends ReadonlyMap<string, string>
      ? Map<string, string>
      : ModFile[Key];
};

/** Takes in one directive; the result says what is wrong with it. */
type Directive = (draft: Draft, statement: ModStatement) => string | undefined;

const lineOnly: ReadonlySet<string> = new Set(["go", "toolchain"]);
const single: ReadonlySet<string> = new Set(["module", "go", "toolchain"]);

const sharedDirectives: readonly (readonly [string, Directive])[] = [
  ["go", readGo],
  ["toolchain", readToolchain],
  ["godebug", readGodebug],
  ["replace", readReplace],
];

const goModDirectives: ReadonlyMap<string, Directive> = new Map([
  ...sharedDirectives,
  ["module", readModule],
  ["require", readRequire],
  ["exclude", readExclude],
  ["retract", readRetract],
  ["tool", readPath("tools", "package/path")],
  ["ignore", readPath("ignores", "./folder")],
]);

const goWorkDirectives: ReadonlyMap<string, Directive> = new Map([
  ...sharedDirectives,
  ["use", readPath("uses", "./folder")],
]);

/** Reads go.mod. Never throws: what cannot be understood is listed in `problems`. */
export function parseGoMod(text: string): ModFile {
  const file = parse(text, goModDirectives, "1.16");
  if (file.modulePath === undefined) {
    file.problems.unshift({ line: 1, message: "there is no `module` line" });
  }
  return file;
}

/** Reads go.work. Never throws: what cannot be understood is listed in `problems`. */
export function parseGoWork(text: string): ModFile {
  return parse(text, goWorkDirectives, "1.18");
}

function parse(text: string, directives: ReadonlyMap<string, Directive>, defaultVersion: string): Draft {
  const { statements, problems } = readModStatements(text);
  const draft: Draft = {
    modulePath: undefined,
    goVersion: parseGoVersion(defaultVersion),
    toolchain: undefined,
    godebug: new Map(),
    requires: [],
    replaces: [],
    excludes: [],
    retracts: [],
    tools: [],
    ignores: [],
    uses: [],
    problems,
  };
  const seen = new Set<string>();
  for (const statement of statements) {
    const message = readStatement(draft, statement, directives, seen);
    if (message !== undefined) draft.problems.push({ line: statement.line, message });
  }
  draft.problems.sort((a, b) => a.line - b.line);
  return draft;
}

function readStatement(
  draft: Draft,
  statement: ModStatement,
  directives: ReadonlyMap<string, Directive>,
  seen: Set<string>,
): string | undefined {
  const { verb, inBlock } = statement;
  const directive = directives.get(verb);
  const isRepeated = seen.has(verb);
  seen.add(verb);
  // Once is enough: a block of a kind that only a newer Go knows may be long.
  if (directive === undefined) return isRepeated ? undefined : `unknown directive: ${verb}`;
  if (inBlock && lineOnly.has(verb)) return `\`${verb}\` cannot be a block`;
  if (isRepeated && single.has(verb)) return `repeated \`${verb}\` line`;
  return directive(draft, statement);
}

function readModule(draft: Draft, { operands }: ModStatement): string | undefined {
  const [path, ...rest] = operands;
  if (path === undefined || rest.length > 0) return "usage: module module/path";
  draft.modulePath = path.text;
  return undefined;
}

function readGo(draft: Draft, { operands }: ModStatement): string | undefined {
  const text = onlyText(operands);
  const isWellFormed = text !== undefined && /^[1-9][0-9]*\.[0-9]/.test(text) && !text.includes("-");
  draft.goVersion = isWellFormed ? parseGoVersion(text) : undefined;
  return draft.goVersion === undefined
    ? `invalid go version \`${textOf(operands)}\`: it must look like 1.23.0`
    : undefined;
}

function readToolchain(draft: Draft, { operands }: ModStatement): string | undefined {
  const name = onlyText(operands);
  if (name === undefined || !/^(?:default$|go1(?:$|\.))/.test(name)) {
    return `invalid toolchain \`${textOf(operands)}\`: it must look like go1.23.0, or be default`;
  }
  draft.toolchain = name;
  return undefined;
}

function readGodebug(draft: Draft, { operands }: ModStatement): string | undefined {
  const [, key, value] = /^([^=]+)=(.*)$/.exec(onlyText(operands) ?? "") ?? [];
  if (key === undefined || value === undefined) return "usage: godebug key=value";
  draft.godebug.set(key, value);
  return undefined;
}

function readRequire(draft: Draft, { operands, comment }: ModStatement): string | undefined {
  const [path, version, ...rest] = operands;
  if (path === undefined || version === undefined || rest.length > 0) {
    return "usage: require module/path v1.2.3";
  }
  const indirect = /^indirect(?:$|;)/.test(comment);
  draft.requires.push({ path: path.text, version: version.text, indirect });
  return undefined;
}

function readExclude(draft: Draft, { operands }: ModStatement): string | undefined {
  const [path, version, ...rest] = operands;
  if (path === undefined || version === undefined || rest.length > 0) {
    return "usage: exclude module/path v1.2.3";
  }
  draft.excludes.push({ path: path.text, version: version.text });
  return undefined;
}

function readReplace(draft: Draft, { operands }: ModStatement): string | undefined {
  const arrow = operands.findIndex((token) => isSign(token, "=>"));
  const from = moduleVersion(operands.slice(0, arrow));
  const to = moduleVersion(operands.slice(arrow + 1));
  if (arrow < 0 || from === undefined || to === undefined) {
    return "usage: replace module/path [v1.2.3] => other/module v1.4.0, or => ../folder";
  }
  if (to.version === undefined && !isFolder(to.path)) {
    return `the replacement \`${to.path}\` has no version and is no folder (which begins with ./, ../ or a root)`;
  }
  draft.replaces.push({ from, to });
  return undefined;
}

function readRetract(draft: Draft, { operands }: ModStatement): string | undefined {
  const texts = operands.map((token) => token.text);
  const [low, high] = texts.length === 1 ? [texts[0], texts[0]] : [texts[1], texts[3]];
  const isInterval = texts.length === 5 && texts[0] === "[" && texts[2] === "," && texts[4] === "]";
  if (low === undefined || high === undefined || !(texts.length === 1 || isInterval)) {
    return "usage: retract v1.2.3, or retract [v1.2.3, v1.3.0]";
  }
  draft.retracts.push({ low, high });
  return undefined;
}

function readPath(list: "tools" | "ignores" | "uses", example: string): Directive {
  return (draft, { verb, operands }) => {
    const path = onlyText(operands);
    if (path === undefined) return `usage: ${verb} ${example}`;
    draft[list].push(path);
    return undefined;
  };
}

function moduleVersion(tokens: readonly ModToken[]): ModuleVersion | undefined {
  const [path, version, ...rest] = tokens;
  return path === undefined || rest.length > 0 ? undefined : { path: path.text, version: version?.text };
}

function isFolder(path: string): boolean {
  return /^(?:\.\.?(?:$|[\\/])|[\\/]|[A-Za-z]:)/.test(path);
}

function onlyText(operands: readonly ModToken[]): string | undefined {
  return operands.length === 1 ? operands[0]?.text : undefined;
}

function textOf(operands: readonly ModToken[]): string {
  return operands.map((token) => token.text).join(" ");
}
