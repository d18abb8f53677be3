import { resolve } from "node:path";
import { rules } from "../../../rules/index.js";
import { ConfigResolver } from "../../engine/config/index.js";
import { goParser } from "../../engine/grammar.js";
import { nodeFileSystem } from "../../engine/node-file-system.js";
import { packageInfo } from "../../engine/package-info.js";
import { ModuleResolver, discover } from "../../project/index.js";
import { visible } from "../../text/terminal.js";
import { ExitCode } from "../exit-code.js";
import { writeOutput } from "../output.js";

/** `leakcheck doctor`: what leakcheck runs on and what it sees in the working directory. */
export async function doctorCommand(): Promise<number> {
  const directory = resolve(".").replaceAll("\\", "/");
  const checks: (readonly [string, () => string | Promise<string>])[] = [
    ["leakcheck", () => packageInfo().version],
    ["node", () => `${process.version} on ${process.platform} ${process.arch}`],
    ["parser", checkParser],
    ["rules", () => String(rules.length)],
    ["config", () => checkConfig(directory)],
    ["module", () => checkModule(directory)],
    ["files", () => checkFiles(directory)],
  ];
  let exitCode: number = ExitCode.clean;
  for (const [name, check] of checks) {
    let outcome: string;
    try {
      outcome = await check();
    } catch (error) {
      outcome = `FAILED: ${error instanceof Error ? error.message : String(error)}`;
      exitCode = ExitCode.failure;
    }
    await writeOutput(`${name.padEnd(10)} ${visible(outcome)}\n`);
  }
  return exitCode;
}

async function checkParser(): Promise<string> {
  const parser = await goParser();
  const tree = parser.parse("package p\n\nfunc f() {}\n");
  if (tree.errors.length > 0)
    throw new Error("the grammar does not parse a trivial file; reinstall leakcheck");
  return `works, ${parser.copyMethod === "direct" ? "fast" : "slow"} copy`;
}

async function checkConfig(directory: string): Promise<string> {
  const { files } = await new ConfigResolver(rules).resolve(directory);
  return files.length === 0 ? "none (the recommended rules run)" : files.join(", ");
}

function checkModule(directory: string): string {
  const module = new ModuleResolver(nodeFileSystem).find(directory);
  if (!module) return "none (findings that depend on the Go version are only hints; see --go)";
  const version = module.file.goVersion?.text ?? "unknown";
  return `${module.path ?? "(no module line)"}, go ${version}`;
}

function checkFiles(directory: string): string {
  const { directories, problems } = discover(nodeFileSystem, new ModuleResolver(nodeFileSystem), {
    workingDirectory: directory,
    patterns: [],
    tests: false,
    ignores: () => false,
    forceExclude: false,
    gitignore: true,
  });
  const count = directories.reduce((sum, { files }) => sum + files.length, 0);
  const [problem] = problems;
  return `${count === 1 ? "1 Go file" : `${count} Go files`} to report on${problem ? `; ${problem.path}: ${problem.message}` : ""}`;
}
