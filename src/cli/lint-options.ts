import type { Argv, Options } from "yargs";
import { formatNames } from "./format-spec.js";

/** The files, folders and patterns to lint. */
export function pathsPositional<T>(command: Argv<T>): Argv<T & { paths: string[] }> {
  return command.positional("paths", {
    type: "string",
    array: true,
    default: [] as string[],
    describe: "files, folders, or Go's ./... (the default)",
  }) as Argv<T & { paths: string[] }>;
}

const severities = ["info", "warning", "error"] as const;
const presets = ["recommended", "strict", "all", "observability"] as const;

/** An option that may be given several times, each time with one value or a list with commas. */
function list(describe: string) {
  return {
    type: "string",
    requiresArg: true,
    describe,
    coerce: (value: string | readonly string[]): readonly string[] =>
      [value]
        .flat()
        .flatMap((item) => item.split(","))
        .filter((item) => item !== ""),
  } as const satisfies Options;
}

/** Options of `leakcheck lint`. */
export const lintOptions = {
  preset: { choices: presets, requiresArg: true, group: "Rules:", describe: "which rules to run" },
  rule: { ...list("set a rule's level: NAME=off|info|warning|error"), group: "Rules:" },
  only: { ...list("run only these rules (names, aliases, groups)"), group: "Rules:" },
  skip: { ...list("do not run these rules"), group: "Rules:" },
  go: {
    type: "string",
    requiresArg: true,
    group: "Rules:",
    describe: "Go version the code is built with, e.g. 1.22",
  },

  tests: { type: "boolean", group: "Files:", describe: "report on _test.go files too" },
  generated: { type: "boolean", default: false, group: "Files:", describe: "report on generated files too" },
  "stdin-filename": {
    type: "string",
    requiresArg: true,
    group: "Files:",
    describe: "lint standard input as if it were this file",
  },
  "force-exclude": {
    type: "boolean",
    default: false,
    group: "Files:",
    describe: "leave out named files too where ignores, tests or vendor folders say so",
  },
  gitignore: {
    type: "boolean",
    default: true,
    group: "Files:",
    describe: "leave out what git ignores (--no-gitignore: lint it)",
  },
  "error-on-unmatched": {
    type: "boolean",
    default: true,
    group: "Files:",
    describe: "fail when a path matches no Go file (--no-error-on-unmatched: do not)",
  },
  config: {
    type: "string",
    requiresArg: true,
    group: "Files:",
    describe: "use this configuration file (--no-config: none)",
  },
  staged: {
    type: "boolean",
    default: false,
    group: "New findings only:",
    describe: "lint the staged files, as git's index has them",
  },
  since: {
    type: "string",
    requiresArg: true,
    group: "New findings only:",
    describe: "report what changes since this revision touch",
  },
  patch: {
    type: "string",
    requiresArg: true,
    group: "New findings only:",
    describe: "report what this unified diff touches (-: standard input)",
  },
  baseline: {
    type: "string",
    requiresArg: true,
    group: "New findings only:",
    describe: "leave out the findings this file knows (--no-baseline: none)",
  },

  fix: {
    choices: ["safe", "suggestions"] as const,
    requiresArg: true,
    group: "Fixing:",
    describe: "make fixes that keep the meaning of the code; --fix=suggestions: also those that want a look",
  },
  suppress: {
    type: "boolean",
    default: false,
    group: "Fixing:",
    describe: "silence all findings by directives in the files; needs --reason",
  },
  reason: {
    type: "string",
    requiresArg: true,
    group: "Fixing:",
    describe: "what the directives of --suppress say",
  },
  "dry-run": {
    type: "boolean",
    default: false,
    group: "Fixing:",
    describe: "with --fix or --suppress: print what would change as a diff, and write nothing",
  },

  format: {
    ...list(`${formatNames.join(", ")}; FORMAT:FILE writes to a file; may be given several times`),
    alias: "f",
    group: "Output:",
  },
  "relative-to": {
    type: "string",
    requiresArg: true,
    group: "Output:",
    describe:
      "paths in reports start at this folder (default: this one); code scanning and GitLab want the root",
  },
  "source-url": {
    type: "string",
    requiresArg: true,
    group: "Output:",
    describe: "where that folder is shown on the web, for links: https://github.com/OWNER/REPO/blob/REV",
  },
  color: { type: "boolean", group: "Output:", describe: "colours and links (default: only on terminals)" },
  quiet: { type: "boolean", alias: "q", default: false, group: "Output:", describe: "show errors only" },

  "fail-level": {
    choices: severities,
    default: "warning" as const,
    requiresArg: true,
    group: "Exit code:",
    describe: "least severity that makes the run fail",
  },
  "max-warnings": {
    type: "string",
    requiresArg: true,
    group: "Exit code:",
    describe: "fail on warnings only when there are more than this",
  },
  "exit-zero": {
    type: "boolean",
    default: false,
    group: "Exit code:",
    describe: "exit 0 whatever was found",
  },
  "strict-parse": {
    type: "boolean",
    default: false,
    group: "Exit code:",
    describe: "fail when a file could only be read in part",
  },
} as const satisfies Readonly<Record<string, Options>>;
