import { resolve } from "node:path";
import { rules } from "../../../rules/index.js";
import { ConfigResolver, viewConfig } from "../../engine/config/index.js";
import { parentPath } from "../../project/index.js";
import { ExitCode } from "../exit-code.js";

/** `leakcheck config [--file F]`: the settings in force for a file of the working directory, as JSON. */
export async function configCommand(file: string | undefined): Promise<number> {
  const path = resolve(file ?? "file.go").replaceAll("\\", "/");
  const config = await new ConfigResolver(rules).resolve(parentPath(path));
  process.stdout.write(`${JSON.stringify(viewConfig(config, path), null, 2)}\n`);
  return ExitCode.clean;
}
