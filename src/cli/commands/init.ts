import { existsSync, writeFileSync } from "node:fs";
import { configFileNames } from "../../engine/config/index.js";
import { systemReason } from "../../engine/system-error.js";
import { ExitCode } from "../exit-code.js";
import { writeOutput } from "../output.js";
import { UsageError } from "../usage-error.js";

const content = `# Configuration of leakcheck. Every key may be left out; \`leakcheck config\` shows what is in force.

# Which rules run: recommended, strict, all, observability, or a configuration file to build on.
extends: recommended

# Levels by rule: off, info, warning, error. \`leakcheck rules\` lists the rules.
rules: {}

# Whether _test.go files are reported on.
tests: false

# What not to lint, as in .gitignore.
ignores: []
`;

/** `leakcheck init`: a commented configuration file in the working directory. */
export async function initCommand(): Promise<number> {
  const existing = configFileNames.find((name) => existsSync(name));
  if (existing !== undefined)
    throw new UsageError(`${existing} is already here; leakcheck init does not overwrite it.`);
  const name = ".leakcheckrc.yaml";
  try {
    // "wx": should the file have come into being meanwhile, it stays as it is.
    writeFileSync(name, content, { flag: "wx" });
  } catch (error) {
    throw new UsageError(`${name} cannot be written: ${systemReason(error)}`);
  }
  await writeOutput(`Wrote ${name}.\n`);
  return ExitCode.clean;
}
