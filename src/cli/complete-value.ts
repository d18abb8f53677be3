import { formatNames } from "./format-spec.js";
import { writeOutput } from "./output.js";

/** The flag by which the scripts of `leakcheck completion` ask; the words of the line follow it. */
const request = "--get-yargs-completions";

/**
 * Answers a shell that asks how a value goes on of which yargs does not know the choices: names of rules, formats. False
 * where yargs is to answer, or nobody asks.
 */
export async function completeValue(args: readonly string[]): Promise<boolean> {
  const start = args.indexOf(request);
  const before = args.at(-2);
  if (start === -1 || before === undefined) return false;
  const values = await valuesAfter(before);
  if (values === undefined) return false;
  const begun = args.at(-1) ?? "";
  await writeOutput(
    values
      .filter((value) => value.startsWith(begun))
      .map((value) => `${value}\n`)
      .join(""),
  );
  return true;
}

async function valuesAfter(word: string): Promise<readonly string[] | undefined> {
  switch (word) {
    case "--only":
    case "--skip":
    case "explain":
      return ruleNames();
    case "--rule":
      return (await ruleNames()).map((name) => `${name}=`);
    case "--format":
    case "-f":
      return formatNames;
    default:
      return undefined;
  }
}

/** All that rules go by: their names, aliases and groups. */
async function ruleNames(): Promise<readonly string[]> {
  const { rules } = await import("../../rules/index.js");
  const names = rules.flatMap(({ meta }) => [meta.name].concat(meta.aliases ?? [], meta.groups ?? []));
  return [...new Set(names)];
}
