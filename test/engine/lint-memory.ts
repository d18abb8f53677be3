import type { RunResult } from "../../src/index.js";
import { ConfigResolver } from "../../src/engine/config/index.js";
import type { ConfigFlags } from "../../src/engine/config/index.js";
import { lint } from "../../src/engine/linter.js";
import type { LintRequest } from "../../src/engine/linter.js";
import type { FileSystem } from "../../src/project/index.js";
import type { Rule } from "../../src/rule/index.js";
import { MemoryFileSystem } from "../project/memory-file-system.js";
import type { MemoryContents } from "../project/memory-file-system.js";
import { leakRules } from "./leak-rules.js";

type MemoryOptions = Partial<Omit<LintRequest, "fileSystem" | "config">> & {
  readonly rules?: readonly Rule[];
  readonly flags?: ConfigFlags;
};

/** Lints a module in `/w` that lies in memory. Without a go.mod of its own it says go 1.22. */
export function lintMemory(contents: MemoryContents, options: MemoryOptions = {}): Promise<RunResult> {
  const files = { "/w/go.mod": "module example.com/w\n\ngo 1.22\n", ...contents.files };
  return lintFileSystem(new MemoryFileSystem({ ...contents, files }), options);
}

/** Lints `/w` of a file system. */
export function lintFileSystem(fileSystem: FileSystem, options: MemoryOptions = {}): Promise<RunResult> {
  const { rules = leakRules, flags, ...request } = options;
  return lint({
    fileSystem,
    workingDirectory: "/w",
    patterns: [],
    config: new ConfigResolver(rules, { config: false, ...flags }),
    complete: true,
    generated: false,
    forceExclude: false,
    gitignore: true,
    ...request,
  });
}

/** Lints one file. */
export function lintText(text: string, options?: MemoryOptions): Promise<RunResult> {
  return lintMemory({ files: { "/w/a.go": text } }, options);
}
