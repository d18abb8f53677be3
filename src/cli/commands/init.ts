import { existsSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { configFileNames } from "../../engine/config/index.js";
import { nodeFileSystem } from "../../engine/node-file-system.js";
import { packageInfo } from "../../engine/package-info.js";
import { surveyProject } from "../../engine/project-survey.js";
import { systemReason } from "../../engine/system-error.js";
import { ExitCode } from "../exit-code.js";
import { initialConfig } from "../initial-config.js";
import { writeOutput } from "../output.js";
import { UsageError } from "../usage-error.js";

/** `leakcheck init`: looks at the project and writes a commented configuration file into the working directory. */
export async function initCommand(): Promise<number> {
  const existing = configFileNames.find((name) => existsSync(name));
  if (existing !== undefined)
    throw new UsageError(`${existing} is already here; leakcheck init does not overwrite it.`);
  const name = ".leakcheckrc.yaml";
  const survey = surveyProject(nodeFileSystem, resolve(".").replaceAll("\\", "/"));
  const { homepage, version } = packageInfo();
  const schemaUrl = `${homepage}/raw/v${version}/schema/leakcheckrc.schema.json`;
  try {
    // "wx": should the file have come into being meanwhile, it stays as it is.
    writeFileSync(name, initialConfig(survey, schemaUrl), { flag: "wx" });
  } catch (error) {
    throw new UsageError(`${name} cannot be written: ${systemReason(error)}`);
  }
  await writeOutput(`Wrote ${name}.\n`);
  return ExitCode.clean;
}
