import { resolve } from "node:path";
import { rules } from "../../../rules/index.js";
import { ConfigResolver, viewConfig } from "../../engine/config/index.js";
import { displayPath } from "../../engine/display-path.js";
import { nodeFileSystem } from "../../engine/node-file-system.js";
import { childPath, parentPath } from "../../project/index.js";
import { jsonText } from "../../report/json-text.js";
import { ExitCode } from "../exit-code.js";
import { writeOutput } from "../output.js";

/** `leakcheck config [--file F]`: the settings in force for a file, or for the files of a folder, as JSON. */
export async function configCommand(file = "."): Promise<number> {
  const workingDirectory = resolve(".").replaceAll("\\", "/");
  const path = resolve(file).replaceAll("\\", "/");
  const goFile = nodeFileSystem.stat(path)?.kind === "directory" ? childPath(path, "file.go") : path;
  const config = await new ConfigResolver(rules).resolve(parentPath(goFile));
  await writeOutput(jsonText(viewConfig(config, goFile, (shown) => displayPath(shown, workingDirectory))));
  return ExitCode.clean;
}
