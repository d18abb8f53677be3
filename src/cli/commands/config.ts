import { resolve } from "node:path";
import { rules } from "../../../rules/index.js";
import { ConfigResolver, levels, viewConfig } from "../../engine/config/index.js";
import type { ConfigView } from "../../engine/config/index.js";
import { displayPath } from "../../engine/display-path.js";
import { nodeFileSystem } from "../../engine/node-file-system.js";
import { childPath, parentPath } from "../../project/index.js";
import { columns } from "../../report/columns.js";
import { jsonText } from "../../report/json-text.js";
import { visible } from "../../text/terminal.js";
import { ExitCode } from "../exit-code.js";
import { writeOutput } from "../output.js";

/** `leakcheck config [--file F] [--json]`: the settings in force for a file, or for the files of a folder. */
export async function configCommand({ file = ".", json }: ConfigArguments): Promise<number> {
  const workingDirectory = resolve(".").replaceAll("\\", "/");
  const path = resolve(file).replaceAll("\\", "/");
  const goFile = nodeFileSystem.stat(path)?.kind === "directory" ? childPath(path, "file.go") : path;
  const config = await new ConfigResolver(rules).resolve(parentPath(goFile));
  const view = viewConfig(config, goFile, (shown) => displayPath(shown, workingDirectory));
  await writeOutput(json ? jsonText(view) : asText(view));
  return ExitCode.clean;
}

/** The arguments of `leakcheck config`, as yargs hands them over. */
interface ConfigArguments {
  readonly file?: string | undefined;
  readonly json: boolean;
}

/** Settings and rules, each with where its value comes from; the rules by level, the gravest first. */
function asText(view: ConfigView): string {
  const { tests, go, tags, maxFileSize, resources } = view;
  const settings = columns([
    ["SETTING", "VALUE", "FROM"],
    ["tests", String(tests.value), tests.source],
    ["go", go.value ?? "as go.mod says", go.source],
    ["build tags", tags.value.join(", ") || "none", tags.source],
    ["maxFileSize", `${maxFileSize.value} bytes`, maxFileSize.source],
    ...resources.map(({ value, source }) => ["resource", value.name, source]),
  ]);
  const byLevel = Object.entries(view.rules).toSorted(
    ([, a], [, b]) => levels.indexOf(b.level) - levels.indexOf(a.level),
  );
  const levelOf = columns([
    ["LEVEL", "RULE", "FROM"],
    ...byLevel.map(([name, { level, options, source }]) => [level, withOptions(name, options), source]),
  ]);
  return `${visible(filesLine(view))}\n\n${settings}\n${levelOf}`;
}

function filesLine({ files, ignored }: ConfigView): string {
  const line =
    files.length === 0 ? "No configuration file: the defaults apply." : `From ${files.join(", ")}.`;
  return ignored ? `${line} The file is ignored: it is not linted.` : line;
}

function withOptions(name: string, options: object): string {
  return Object.keys(options).length === 0 ? name : `${name} ${JSON.stringify(options)}`;
}
