import yargs from "yargs";
import type { Options } from "yargs";
import { packageInfo } from "../engine/package-info.js";
import { baselineActions, baselineOptions } from "./baseline-options.js";
import { completeValue } from "./complete-value.js";
import { ExitCode } from "./exit-code.js";
import { withFixKind } from "./fix-arguments.js";
import { explainOptions } from "./explain-options.js";
import { lintOptions, pathsPositional } from "./lint-options.js";
import { checkOptionValues } from "./option-values.js";
import { outliveReaders } from "./output.js";
import { parseError } from "./parse-error.js";
import { refuseSwitchValues } from "./switch-values.js";

const rulesOptions = { json: { type: "boolean", default: false, describe: "as JSON" } } as const;
const configOptions = {
  file: { type: "string", requiresArg: true, describe: "for this file" },
  ...rulesOptions,
} as const;
const options: Readonly<Record<string, Options>> = { ...lintOptions, ...rulesOptions, ...configOptions };
const optionNames = [...Object.keys(options), "help", "version"];
const switches = new Set(optionNames.filter((name) => options[name]?.type === "boolean"));

/**
 * Runs the command line. Commands are imported when they are called, so that `--help` loads none of them.
 * Returns the process's exit code; never throws.
 */
export async function run(args: readonly string[]): Promise<number> {
  outliveReaders();
  let exitCode: number = ExitCode.clean;
  const finish = (code: number): void => {
    exitCode = code;
  };
  const parser = yargs([...withFixKind(args)])
    .scriptName("leakcheck")
    .usage("$0 [lint] [PATH|./...]…\n\nFinds memory, goroutine and resource leaks in Go source.")
    .locale("en")
    .parserConfiguration({
      "parse-positional-numbers": false,
      "dot-notation": false,
      "camel-case-expansion": false,
      // Without it, yargs drops what follows `--` where it fills in positionals.
      "populate--": true,
    })
    .command(
      ["lint [paths..]", "$0"],
      "lint files, folders or Go's ./... (the default)",
      (command) => pathsPositional(command).options(lintOptions),
      async (argv) => finish(await (await import("./commands/lint.js")).lintCommand(argv)),
    )
    .command(
      "baseline <action>",
      "make a file of the findings that are known, or prune it",
      (command) =>
        command
          .positional("action", {
            choices: baselineActions,
            demandOption: true,
            describe: "create: what is found now is known; prune: drop what is no longer found",
          })
          .options(baselineOptions),
      async (argv) => finish(await (await import("./commands/baseline.js")).baselineCommand(argv)),
    )
    .command(
      "explain <subject>",
      "show what a rule finds and how it decides, or why a line is reported or not",
      (command) =>
        command
          .positional("subject", {
            type: "string",
            demandOption: true,
            describe: "a rule's name, alias or group, or FILE:LINE[:COLUMN]",
          })
          .options(explainOptions),
      async (argv) => finish(await (await import("./commands/explain.js")).explainCommand(argv)),
    )
    .command(
      "rules",
      "list all rules",
      (command) => command.options(rulesOptions),
      async (argv) => finish(await (await import("./commands/rules.js")).rulesCommand(argv.json)),
    )
    .command(
      "init",
      "write a commented configuration file into this folder",
      (command) => command,
      async () => finish(await (await import("./commands/init.js")).initCommand()),
    )
    .command(
      "config",
      "show the configuration in force, and where each value comes from",
      (command) => command.options(configOptions),
      async (argv) => {
        checkOptionValues(argv, configOptions);
        finish(await (await import("./commands/config.js")).configCommand(argv));
      },
    )
    .command(
      "doctor",
      "check that leakcheck works here, and show what it sees",
      (command) => command,
      async () => finish(await (await import("./commands/doctor.js")).doctorCommand()),
    )
    .command(
      "lsp",
      "serve an editor by the language server protocol, over standard input and output",
      (command) => command.option("stdio", { type: "boolean", hidden: true }),
      async () => (await import("./commands/lsp.js")).lspCommand(),
    )
    // yargs's own completion command would go on to lint a path of this name.
    .command(
      "completion",
      "print a completion script for bash, zsh or fish, whichever $SHELL is",
      (command) => command,
      () => void parser.showCompletionScript(),
    )
    .version(packageInfo().version)
    .alias("h", "help")
    .alias("v", "version")
    .strict()
    .showHelpOnFail(false)
    .exitProcess(false)
    .fail((message, error) => {
      // yargs has errors of its own for what it cannot parse, some with an `error` and some without.
      throw error && error.name !== "YError" ? error : parseError(message, optionNames);
    });
  try {
    if (await completeValue(args)) return exitCode;
    refuseSwitchValues(args, switches);
    await parser.parseAsync();
    return exitCode;
  } catch (error) {
    return (await import("./report-failure.js")).reportFailure(error);
  }
}
